using System.Globalization;

namespace Dateline.Store.Query;

/// <summary>On which days an outlet has stories, and what is to be seen in that: how many a day, and whether it fell silent.</summary>
/// <param name="days">Each day with stories, the oldest first, and how many there are.</param>
internal sealed class Coverage(IReadOnlyList<(DateOnly Day, long Stories)> days)
{
    /// <summary>Days that a row of bars shows.</summary>
    public const int Shown = 30;

    /// <summary>Of fewer days with stories nobody can say what is usual.</summary>
    private const int Fewest = 5;

    /// <summary>A pause is silence when it is longer than this many days, and than so many usual ones.</summary>
    private const int ShortestSilence = 3, UsualPauses = 4;

    /// <summary>Stories a month, the oldest first.</summary>
    public IReadOnlyList<FacetCount> Months { get; } =
        [.. days.GroupBy(d => d.Day.ToString("yyyy-MM", CultureInfo.InvariantCulture), StringComparer.Ordinal).Select(g => new FacetCount(g.Key, g.Sum(d => d.Stories)))];

    /// <summary>Stories a day over the thirty days up to a day; days without one are left out.</summary>
    public IReadOnlyList<FacetCount> Days(DateOnly until) =>
        [.. days.Where(d => d.Day > until.AddDays(-Shown) && d.Day <= until).Select(d => new FacetCount(d.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), d.Stories))];

    /// <summary>How many days without a story lie behind the last one, where that is far more than is usual for the outlet; null for one that goes on.</summary>
    /// <param name="until">The newest day of the whole store: as long as others go on, this one could.</param>
    public int? Silent(DateOnly until)
    {
        if (days.Count < Fewest) { return null; }
        int pause = until.DayNumber - days[^1].Day.DayNumber;
        return pause > ShortestSilence && pause > UsualPauses * Usual() ? pause : null;
    }

    /// <summary>Days from one with stories to the next, as it usually was of late.</summary>
    private int Usual()
    {
        int[] steps = [.. days.TakeLast(Shown + 1).Zip(days.TakeLast(Shown + 1).Skip(1), (a, b) => b.Day.DayNumber - a.Day.DayNumber).Order()];
        return steps[steps.Length / 2];
    }
}
