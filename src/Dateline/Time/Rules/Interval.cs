namespace Dateline.Time.Rules;

/// <summary>Joins two times into one where the words span from the one to the other.</summary>
/// <example>"from Monday to Wednesday" -> 2019-11-18/2019-11-20; "between May and July" -> 2019-05/2019-07; not "between 1914 - and".</example>
/// <seealso href="specs/time/intervals.md"/>
internal static class Interval
{
    /// <summary>The name written on every record the rule makes.</summary>
    public const string Name = "time/interval";

    /// <summary>True when the second mention ends what the first begins: "from A to B", "between A and B".</summary>
    public static bool Joins(TimeScan scan, TimeMention first, TimeMention second)
    {
        bool points = IsPoint(first) && IsPoint(second) && second.First - first.End == 1;
        if (!points) { return false; }
        if (scan.Is(first.First - 1, "from")) { return scan.Is(first.End, "to", "until") || scan.Is(first.End, "till", "through") || scan.IsDash(first.End); }
        return scan.Is(first.First - 1, "between") && scan.Is(first.End, "and");
    }

    private static bool IsPoint(TimeMention mention) => mention.Type is TimeType.Date && mention.Until is null && mention.Value is null;
}
