using System.Globalization;

namespace Dateline.Time;

/// <summary>How fine a date is.</summary>
internal enum Grain : byte { Century, Decade, Year, Half, Quarter, Season, Month, Week, Weekend, Day }

/// <summary>A date that is known down to a grain, or lacks its year: "July", "the summer of 2014", "the 1990s".</summary>
/// <remarks>
/// <see cref="Part"/> is the month for days and months, 1–4 for seasons and quarters, 1–2 for halves, the ISO week for weeks.
/// For decades and centuries <see cref="Year"/> is the first year (1990, 1900) and <see cref="Part"/> tells which years of them: 0 all, 1 early, 2 middle, 3 late ones. Years before Christ are negative: -264 is 264 BC.
/// </remarks>
internal readonly record struct PartialDate(Grain Grain, int? Year, int Part = 0, int Day = 0)
{
    /// <summary>Part of the day or clock time with its leading T: <c>TMO</c>, <c>T09:00</c>; null for none.</summary>
    public string? Clock { get; init; }

    public static PartialDate OfYear(int year) => new(Grain.Year, year);

    public static PartialDate OfMonth(int? year, int month) => new(Grain.Month, year, month);

    public static PartialDate OfDay(int? year, int month, int day) => new(Grain.Day, year, month, day);

    public static PartialDate OfDay(DateOnly day) => new(Grain.Day, day.Year, day.Month, day.Day);

    public static PartialDate OfSeason(int? year, int season) => new(Grain.Season, year, season);

    /// <summary>The ISO week that holds the day.</summary>
    public static PartialDate OfWeek(DateOnly day, Grain grain = Grain.Week)
    {
        DateTime moment = day.ToDateTime(TimeOnly.MinValue);
        return new PartialDate(grain, ISOWeek.GetYear(moment), ISOWeek.GetWeekOfYear(moment));
    }

    /// <summary>The date of the same grain that holds the day.</summary>
    public static PartialDate Of(DateOnly day, Grain grain) => grain switch
    {
        Grain.Century => new PartialDate(grain, day.Year / 100 * 100),
        Grain.Decade => new PartialDate(grain, day.Year / 10 * 10),
        Grain.Year => OfYear(day.Year),
        Grain.Half => new PartialDate(grain, day.Year, (day.Month + 5) / 6),
        Grain.Quarter => new PartialDate(grain, day.Year, (day.Month + 2) / 3),
        Grain.Season => new PartialDate(grain, day.Month < 3 ? day.Year - 1 : day.Year, day.Month < 3 ? 4 : day.Month / 3),
        Grain.Month => OfMonth(day.Year, day.Month),
        Grain.Week or Grain.Weekend => OfWeek(day, grain),
        _ => OfDay(day),
    };

    /// <summary>The same date in another year.</summary>
    public PartialDate In(int year) => this with { Year = year };

    /// <summary>The first day, and the first day after; null where the year is not known, before Christ, or no such day exists.</summary>
    public (DateOnly Start, DateOnly End)? Range()
    {
        if (Year is not { } year || year < 1 || year > 9990) { return null; }
        switch (Grain)
        {
            case Grain.Century: return Years(year, CenturyParts[Part]);
            case Grain.Decade: return Years(year, DecadeParts[Part]);
            case Grain.Year: return (new DateOnly(year, 1, 1), new DateOnly(year + 1, 1, 1));
            case Grain.Half: return Months(year, (Part * 6) - 5, 6);
            case Grain.Quarter: return Months(year, (Part * 3) - 2, 3);
            case Grain.Season: return Months(year, Part * 3, 3);
            case Grain.Month: return Months(year, Part, 1);
            case Grain.Week: return WeekStart(year) is { } monday ? (monday, monday.AddDays(7)) : null;
            case Grain.Weekend: return WeekStart(year) is { } first ? (first.AddDays(5), first.AddDays(7)) : null;
            default:
                if (!IsDay(year, Part, Day)) { return null; }
                DateOnly day = new(year, Part, Day);
                return (day, day.AddDays(1));
        }
    }

    /// <summary>True when the calendar has the day, in that year or, without one, in any.</summary>
    public static bool IsDay(int? year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year is >= 1 and <= 9990 ? year.Value : 2000, month);

    /// <summary>The TIMEX3 value.</summary>
    public override string ToString() => DateText() + Clock;

    private string DateText()
    {
        // "199" and "19" are years to most readers: so many years are written as their days.
        if (Grain is Grain.Century or Grain.Decade && Range() is { } years)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{years.Start:yyyy-MM-dd}/{years.End.AddDays(-1):yyyy-MM-dd}");
        }
        string year = Year switch
        {
            null => "XXXX",
            < 0 => "BC" + (-Year.Value).ToString("0000", CultureInfo.InvariantCulture),
            _ => Year.Value.ToString("0000", CultureInfo.InvariantCulture),
        };
        return Grain switch
        {
            Grain.Century => year[..^2],
            Grain.Decade => year[..^1],
            Grain.Year => year,
            Grain.Half => $"{year}-H{Part}",
            Grain.Quarter => $"{year}-Q{Part}",
            Grain.Season => $"{year}-{SeasonCodes[Part]}",
            Grain.Month => string.Create(CultureInfo.InvariantCulture, $"{year}-{Part:00}"),
            Grain.Week => string.Create(CultureInfo.InvariantCulture, $"{year}-W{Part:00}"),
            Grain.Weekend => string.Create(CultureInfo.InvariantCulture, $"{year}-W{Part:00}-WE"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{year}-{Part:00}-{Day:00}"),
        };
    }

    private static readonly string[] SeasonCodes = ["", "SP", "SU", "FA", "WI"];

    /// <summary>The years meant by "the 1950s", "the early", "the mid-" and "the late 1950s": first, and first one after.</summary>
    private static readonly (int From, int To)[] DecadeParts = [(0, 10), (0, 5), (4, 7), (5, 10)];
    private static readonly (int From, int To)[] CenturyParts = [(0, 100), (0, 25), (40, 61), (75, 100)];

    private static (DateOnly Start, DateOnly End) Years(int year, (int From, int To) part) =>
        (new DateOnly(year + part.From, 1, 1), new DateOnly(Math.Min(year + part.To, 9999), 1, 1));

    private static (DateOnly Start, DateOnly End) Months(int year, int first, int count)
    {
        DateOnly start = new DateOnly(year, 1, 1).AddMonths(first - 1);
        return (start, start.AddMonths(count));
    }

    private DateOnly? WeekStart(int year) =>
        Part is >= 1 and <= 53 ? DateOnly.FromDateTime(ISOWeek.ToDateTime(year, Part, DayOfWeek.Monday)) : null;
}
