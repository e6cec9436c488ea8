namespace Dateline.Time;

/// <summary>What a mention may lean on: the story's date, the date last named, and which way its verb looks.</summary>
internal sealed class TimeContext
{
    /// <summary>News tells of what was more than of what will be: a date ahead must be so much nearer. Stories dev, half A.</summary>
    private const int UnknownAheadWeight = 3;

    /// <summary>A history that has just named a date this close to its own day has come to the present: "last week" is the week before the story.</summary>
    private const int PresentDays = 60;

    private readonly Lazy<Direction> _lean;

    public TimeContext(DateOnly? reference, PartialDate? focus, bool narrative, Func<Direction> lean)
    {
        Reference = reference;
        Focus = focus;
        Narrative = narrative;
        _lean = new Lazy<Direction>(lean, LazyThreadSafetyMode.None);
    }

    /// <summary>The story's date ("t0"); null when nothing settles it.</summary>
    public DateOnly? Reference { get; }

    /// <summary>The date last named in the passage, or null.</summary>
    public PartialDate? Focus { get; }

    /// <summary>The passage tells history: dates without a year belong to the year last named, not to the story's.</summary>
    public bool Narrative { get; }

    /// <summary>The passage has just named a year long past: months and days without a year are that year's.</summary>
    public bool InToldYear { get; init; }

    /// <summary>The day last named in the passage: from a year no day can be reckoned.</summary>
    public PartialDate? Day { get; init; }

    /// <summary>The years a history is telling of; null in news.</summary>
    public NarrativeThread? Thread { get; init; }

    /// <summary>Where the governing verb puts the time.</summary>
    public Direction Lean => _lean.Value;

    /// <summary>The day "last", "this" and "next" are reckoned from.</summary>
    public DateOnly? Present => PresentIsReference ? Reference : Focus!.Value.Range()!.Value.Start;

    /// <summary>The date "that", "the following" and "later" are reckoned from.</summary>
    public PartialDate? Anchor => Focus ?? (Reference is { } day ? PartialDate.OfDay(day) : null);

    /// <summary>The date from which a unit of this grain can be reckoned: the date last named if it is fine enough, else the day last named.</summary>
    public PartialDate? AnchorFor(Grain grain) => Focus is { } focus && focus.Grain < grain && grain >= Grain.Month
        && Day is { } day && day.Year == focus.Year ? day : Anchor;

    /// <summary>True when <see cref="Present"/> is the story's date.</summary>
    public bool PresentIsReference => !(Narrative && Focus?.Range() is { } focus) || (Reference is { } day && Math.Abs(focus.Start.DayNumber - day.DayNumber) <= PresentDays);

    /// <summary>The latest year of the partial date that lies on the wanted side of the day; the nearest when no side is known.</summary>
    public static PartialDate Place(PartialDate date, DateOnly day, Direction direction)
    {
        PartialDate best = date.In(day.Year);
        int bestDistance = int.MaxValue;
        for (int year = day.Year + 1; year >= day.Year - 4; year--)
        {
            PartialDate candidate = date.In(year);
            if (candidate.Range() is not { } range) { continue; }
            bool fits = direction switch
            {
                Direction.Past => range.Start <= day,
                Direction.Future => range.End > day,
                _ => true,
            };
            if (!fits) { continue; }
            int ahead = range.Start.DayNumber - day.DayNumber;
            int distance = ahead > 0 ? ahead * UnknownAheadWeight : -ahead;
            if (distance < bestDistance) { (best, bestDistance) = (candidate, distance); }
        }
        return best;
    }

    /// <summary>The day of the week on the wanted side: the latest on or before the day, or the first after it.</summary>
    public static DateOnly Place(DayOfWeek weekday, DateOnly day, Direction direction)
    {
        int back = ((int)day.DayOfWeek - (int)weekday + 7) % 7;
        return direction == Direction.Future ? day.AddDays(7 - back) : day.AddDays(-back);
    }
}
