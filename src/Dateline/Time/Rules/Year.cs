namespace Dateline.Time.Rules;

/// <summary>A year alone, where what stands around it says that it is no count.</summary>
/// <example>"in 1992", "a 2010 allegation", "(Porte, 2012)", "264 BC"; not "2000 people", "killed 1500 soldiers".</example>
/// <seealso href="specs/time/years.md"/>
internal sealed class Year : ITimeRule
{
    public string Name => "time/year";

    public ReadOnlySpan<WordClass> Starts => [WordClass.Digits, WordClass.Other];

    public TimeMention? Match(TimeScan scan, int at)
    {
        if (scan.Class(at) == WordClass.Other && !scan.Is(at, "AD")) { return null; }
        if (Years.Read(scan, at) is not { } year)
        {
            // "the year 71": two or three digits need the word.
            bool named = scan.Is(at - 1, "year") && scan.Class(at) == WordClass.Digits && !scan[at].Formatted
                && scan[at].Value is > 0 and < 1000;
            return named ? Mention(at, at + 1, scan[at].Value) : null;
        }
        bool era = year.End - at > 1;
        return era || LooksLikeYear(scan, at) ? Mention(at, year.End, year.Year) : null;
    }

    private static TimeMention Mention(int at, int end, int year) => new(at, end, TimeType.Date) { Date = PartialDate.OfYear(year) };

    private static bool LooksLikeYear(TimeScan scan, int at)
    {
        int value = scan[at].Value;
        bool paged = scan.Is(at - 1, "p", "pp") || (scan.Is(at - 1, ".") && scan.Is(at - 2, "p", "pp"));
        bool inNumber = scan.IsDash(at - 1) && scan[at].Glued && scan.Class(at - 2) == WordClass.Digits;
        if (paged || inNumber || scan.Is(at + 1, "+")) { return false; }
        bool glued = scan[at].Glued && scan.Class(at - 1) == WordClass.Mark
            && scan.Word(at - 1)[0] is not ('(' or '[' or '-' or '–' or '—' or ',' or '"' or '“' or '\'' or '‘' or '’' or '/');
        if (glued || (scan[at].Glued && scan.Class(at - 1) != WordClass.Mark)) { return false; }
        if (at + 1 < scan.Count && scan[at + 1].Glued && (scan.Class(at + 1) != WordClass.Mark
            || scan.Word(at + 1)[0] is '%' or '°' or '/' or '$' or '€')) { return false; }
        if (scan.Class(at + 1) is WordClass.Unit && scan[at + 1].Value > 50) { return false; }
        if (scan.Class(at + 1) is WordClass.Scale || scan.Is(at + 1, "percent", "million")
            || scan.Is(at + 1, "billion", "people")) { return false; }
        if (scan.Is(at - 1, "than", "least")
            || scan.Is(at - 1, "nearly", "almost")) { return value is > 1900 and < 2100 && !IsLowerNoun(scan, at + 1); }
        if (TimePrepositions.Contains(scan.Word(at - 1))) { return !IsPluralNoun(scan, at + 1) || value is >= 1700 and <= 2060; }
        bool modern = value is >= 1700 and <= 2060;
        if (scan.Class(at - 1) is WordClass.Edge or WordClass.Deixis or WordClass.Article
            || scan.Is(at - 1, "and", "or")) { return modern || !IsLowerNoun(scan, at + 1); }
        if (IsPluralNoun(scan, at + 1)) { return false; }
        // Counts need a plural: "the group's annual 2020 session".
        if (modern && IsLowerNoun(scan, at + 1) && !scan.Is(at + 1, "men", "women")
            && !scan.Is(at + 1, "police", "children") && !scan.Is(at + 1, "square", "metric")) { return true; }
        return modern ? scan.Class(at - 1) != WordClass.Other || !IsLowerNoun(scan, at + 1) || scan[at - 1].Capital
            || EndsWithPossessive(scan, at) : scan.Class(at - 1) == WordClass.Mark && value < 2100 && scan.Class(at + 1) == WordClass.Mark;
    }

    private static bool IsLowerNoun(TimeScan scan, int at) => scan.Class(at) == WordClass.Other && at < scan.Count
        && !scan[at].Capital && scan[at].Length > 3;

    private static bool IsPluralNoun(TimeScan scan, int at) => IsLowerNoun(scan, at) && scan.Word(at)[^1] == 's'
        && scan.Word(at)[^2] != 's' && !scan.Is(at, "was", "has") && !scan.Is(at, "does", "says");

    private static bool EndsWithPossessive(TimeScan scan, int at) => scan.Is(at - 1, "s") && scan.IsApostrophe(at - 2);
}
