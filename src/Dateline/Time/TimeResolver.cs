using Dateline.Text;

namespace Dateline.Time;

/// <summary>Settles the values of a story's mentions, block by block, in text order.</summary>
internal sealed class TimeResolver
{
    /// <summary>So many years back, a date named with its year draws those without one into its own time. Stories dev and wikiwars half A.</summary>
    private const int FarYears = 2;

    private readonly StoryCalendar _calendar;
    private readonly TenseFinder _tense;
    private readonly List<TimeExpression> _found = [];
    private readonly NarrativeThread _thread = new();
    private PartialDate? _focus;
    private PartialDate? _day;
    private string? _focusId;
    private bool _focusIsTold;

    public TimeResolver(StoryCalendar calendar, TenseFinder tense)
    {
        _calendar = calendar;
        _tense = tense;
    }

    /// <summary>The expressions settled so far, in text order.</summary>
    public IReadOnlyList<TimeExpression> Found => _found;

    /// <summary>Settles the mentions of one block.</summary>
    public void Resolve(TimeScan scan, IReadOnlyList<TimeMention> mentions)
    {
        if (!_calendar.Narrative) { (_focus, _day, _focusId, _focusIsTold) = (null, null, null, false); }
        for (int i = 0; i < mentions.Count; i++)
        {
            TimeMention mention = mentions[i];
            if (mention.Rule == Rules.Duration.Age || (mention.Weak && !_calendar.Ancient)) { continue; }
            bool told = mention.Date is { Year: not null };
            if (mention.Date is { Year: null } date && BorrowedYear(scan, mentions, i) is { } borrowed)
            {
                mention = mention with { Date = date.In(borrowed), Until = mention.Until?.In(borrowed) };
            }
            bool inToldYear = _calendar.Narrative || (_focusIsTold && _focus?.Year is { } year
                && _calendar.Reference is { } day && year <= day.Year - FarYears);
            TextSpan span = scan.SpanOf(mention.First, mention.End);
            TimeContext context = new(_calendar.Reference, _focus, _calendar.Narrative, () => _tense.Find(span, scan,
                mention.First)) { InToldYear = inToldYear, Day = _day, Thread = _calendar.Narrative ? _thread : null };
            TimeValue? value = Value(mention, context, scan);
            if (i > 0 && Rules.Interval.Joins(scan, mentions[i - 1], mention)) { value = NotBefore(value, mention); }
            if (value is null && (mention.Resolve is null || mention.Then is not null || mention.Rule == "time/offset"
                || (mention.Rule == "time/day-word" && _calendar.Reference is not null))) { continue; }
            Add(scan, mention, value, told);
            if (i > 0 && value?.Date is not null
                && Rules.Interval.Joins(scan, mentions[i - 1], mentions[i])) { JoinLast(scan, mentions[i - 1]); }
        }
    }

    /// <summary>Gives the last two expressions the days from the first to the second; each keeps the value of its own words.</summary>
    private void JoinLast(TimeScan scan, TimeMention opening)
    {
        if (_found.Count < 2 || _found[^1] is not { End: { } end } second || _found[^2] is not { Start: { } start } first) { return; }
        if (first.Span.Start != scan[opening.First].Start || start >= end) { return; }
        _found[^2] = first with { End = end };
        _found[^1] = second with { Start = start };
    }

    /// <summary>"from November to March": an end that names no year comes after the beginning, whichever is nearer to the story.</summary>
    private TimeValue? NotBefore(TimeValue? value, TimeMention mention)
    {
        bool open = mention.Date is { Year: null, Grain: Grain.Month or Grain.Day } && mention.Until is null;
        if (!open || value is not { Date: { Year: { } year } date } end || _found.Count == 0 || _found[^1].Start is not { } start || date.Range() is not { } range
            || range.End > start) { return value; }
        return end with { Date = date.In(Math.Max(year, start.Year)) is var same && same.Range()?.End > start ? same : date.In(start.Year + 1) };
    }

    /// <summary>"July 1 to July 3, 1863": the year behind the second belongs to the first too.</summary>
    private static int? BorrowedYear(TimeScan scan, IReadOnlyList<TimeMention> mentions, int index)
    {
        int month = mentions[index].Date is { Grain: Grain.Month or Grain.Day } own ? own.Part : 0;
        for (int i = index; i + 1 < mentions.Count && i < index + 4; i++)
        {
            for (int word = mentions[i].End; word < mentions[i + 1].First; word++)
            {
                bool joins = scan.IsDash(word) || scan.Is(word, "and", "to") || scan.Is(word, "or", ",")
                    || scan.Is(word, "until", "through") || scan.Is(word, "till", "the") || scan.Is(word, "in", "from");
                if (!joins) { return null; }
            }
            if (mentions[i + 1].Date is not { } next) { return null; }
            if (next.Year is { } year)
            {
                if (month == 0 && next.Grain == Grain.Year) { return null; }
                return next.Grain is Grain.Month or Grain.Day && month > next.Part ? year - 1 : year;
            }
        }
        return null;
    }

    private TimeValue? Value(TimeMention mention, TimeContext context, TimeScan scan)
    {
        TimeValue? own = OwnValue(mention, context, scan);
        return mention.Then is { } then && own is { } value ? then(value) : own;
    }

    private bool IsTold(PartialDate date) => date.Range() is { } range && _found.Exists(f => f.Start is { } start && start.Year == range.Start.Year && start.Month == range.Start.Month);

    private TimeValue? OwnValue(TimeMention mention, TimeContext context, TimeScan scan)
    {
        // "soon" names a future only where the verb looks ahead: "was soon replaced" does not.
        if (mention.Value == "FUTURE_REF" && mention.Rule == "time/vague" && context.Lean != Direction.Future) { return null; }
        // "now" says no more than the tense of news; in a history it sets what is against what was.
        if (mention.Value == "PRESENT_REF" && !_calendar.Narrative) { return null; }
        if (mention.Value is { } fixedValue) { return new TimeValue(null) { Value = fixedValue }; }
        if (mention.Resolve is { } resolve)
        {
            if (mention.Rule == "time/day-word" && scan.Is(mention.First, "today") && _tense.TellsState(scan.SpanOf(mention.First, mention.End))) { return null; }
            TimeValue? found = resolve(context);
            if (found?.Value == "PRESENT_REF" && context.Lean != Direction.Past) { return null; }
            return found is { Date: { } resolved } && mention.ClockTime is { } clock
                ? found.Value with { Date = resolved with { Clock = clock } } : found;
        }
        if (mention.Date is { } date)
        {
            bool reference = date.Year is null && !context.InToldYear && context.Reference is not null;
            PartialDate whole = date.Year is null ? _calendar.Complete(date, context, IsTold) : date;
            PartialDate? until = mention.Until is { } end ? (end.Year is null ? (whole.Year is { } year ? end.In(year) : end) : end) : null;
            if (mention.Week && whole.Range() is { } range) { whole = PartialDate.OfWeek(range.Start); }
            return new TimeValue(mention.ClockTime is null ? whole : whole with { Clock = mention.ClockTime }, reference) { Until = until };
        }
        if (mention.Weekday is { } weekday)
        {
            if (context.Present is not { } present) { return new TimeValue(null) { Value = $"XXXX-WXX-{(int)(weekday == 0 ? (DayOfWeek)7 : weekday)}{mention.ClockTime}" }; }
            PartialDate day = PartialDate.OfDay(TimeContext.Place(weekday, present, Lean(context, scan, mention)));
            return new TimeValue(day with { Clock = mention.ClockTime }, context.PresentIsReference);
        }
        if (mention.ClockTime is { } time)
        {
            PartialDate? focus = context.Focus is { Grain: Grain.Day } named ? named : null;
            bool figures = time.Length > 3;
            // Opening hours stand by no verb; a clock time in a told sentence is the story's day.
            if (focus is null && figures && !_calendar.Narrative && (!_tense.HasTree
                || context.Lean != Direction.Unknown)
                && context.Reference is { } today) { return new TimeValue(PartialDate.OfDay(today) with { Clock = time }, FromReference: true); }
            // "will meet in the morning", "was shelled at night": the story's day, or the morning after it.
            if (focus is null && !figures && !_calendar.Narrative && _tense.HasTree && context.Lean != Direction.Unknown && context.Reference is { } told)
            {
                DateOnly of = time == "TMO" && context.Lean == Direction.Future ? told.AddDays(1) : told;
                return new TimeValue(PartialDate.OfDay(of) with { Clock = time }, FromReference: true);
            }
            return focus is { } known ? new TimeValue(known with { Clock = time }) : figures ? new TimeValue(null) { Value = time } : null;
        }
        return null;
    }

    private static Direction Lean(TimeContext context, TimeScan scan, TimeMention mention)
    {
        Direction lean = context.Lean;
        bool ahead = scan.Is(mention.First - 1, "until", "till") || scan.Is(mention.First - 1, "by", "before");
        return lean == Direction.Unknown && ahead ? Direction.Future : lean;
    }

    private void Add(TimeScan scan, TimeMention mention, TimeValue? value, bool told)
    {
        string id = "t" + (_found.Count + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        (DateOnly? start, DateOnly? end) = Bounds(scan, mention, value);
        string? text = value?.Value ?? (value?.Date is { } date ? (value.Value.Until is { } until ? $"{date}/{until}"
            : date.ToString()) : null);
        _found.Add(new TimeExpression
        {
            Id = id,
            Span = scan.SpanOf(mention.First, mention.End),
            Type = value?.Type ?? mention.Type,
            Value = text,
            Start = start,
            End = end,
            Anchor = value is not { } settled ? null : settled.FromReference ? "t0"
                : mention.Date is { Year: not null } || mention.Value is not null ? null : _focusId,
            Rule = mention.Rule,
        });
        if (value?.Date is { Year: not null } focus)
        {
            bool years = focus.Grain == Grain.Year && value.Value.Until is not null;
            _focus = (years ? focus : value.Value.Until ?? focus) with { Clock = null };
            if (focus.Grain == Grain.Day) { _day = _focus; }
            _thread.Add(focus);
            _focusId = id;
            _focusIsTold = told || (_focusIsTold && !value.Value.FromReference);
        }
    }

    /// <summary>Half-open days, cut by the preposition: "since 1992" has no end, "by Friday" no start.</summary>
    private static (DateOnly? Start, DateOnly? End) Bounds(TimeScan scan, TimeMention mention, TimeValue? value)
    {
        if (value?.Date?.Range() is not { } range) { return (null, null); }
        DateOnly end = value.Value.Until?.Range()?.End ?? range.End;
        return Rules.TimePrepositions.Bound(scan.Word(mention.First - 1)) switch
        {
            "from" => (range.Start, null),
            "until" => (null, end),
            "before" => (null, range.Start),
            "after" => (end, null),
            _ => (range.Start, end),
        };
    }
}
