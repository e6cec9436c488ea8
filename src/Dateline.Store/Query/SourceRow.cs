namespace Dateline.Store.Query;

/// <summary>What the store holds of one outlet.</summary>
public sealed record SourceRow
{
    /// <summary>Null for stories that name none.</summary>
    public string? Outlet { get; init; }
    public required long Stories { get; init; }
    /// <summary>Day of the oldest story.</summary>
    public string? First { get; init; }
    /// <summary>Day of the newest.</summary>
    public string? Last { get; init; }
    /// <summary>Stories without a day.</summary>
    public long Undated { get; init; }
    /// <summary>ISO codes, separated by commas.</summary>
    public string? Languages { get; init; }
    /// <summary>Stories that are word for word another one.</summary>
    public long Copies { get; init; }
    public long Statements { get; init; }
    public long Events { get; init; }
    /// <summary>Instant the latest was added.</summary>
    public required string Added { get; init; }
    /// <summary>Stories a month.</summary>
    public IReadOnlyList<FacetCount> Months { get; init; } = [];
    /// <summary>Stories a day over the thirty days up to <see cref="DaysUntil"/>.</summary>
    public IReadOnlyList<FacetCount> Days { get; init; } = [];
    /// <summary>The newest day of the whole store.</summary>
    public string? DaysUntil { get; init; }
    /// <summary>Days since its last story up to the newest day of the store, where that is far more than is usual for the outlet.</summary>
    public int? SilentDays { get; init; }
    /// <summary>How late its stories were read, of those that a watched feed brought.</summary>
    public Lag? Lag { get; init; }
}
