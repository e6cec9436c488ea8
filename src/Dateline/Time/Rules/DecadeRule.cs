namespace Dateline.Time.Rules;

/// <summary>Ten years by their first one. Two digits, and words, mean the twentieth century.</summary>
/// <example>"the 1990s" -> 199; "the 1930's" -> 193; "the '60s", "the sixties" -> 196.</example>
/// <seealso href="specs/time/years.md"/>
internal sealed class DecadeRule : ITimeRule
{
    public string Name => "time/decade";

    public ReadOnlySpan<WordClass> Starts => [WordClass.Article, WordClass.Digits, WordClass.Decade, WordClass.Mark];

    public TimeMention? Match(TimeScan scan, int at)
    {
        int word = scan.Is(at, "the") ? at + 1 : at;
        bool article = word > at;
        if (article && scan.Class(word) == WordClass.Edge) { word += scan.IsDash(word + 1) ? 2 : 1; }
        if (scan.Class(word) == WordClass.Decade)
        {
            bool told = article || scan.Class(word - 1) is WordClass.Edge or WordClass.Article;
            // "in her twenties" is an age.
            return told ? Mention(at, word + 1, 1900 + scan[word].Value) : null;
        }
        bool apostrophe = scan.IsApostrophe(word);
        if (apostrophe) { word++; }
        if (scan.Class(word) != WordClass.Digits || scan[word].Formatted || scan[word].Value % 10 != 0) { return null; }
        int end = word + 1;
        if (scan.IsApostrophe(end) && scan[end].Glued) { end++; }
        if (!scan.IsGlued(end, "s")) { return null; }
        end++;
        if (scan.IsYear(word)) { return Mention(at, end, scan[word].Value); }
        bool twoDigits = scan[word].Length == 2 && (apostrophe && scan[word].Glued || article || scan.Class(word - 1) == WordClass.Edge);
        return twoDigits ? Mention(at, end, (scan[word].Value < 20 ? 2000 : 1900) + scan[word].Value) : null;
    }

    private static TimeMention Mention(int at, int end, int year) => new(at, end,
        TimeType.Date) { Date = new PartialDate(Grain.Decade, year) };
}
