namespace Dateline.Time;

/// <summary>The years a history has just been telling of, so that a date without a year joins the thread and not an aside.</summary>
internal sealed class NarrativeThread
{
    /// <summary>How many of the last dates make the thread. Wikiwars half A.</summary>
    private const int Length = 6;
    /// <summary>A year so far from the thread is an aside ("a report of 2003 says"). Wikiwars half A.</summary>
    private const int AsideYears = 8;
    /// <summary>A month that would lie so far back begins the next year: after December comes January. Wikiwars half A.</summary>
    private const int BackDays = 183;

    private readonly Queue<int> _years = new();
    /// <summary>A date that would follow the last one this soon is told on from it, though another year was named between. Wikiwars half A.</summary>
    private const int NextDays = 60;

    private DateOnly? _last;
    private bool _lastNamedYearOnly;

    /// <summary>Adds a settled date to the thread.</summary>
    public void Add(PartialDate date)
    {
        if (date.Year is not { } year || date.Grain is Grain.Century or Grain.Decade) { return; }
        _years.Enqueue(year);
        if (_years.Count > Length) { _years.Dequeue(); }
        _lastNamedYearOnly = date.Grain == Grain.Year;
        if (date.Grain is Grain.Month or Grain.Day && date.Range() is { } range) { _last = range.Start; }
    }

    /// <summary>The year of a date that names none, given the year named last.</summary>
    public int YearFor(PartialDate date, int named)
    {
        int year = Thread(named);
        if (_lastNamedYearOnly && _last is { } before && before.Year != year && date.In(before.Year).Range() is { } next)
        {
            int ahead = next.Start.DayNumber - before.DayNumber;
            if (ahead is >= 0 and <= NextDays) { return before.Year; }
        }
        if (_last is not { } last || last.Year != year || date.In(year).Range() is not { } range) { return year; }
        return last.DayNumber - range.Start.DayNumber > BackDays && date.Grain is Grain.Month or Grain.Day ? year + 1 : year;
    }

    private int Thread(int named)
    {
        if (_years.Count < 3) { return named; }
        int[] sorted = [.. _years.Order()];
        int median = sorted[sorted.Length / 2];
        if (Math.Abs(named - median) <= AsideYears) { return named; }
        foreach (int year in _years.Reverse())
        {
            if (Math.Abs(year - median) <= AsideYears) { return year; }
        }
        return named;
    }
}
