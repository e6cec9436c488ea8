using Dateline.Time.Rules;

namespace Dateline.Time;

/// <summary>All time rules, asked at each word that can begin a time; the longest match wins, then the earlier rule.</summary>
internal sealed class TimeGrammar
{
    private readonly DeicticUnit _deicticUnit = new();
    private readonly ITimeRule[][] _core;
    private readonly ITimeRule[][] _wrappers;

    public TimeGrammar()
    {
        MonthDay monthDay = new();
        DayMonth dayMonth = new();
        _core = ByClass(
        [
            new IsoDate(), new NumericDate(), monthDay, dayMonth, new MonthYear(), new WeekdayRule(monthDay, dayMonth, _deicticUnit), new HolidayRule(),
            new YearRange(), new Year(), new DecadeRule(), new CenturyRule(), new SeasonRule(), new QuarterRule(),
            new DayWordRule(), new DeicticMonth(monthDay), new DeicticWeekday(), _deicticUnit, new Offset(),
            new Clock(), new Duration(), new SetRule(), new DayPartRule(), new VagueRule(), new BareMonth(), new SecondDay(), new WeekNumber(), new SlashDate(), new SpokenClock(),
        ]);
        _wrappers = ByClass([new EdgeOf(this), new PartOf(this), new SpanOfUnits(this), new Approximated(this), new OffsetFrom(this), new DayOfMonth(this)]);
    }

    /// <summary>All mentions of a block, from left to right; none overlap.</summary>
    public IReadOnlyList<TimeMention> All(TimeScan scan)
    {
        List<TimeMention> found = [];
        for (int at = 0; at < scan.Count;)
        {
            TimeMention? mention = scan.Class(at) is WordClass.Mark or WordClass.Other && !CanStart(scan, at) ? null : Match(scan, at);
            if (mention is null) { at++; continue; }
            found.Add(mention);
            at = Math.Max(mention.End, at + 1);
        }
        return found;
    }

    /// <summary>The longest mention that begins at the word, with its part of day or clock time; null if none does.</summary>
    public TimeMention? Match(TimeScan scan, int at)
    {
        TimeMention? core = Core(scan, at);
        TimeMention? wrapped = Longest(_wrappers, scan, at);
        TimeMention? best = core is null || (wrapped is not null && wrapped.End >= core.End) ? wrapped ?? core : core;
        return best is null ? null : DaySuffix.Extend(this, scan, best);
    }

    /// <summary>A quick test for plain words and marks: only few of them begin a time.</summary>
    public static bool CanStart(TimeScan scan, int at)
    {
        if (scan.Class(at) == WordClass.Mark) { return scan.IsApostrophe(at); }
        return scan[at].Length switch
        {
            1 => scan.Word(at)[0] is 'Q' or 'q',
            2 => scan.Is(at, "at", "AD"),
            4 => scan.Is(at, "more", "less"),
            5 => scan.Is(at, "these"),
            6 => scan.Is(at, "recent"),
            _ => false,
        };
    }

    /// <summary>The longest mention without a modifier before it.</summary>
    public TimeMention? Core(TimeScan scan, int at) => Longest(_core, scan, at) is { } found
        ? YearSuffix.Extend(_deicticUnit, scan, found) : null;

    private static TimeMention? Longest(ITimeRule[][] rules, TimeScan scan, int at)
    {
        TimeMention? best = null;
        foreach (ITimeRule rule in rules[(int)scan.Class(at)])
        {
            if (rule.Match(scan, at) is { } found && (best is null || found.End > best.End))
            {
                best = found.Rule.Length > 0 ? found : found with { Rule = rule.Name };
            }
        }
        return best;
    }

    private static ITimeRule[][] ByClass(ITimeRule[] rules)
    {
        List<ITimeRule>[] lists = new List<ITimeRule>[Enum.GetValues<WordClass>().Length];
        for (int i = 0; i < lists.Length; i++) { lists[i] = []; }
        foreach (ITimeRule rule in rules)
        {
            foreach (WordClass kind in rule.Starts) { lists[(int)kind].Add(rule); }
        }
        return Array.ConvertAll(lists, l => l.ToArray());
    }
}
