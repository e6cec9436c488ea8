using System.Globalization;

namespace Dateline.Store.Panels;

/// <summary>Length of a panel's periods.</summary>
public enum PanelPeriod
{
    /// <summary>Days.</summary>
    Day,

    /// <summary>ISO 8601 weeks, Monday to Sunday.</summary>
    Week,

    /// <summary>Calendar months.</summary>
    Month,
}

/// <summary>Names of periods.</summary>
internal static class PanelPeriods
{
    /// <summary><c>2020-09-27</c>, <c>2020-W39</c> or <c>2020-09</c>.</summary>
    public static string Name(this PanelPeriod period, DateOnly day)
    {
        DateTime moment = day.ToDateTime(TimeOnly.MinValue);
        return period switch
        {
            PanelPeriod.Week => string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(moment):0000}-W{ISOWeek.GetWeekOfYear(moment):00}"),
            PanelPeriod.Month => day.ToString("yyyy-MM", CultureInfo.InvariantCulture),
            _ => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        };
    }

    /// <summary>The day of a number such as 20200927; null for none, or for a number that is no day.</summary>
    public static DateOnly? Day(long? number) =>
        number is { } n && n / 100 % 100 is >= 1 and <= 12 && n / 10_000 is >= 1 and <= 9999 && n % 100 >= 1 && n % 100 <= DateTime.DaysInMonth((int)(n / 10_000), (int)(n / 100 % 100))
            ? new DateOnly((int)(n / 10_000), (int)(n / 100 % 100), (int)(n % 100)) : null;
}
