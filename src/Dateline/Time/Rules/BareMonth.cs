namespace Dateline.Time.Rules;

/// <summary>A month alone. "may" and "march" and abbreviations need a word before them that only a month follows.</summary>
/// <example>"in October", "until May", "the June vote"; not "May said", "the Long March".</example>
/// <seealso href="specs/time/months.md"/>
internal sealed class BareMonth : ITimeRule
{
    public string Name => "time/month";

    public ReadOnlySpan<WordClass> Starts => [WordClass.Month];

    public TimeMention? Match(TimeScan scan, int at)
    {
        if (Days.Month(scan, at) is not { } month || scan.IsFalseFriend(at)) { return null; }
        bool doubtful = scan[at].Length <= 4 && !scan.Is(at, "june") && !scan.Is(at, "july") || scan.Is(at, "march") || (!scan[at].Capital && scan.Is(at, "august"));
        if (doubtful ? !Introduced(scan, at) : IsName(scan, at)) { return null; }
        int end = month.End;
        PartialDate? until = null;
        if (scan.IsDash(end) && Days.Month(scan, end + 1) is { } second && second.Month > month.Month && scan[end + 1].Capital)
        {
            (until, end) = (PartialDate.OfMonth(null, second.Month), second.End);
        }
        // The dot after an abbreviation that ends the sentence is not the month's.
        return new TimeMention(at, end, TimeType.Date) { Date = PartialDate.OfMonth(null, month.Month), Until = until };
    }

    /// <summary>A preposition of time, a deictic word or an edge ("early") stands before; "in May" but not "in May's words".</summary>
    private static bool Introduced(TimeScan scan, int at)
    {
        if (!scan[at].Capital && scan.Is(at, "march", "may") && !scan.Is(at - 1, "in", "since")) { return false; }
        return TimePrepositions.Contains(scan.Word(at - 1)) || scan.Class(at - 1) is WordClass.Deixis or WordClass.Edge or WordClass.Month
            || (scan.Is(at - 1, "and", "to") && scan.Class(at - 2) == WordClass.Month)
            || (scan.IsDash(at - 1) && scan.Class(at - 2) is WordClass.Edge or WordClass.Month);
    }

    /// <summary>"April Smith", "August Wilson": a capital word follows and no preposition of time stands before.</summary>
    private static bool IsName(TimeScan scan, int at) =>
        !Introduced(scan, at) && scan.Class(at + 1) == WordClass.Other && scan[at + 1].Capital
            && scan.Is(at, "april") | scan.Is(at, "june") | scan.Is(at, "august") && !scan.Is(at - 1, "the");
}
