namespace Dateline.Time.Rules;

/// <summary>A season, with its year or alone. "fall" and "spring" alone need "in the" or a preposition.</summary>
/// <example>"the summer of 2014" -> 2014-SU; "autumn" -> 2021-FA; not "the fall of Kabul", "the Arab Spring".</example>
/// <seealso href="specs/time/seasons.md"/>
internal sealed class SeasonRule : ITimeRule
{
    public string Name => "time/season";

    public ReadOnlySpan<WordClass> Starts => [WordClass.Article, WordClass.Season];

    public TimeMention? Match(TimeScan scan, int at)
    {
        int word = scan.Is(at, "the") ? at + 1 : at;
        if (word > at && scan.Class(word) == WordClass.Edge) { word += scan.IsDash(word + 1) ? 2 : 1; }
        if (scan.Class(word) != WordClass.Season || scan.IsFalseFriend(word)) { return null; }
        int season = scan[word].Value, end = word + 1;
        if (scan.IsGlued(end, "-") && scan.Class(end + 1) == WordClass.Season && scan[end + 1].Value > season) { end += 2; }
        if (Years.After(scan, end) is { } year)
        {
            int stop = year.End;
            if (scan.IsDash(stop) && scan[stop].Glued && scan.IsSmall(stop + 1, 0, 99) && scan[stop + 1].Glued) { stop += 2; }
            return new TimeMention(at, stop, TimeType.Date) { Date = PartialDate.OfSeason(year.Year, season) };
        }
        bool ambiguous = scan.Is(word, "fall", "spring");
        bool introduced = (TimePrepositions.Contains(scan.Word(at - 1)) && !scan.Is(at - 1, "to")) || scan.Class(at - 1) is WordClass.Edge;
        bool capitalName = scan[word].Capital && scan.Class(word - 1) == WordClass.Other
            && scan[Math.Max(0, word - 1)].Capital && word > 0 && !scan.StartsSentence(word - 1);
        if (capitalName || (ambiguous && !(introduced && !scan.Is(end, "of")))) { return null; }
        // "summer camp", "winter coats": the kind of thing, not its time.
        if (word == at && !introduced && scan.Class(end) == WordClass.Other && end < scan.Count
            && !scan.Is(end, "and", "or")) { return null; }
        // "the Spring Offensive": the article is the name's.
        bool inName = scan[word].Capital && scan.Class(end) == WordClass.Other && scan[end].Capital;
        return new TimeMention(inName ? word : at, end, TimeType.Date) { Date = PartialDate.OfSeason(null, season) };
    }
}
