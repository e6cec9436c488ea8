using System.Globalization;
using Dateline.Store.Query;

namespace Dateline.Web.Pages;

/// <summary>A small row of bars over days or months, empty ones too.</summary>
/// <param name="Values">One for each day or month, in order.</param>
/// <param name="Label">The same in words.</param>
public sealed record BarsModel(IReadOnlyList<long> Values, string Label)
{
    /// <summary>Months that are shown: two years.</summary>
    private const int Months = 24;

    /// <summary>The thirty days up to one.</summary>
    public static BarsModel OfDays(IReadOnlyList<FacetCount> days, string until)
    {
        DateOnly last = DateOnly.ParseExact(until, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        Dictionary<string, long> counts = days.ToDictionary(d => d.Value, d => d.Count, StringComparer.Ordinal);
        long[] values = [.. Enumerable.Range(0, 30).Select(i => counts.GetValueOrDefault(last.AddDays(i - 29).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))];
        return new BarsModel(values, $"{Stories(values.Sum())} on {values.Count(v => v > 0)} of the 30 days to {Days.Short(until)}, at most {Link.Number(values.Max())} a day");
    }

    /// <summary>The months from the first to the last with stories, at most two years.</summary>
    public static BarsModel OfMonths(IReadOnlyList<FacetCount> months)
    {
        int last = Number(months[^1].Value), first = Math.Max(Number(months[0].Value), last - Months + 1);
        Dictionary<int, long> counts = months.ToDictionary(m => Number(m.Value), m => m.Count);
        long[] values = [.. Enumerable.Range(first, last - first + 1).Select(m => counts.GetValueOrDefault(m))];
        return new BarsModel(values, $"{values.Count(v => v > 0)} months with stories, the last {months[^1].Value}, at most {Link.Number(values.Max())} a month");
    }

    private static string Stories(long number) => Link.Number(number) + (number == 1 ? " story" : " stories");

    private static int Number(string month) => int.Parse(month.AsSpan(0, 4), CultureInfo.InvariantCulture) * 12 + int.Parse(month.AsSpan(5, 2), CultureInfo.InvariantCulture) - 1;
}
