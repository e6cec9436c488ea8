namespace Dateline.Time.Rules;

/// <summary>A year alone, where what stands around it says that it is no count.</summary>
/// <example>"in 1992", "a 2010 allegation", "(Porte, 2012)", "264 BC"; not "2000 people", "killed 1500 soldiers".</example>
/// <seealso href="specs/time/years.md"/>
internal sealed class Year : ITimeRule
{
    public string Name => "time/year";

    public ReadOnlySpan<WordClass> Starts => [WordClass.Digits, WordClass.Number, WordClass.Other];

    public TimeMention? Match(TimeScan scan, int at)
    {
        if (scan.Class(at) == WordClass.Other && !scan.Is(at, "AD")) { return null; }
        if (scan.Class(at) == WordClass.Number)
        {
            // "in nineteen ninety-six"; not "in two thousand and fifteen villages".
            bool told = (scan.Is(at - 1, "in", "since") || scan.Is(at - 1, "until", "by")) && Years.Read(scan, at) is { } spoken
                && !IsLowerNoun(scan, spoken.End) && scan.Class(spoken.End) is not (WordClass.Unit or WordClass.Scale);
            return told ? Mention(at, Years.Read(scan, at)!.Value.End, Years.Read(scan, at)!.Value.Year) : null;
        }
        if (Years.Read(scan, at) is not { } year)
        {
            // "the year 71": two or three digits need the word.
            bool named = scan.Is(at - 1, "year") && scan.Class(at) == WordClass.Digits && !scan[at].Formatted
                && scan[at].Value is > 0 and < 1000;
            return named ? Mention(at, at + 1, scan[at].Value) : Short(scan, at);
        }
        bool era = year.End - at > 1;
        return era || LooksLikeYear(scan, at) ? Mention(at, year.End, year.Year) : null;
    }

    /// <summary>"c. 314", "in 348" in a story of such times; "1892 – 94": the second is 1894.</summary>
    private static TimeMention? Short(TimeScan scan, int at)
    {
        if (scan.Class(at) != WordClass.Digits || scan[at].Formatted || scan[at].Glued && scan.Class(at - 1) != WordClass.Mark) { return null; }
        int value = scan[at].Value;
        bool afterDash = scan.IsDash(at - 1) && !scan[at].Glued && !scan[at - 1].Glued;
        if (scan[at].Length == 2)
        {
            return afterDash && scan.IsYear(at - 2) && value > scan[at - 2].Value % 100
                ? Mention(at, at + 1, (scan[at - 2].Value / 100 * 100) + value) : null;
        }
        bool counted = scan.Class(at + 1) is WordClass.Unit or WordClass.Scale or WordClass.Digits || IsPluralNoun(scan, at + 1)
            || (at + 1 < scan.Count && scan[at + 1].Glued && !(scan.Class(at + 1) == WordClass.Mark && scan.Word(at + 1)[0] is '.' or ',' or ')' or ';'));
        if (scan[at].Length != 3 || value < 100 || counted) { return null; }
        bool circa = scan.Is(at - 1, ".") && scan.Is(at - 2, "c", "ca") || scan.Is(at - 1, "circa");
        if (circa) { return Mention(at, at + 1, value); }
        bool span = afterDash && scan.Class(at - 2) == WordClass.Digits && scan[at - 2].Length == 3 && scan[at - 2].Value < value && scan.Class(at + 1) == WordClass.Mark;
        bool introduced = scan.Is(at - 1, "in", "since") || scan.Is(at - 1, "after", "before") || scan.Is(at - 1, "around", "until") || scan.Is(at - 1, "by") || scan.Is(at - 1, "about");
        return span || introduced ? Mention(at, at + 1, value) with { Weak = true } : null;
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
