namespace Dateline.Time.Rules;

/// <summary>Tells where the words span from one time to another: both then run from the first day of the one to the last day of the other.</summary>
/// <example>"from Monday to Wednesday": Monday and Wednesday, each with start 2019-11-18 and end 2019-11-21.</example>
/// <seealso href="specs/time/intervals.md"/>
internal static class Interval
{
    /// <summary>True when the second mention ends what the first begins: "from A to B", "between A and B".</summary>
    public static bool Joins(TimeScan scan, TimeMention first, TimeMention second)
    {
        bool points = IsPoint(first) && IsPoint(second) && second.First - first.End == 1;
        if (!points) { return false; }
        if (scan.Is(first.First - 1, "from")) { return scan.Is(first.End, "to", "until")
            || scan.Is(first.End, "till", "through") || scan.IsDash(first.End); }
        if (scan.Is(first.First - 1, "between")) { return scan.Is(first.End, "and") || scan.IsDash(first.End) || scan.Is(first.End, "to", "through"); }
        // "July 1 to July 3", "2014 to 2018": two dates of one grain, nothing but the word between.
        return first.Date is { } one && second.Date is { } other && one.Grain == other.Grain
            && (scan.Is(first.End, "to", "through") || scan.IsDash(first.End));
    }

    private static bool IsPoint(TimeMention mention) => mention.Type is TimeType.Date && mention.Until is null && mention.Value is null;
}
