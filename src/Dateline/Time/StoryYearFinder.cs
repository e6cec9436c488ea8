using Dateline.Stories;

namespace Dateline.Time;

/// <summary>The year of a story whose day nothing settles: from the persons it names in an office or a race, and the years it tells of.</summary>
/// <remarks>Silent where the evidence leaves it open; what else fits is kept as alternatives.</remarks>
internal static class StoryYearFinder
{
    /// <summary>A span of two years is told as the one that holds so large a part of its months. PolNeAR train.</summary>
    private const double LargePart = 0.85;
    /// <summary>With more years left there is no answer. PolNeAR train.</summary>
    private const int FewYears = 2;

    /// <summary>The year, or null.</summary>
    /// <param name="incumbents">The persons.</param>
    /// <param name="latest">The latest year told as past or present; 0 for none.</param>
    /// <param name="coming">The earliest year told as future; 0 for none.</param>
    public static StoryYear? Find(Incumbents incumbents, int latest, int coming)
    {
        if (!incumbents.Any || incumbents.IsLoneCandidate) { return null; }
        List<DateOnly> months = [.. incumbents.Months().Where(m => m.Year >= latest && (coming == 0 || m.Year <= coming))];
        int[] years = [.. months.Select(m => m.Year).Distinct()];
        string basis = string.Join('+', new[]
        {
            incumbents.AnyOffice ? "incumbents" : null, incumbents.AnyCandidate ? "candidates" : null, latest > 0 || coming > 0 ? "years" : null,
        }.Where(b => b is not null));
        switch (years.Length)
        {
            case 0:
                return null;
            case 1:
                return new StoryYear { Value = years[0], Basis = basis };
        }
        int most = years.MaxBy(y => months.Count(m => m.Year == y));
        bool large = years.Length <= FewYears && months.Count(m => m.Year == most) >= LargePart * months.Count;
        return large ? new StoryYear { Value = most, Basis = basis, Alternatives = [.. years.Where(y => y != most)] } : null;
    }
}
