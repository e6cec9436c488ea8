using System.Collections.Immutable;

namespace Dateline.Time;

/// <summary>Counted units, the coarser before the finer: "three days", "2 weeks and 2 days", "2 years 1 month 21 days".</summary>
/// <param name="End">Index of the word after them.</param>
/// <param name="Parts">Each count with its unit, in text order.</param>
internal readonly record struct UnitCounts(int End, ImmutableArray<(int Count, TimeUnit Unit)> Parts)
{
    private const int MostParts = 4;

    /// <summary>The last and finest unit.</summary>
    public TimeUnit Finest => Parts[^1].Unit;

    /// <summary>The TIMEX3 duration: <c>P2W</c>, <c>P2Y1M21D</c>.</summary>
    public string Duration
    {
        get
        {
            string all = "";
            foreach ((int count, TimeUnit unit) in Parts)
            {
                string one = TimeUnits.Duration(count.ToString(System.Globalization.CultureInfo.InvariantCulture), unit);
                all += all.Length == 0 ? one : all.Contains('T', StringComparison.Ordinal) && one.StartsWith("PT", StringComparison.Ordinal) ? one[2..] : one[1..];
            }
            return all;
        }
    }

    /// <summary>Reads them at the word; null where no whole number of units stands.</summary>
    public static UnitCounts? Read(TimeScan scan, int at)
    {
        List<(int, TimeUnit)> parts = [];
        int end = at;
        for (int word = at; parts.Count < MostParts;)
        {
            if (NumberPhrase.Read(scan, word) is not { Count: { } count } number) { break; }
            int unitAt = number.End;
            if (scan.Is(unitAt, "full", "whole") || scan.Is(unitAt, "short", "long")) { unitAt++; }
            if (scan.Class(unitAt) != WordClass.Unit) { break; }
            TimeUnit unit = (TimeUnit)(scan[unitAt].Value % 50);
            if (parts.Count > 0 && unit >= parts[^1].Item2) { break; }
            parts.Add((count, unit));
            end = unitAt + 1;
            word = scan.Is(end, "and") || scan.IsGlued(end, ",") ? end + 1 : end;
            if (scan.Is(word, "and")) { word++; }
        }
        return parts.Count == 0 ? null : new UnitCounts(end, [.. parts]);
    }

    /// <summary>The day so many units after (or, with a step of -1, before) it; null outside the calendar.</summary>
    public DateOnly? From(DateOnly day, int step)
    {
        foreach ((int count, TimeUnit unit) in Parts)
        {
            (int number, TimeUnit whole) = unit == TimeUnit.Hour && count % 24 == 0 ? (count / 24, TimeUnit.Day) : (count, unit);
            if (TimeUnits.Add(day, whole, number * step) is not { } moved) { return null; }
            day = moved;
        }
        return day;
    }
}
