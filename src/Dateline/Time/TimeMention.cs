namespace Dateline.Time;

/// <summary>Words that name a time, before their value is settled: <c>[First, End)</c> are words of a <see cref="TimeScan"/>.</summary>
internal sealed record TimeMention(int First, int End, TimeType Type)
{
    /// <summary>What the words themselves say of a date; its year may be missing.</summary>
    public PartialDate? Date { get; init; }

    /// <summary>The other end, for "1992-1994".</summary>
    public PartialDate? Until { get; init; }

    /// <summary>The value as it stands: durations, sets, <c>PAST_REF</c>.</summary>
    public string? Value { get; init; }

    /// <summary>The value when it depends on the story's date or on an earlier mention.</summary>
    public Func<TimeContext, TimeValue?>? Resolve { get; init; }

    /// <summary>What is done with the settled value: "two weeks after" May 13.</summary>
    public Func<TimeValue, TimeValue?>? Then { get; init; }

    /// <summary>Day of the week the words name beside a date or alone.</summary>
    public DayOfWeek? Weekday { get; init; }

    /// <summary>Part of the day or time of day with its leading T; its day is named with it or before it.</summary>
    public string? ClockTime { get; init; }

    /// <summary>The week that holds the date is meant.</summary>
    public bool Week { get; init; }

    /// <summary>So bare a number that only a story of such old times makes a year of it: "in 348".</summary>
    public bool Weak { get; init; }

    /// <summary>Name of the rule that matched.</summary>
    public string Rule { get; init; } = "";
}

/// <summary>On which side of the reference date a time lies.</summary>
internal enum Direction : byte { Unknown, Past, Future }

/// <summary>A settled value with the date that later mentions may lean on.</summary>
/// <param name="Date">The date it names, or null for durations and vague words.</param>
/// <param name="FromReference">Reckoned from the story's date.</param>
internal readonly record struct TimeValue(PartialDate? Date, bool FromReference = false)
{
    /// <summary>The TIMEX3 value where it is not the date's own.</summary>
    public string? Value { get; init; }

    /// <summary>The type where the context decides it: "in two weeks" is a length or a day ahead.</summary>
    public TimeType? Type { get; init; }

    /// <summary>The other end of an interval.</summary>
    public PartialDate? Until { get; init; }
}
