namespace Dateline.Time;

/// <summary>What a whole story says about its time: its date, whether it tells history, and the years its months were named with.</summary>
internal sealed class StoryCalendar
{
    /// <summary>A date this close to the story's own is its own news, whatever years the story names elsewhere.</summary>
    private const int NewsDays = 31;

    private readonly Dictionary<int, int?> _yearOfMonth = [], _yearOfDaysMonth = [];

    /// <summary>Reads the calendar off the mentions of all blocks.</summary>
    public StoryCalendar(DateOnly? reference, IEnumerable<TimeMention> mentions)
    {
        Reference = reference;
        int told = 0, deictic = 0;
        foreach (TimeMention mention in mentions)
        {
            if (mention.Weak) { continue; }
            if (mention.Date is { Year: { } year } date)
            {
                if (year < 1000) { Ancient = true; }
                if (reference is null || year < reference.Value.Year - 1) { told++; }
                if (date.Grain is Grain.Month or Grain.Day)
                {
                    Note(_yearOfMonth, date.Part, year);
                    // "since the coup of February 2021" tells nothing of "on February 12".
                    if (date.Grain == Grain.Day) { Note(_yearOfDaysMonth, date.Part, year); }
                }
            }
            else if (mention.Date is { Year: null, Grain: Grain.Day } && reference is { } day
                && IsNews(mention.Date.Value, day)) { deictic++; }
            else if (mention.Rule is "time/day-word" or "time/deictic-weekday" or "time/deictic-unit"
                || (mention.Weekday is not null && mention.Date is null)) { deictic++; }
        }
        // Measured on stories dev (all news) and wikiwars half A (all history).
        Narrative = told >= 4 && told > 4 * deictic;
    }

    private static void Note(Dictionary<int, int?> years, int part, int year) => years[part] = years.TryGetValue(part, out int? known) && known != year ? null : year;

    private static bool IsNews(PartialDate date, DateOnly day) =>
        TimeContext.Place(date, day, Direction.Past).Range() is { } range && day.DayNumber - range.Start.DayNumber <= 10;

    /// <summary>The story's date; null when nothing settles it.</summary>
    public DateOnly? Reference { get; }

    /// <summary>The story names a year before 1000 as such: "AD 71", "c. 314".</summary>
    public bool Ancient { get; }

    /// <summary>The story tells history more than news.</summary>
    public bool Narrative { get; }

    /// <summary>Gives a date without a year its year.</summary>
    /// <param name="date">Without a year.</param>
    /// <param name="context">What it may lean on.</param>
    /// <param name="told">Whether a date of that month and year has been named before it.</param>
    public PartialDate Complete(PartialDate date, TimeContext context, Func<PartialDate, bool> told)
    {
        if (context.InToldYear && context.Focus?.Year is { } focus) { return date.In(context.Thread?.YearFor(date, focus) ?? focus); }
        if (Reference is not { } day) { return context.Focus?.Year is { } year ? date.In(year) : date; }
        if (date.Grain == Grain.Week) { return date.In(day.Year); }
        PartialDate placed = TimeContext.Place(date, day, context.Lean);
        bool news = placed.Range() is { } range && Math.Abs(range.Start.DayNumber - day.DayNumber) <= NewsDays;
        if (!news && date.Grain is Grain.Month or Grain.Day && _yearOfMonth.TryGetValue(date.Part, out int? known)
            && known is { } named && (date.Grain == Grain.Month || _yearOfDaysMonth.ContainsKey(date.Part) || told(date.In(named)))) { return date.In(named); }
        return placed;
    }
}
