using System.Globalization;
using Dateline.Events;

namespace Dateline.Tests.Specs.Kinds;

/// <summary>The day, month, year or interval of an event as specs write it.</summary>
public static class EventWhenField
{
    /// <summary>2020-09-27, 2020-07, 1988, the value of its time expression (2014-SU), START..END half-open, START/END with the last day, or "publication".</summary>
    public static Field Of(Event v, SpecReading reading)
    {
        if (v.When is not { } when) { return Field.Absent; }
        string? value = reading.Records.Times.FirstOrDefault(t => t.Id == v.Time)?.Value;
        if (when.Basis == WhenBasis.Publication) { return Field.AnyOf("publication", $"{Day(when.Start)}..{Day(when.End)}"); }
        string halfOpen = $"{Day(when.Start)}..{Day(when.End)}";
        if (when.Start is not { } start || when.End is not { } end) { return Field.AnyOf(halfOpen); }
        string closed = $"{Day(start)}/{Day(end.AddDays(-1))}";
        return Field.AnyOf(Whole(start, end), value, halfOpen, closed);
    }

    private static string? Whole(DateOnly start, DateOnly end) =>
        start.AddDays(1) == end ? Day(start)
        : start.Day == 1 && start.AddMonths(1) == end ? start.ToString("yyyy-MM", CultureInfo.InvariantCulture)
        : start is { Day: 1, Month: 1 } && start.AddYears(1) == end ? start.ToString("yyyy", CultureInfo.InvariantCulture)
        : null;

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
