namespace Dateline.Time.Rules;

/// <summary>Ten years by their first one. Two digits, and words, mean the twentieth century.</summary>
/// <example>"the 1990s" -> 1990-01-01/1999-12-31; "the '60s", "the sixties"; "the late 1950s" -> 1955-01-01/1959-12-31; "the 1600s" -> the century.</example>
/// <seealso href="specs/time/years.md"/>
internal sealed class DecadeRule : ITimeRule
{
    public string Name => "time/decade";

    public ReadOnlySpan<WordClass> Starts => [WordClass.Article, WordClass.Digits, WordClass.Decade, WordClass.Mark];

    public TimeMention? Match(TimeScan scan, int at)
    {
        int word = scan.Is(at, "the") ? at + 1 : at;
        bool told = word > at || scan.Class(word - 1) == WordClass.Edge || (scan.IsDash(word - 1) && scan.Class(word - 2) == WordClass.Edge);
        // "in her twenties" is an age.
        if (scan.Class(word) == WordClass.Decade) { return told || scan.Class(word - 1) == WordClass.Article ? Mention(word, word + 1, 1900 + scan[word].Value) : null; }
        int start = word;
        bool apostrophe = scan.IsApostrophe(word);
        if (apostrophe) { word++; }
        if (scan.Class(word) != WordClass.Digits || scan[word].Formatted || scan[word].Value % 10 != 0) { return null; }
        int end = word + 1;
        if (scan.IsApostrophe(end) && scan[end].Glued) { end++; }
        if (!scan.IsGlued(end, "s")) { return null; }
        end++;
        if (scan.IsGlued(end, "°")) { return null; }
        if (scan.IsYear(word)) { return Mention(start, end, scan[word].Value); }
        bool twoDigits = scan[word].Length == 2 && (told || (apostrophe && scan[word].Glued));
        return twoDigits ? Mention(start, end, (scan[word].Value < 20 ? 2000 : 1900) + scan[word].Value) : null;
    }

    /// <summary>"the 1600s" are a century, "the 1900s" and "the 2000s" the decade.</summary>
    private static TimeMention Mention(int first, int end, int year) => new(first, end, TimeType.Date)
    {
        Date = new PartialDate(year % 100 == 0 && year < 1900 ? Grain.Century : Grain.Decade, year),
    };
}
