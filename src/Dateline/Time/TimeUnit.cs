using System.Globalization;

namespace Dateline.Time;

/// <summary>A unit that durations are counted in, in the order of <c>knowledge/en/time-words.tsv</c>.</summary>
internal enum TimeUnit : byte { None, Second, Minute, Hour, Day, Night, Week, Weekend, Fortnight, Month, Quarter,
    Year, Decade, Century, Millennium }

/// <summary>Arithmetic with units.</summary>
internal static class TimeUnits
{
    /// <summary>The grain at which "last week", "two years ago" are told; null below a day.</summary>
    public static Grain? GrainOf(TimeUnit unit) => unit switch
    {
        TimeUnit.Day or TimeUnit.Night => Grain.Day,
        TimeUnit.Week or TimeUnit.Fortnight => Grain.Week,
        TimeUnit.Weekend => Grain.Weekend,
        TimeUnit.Month => Grain.Month,
        TimeUnit.Quarter => Grain.Quarter,
        TimeUnit.Year => Grain.Year,
        TimeUnit.Decade => Grain.Decade,
        TimeUnit.Century => Grain.Century,
        _ => null,
    };

    /// <summary>The day moved by so many units; null outside the calendar.</summary>
    public static DateOnly? Add(DateOnly day, TimeUnit unit, int count)
    {
        long days = unit switch
        {
            TimeUnit.Day or TimeUnit.Night => count,
            TimeUnit.Week or TimeUnit.Weekend => count * 7L,
            TimeUnit.Fortnight => count * 14L,
            _ => 0,
        };
        if (days != 0)
        {
            long number = day.DayNumber + days;
            return number >= 0 && number <= DateOnly.MaxValue.DayNumber - 400 ? DateOnly.FromDayNumber((int)number) : null;
        }
        long months = unit switch
        {
            TimeUnit.Month => count,
            TimeUnit.Quarter => count * 3L,
            TimeUnit.Year => count * 12L,
            TimeUnit.Decade => count * 120L,
            TimeUnit.Century => count * 1200L,
            TimeUnit.Millennium => count * 12000L,
            _ => 0,
        };
        long total = (day.Year * 12L) + day.Month - 1 + months;
        return total < 12 || total > 9990 * 12L ? null : day.AddMonths((int)months);
    }

    /// <summary>The TIMEX3 duration, e.g. <c>P3D</c>, <c>PT48H</c>; <paramref name="amount"/> may be <c>X</c>.</summary>
    public static string Duration(string amount, TimeUnit unit) => unit switch
    {
        TimeUnit.Second => $"PT{amount}S",
        TimeUnit.Minute => $"PT{amount}M",
        TimeUnit.Hour => $"PT{amount}H",
        TimeUnit.Day or TimeUnit.Night => $"P{amount}D",
        TimeUnit.Week => $"P{amount}W",
        TimeUnit.Weekend => $"P{amount}WE",
        TimeUnit.Fortnight => $"P{Times(amount, 2)}W",
        TimeUnit.Month => $"P{amount}M",
        TimeUnit.Quarter => $"P{Times(amount, 3)}M",
        TimeUnit.Year => $"P{amount}Y",
        TimeUnit.Decade => $"P{Times(amount, 10)}Y",
        TimeUnit.Century => $"P{Times(amount, 100)}Y",
        TimeUnit.Millennium => $"P{Times(amount, 1000)}Y",
        _ => "PX",
    };

    private static string Times(string amount, int factor) =>
        decimal.TryParse(amount, NumberStyles.Number, CultureInfo.InvariantCulture, out decimal number) && number < 1_000_000
            ? (number * factor).ToString("0.###", CultureInfo.InvariantCulture) : amount + (factor == 10 ? "0" : "");
}
