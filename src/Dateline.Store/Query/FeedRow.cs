namespace Dateline.Store.Query;

/// <summary>How a watched feed fares.</summary>
public sealed record FeedRow
{
    /// <summary>Without name and password.</summary>
    public required string Url { get; init; }
    /// <summary>Of most of its stories; null for a feed that has brought none.</summary>
    public string? Outlet { get; init; }
    /// <summary>answers, fails, gone, or overdue: nobody has asked it though it was due an hour ago or more.</summary>
    public required string State { get; init; }
    /// <summary>Instant it was asked last, UTC.</summary>
    public required string Asked { get; init; }
    /// <summary>Instant it last brought a story or a new version of one; null for never.</summary>
    public string? Changed { get; init; }
    /// <summary>Instant it is asked again; null for one that is gone.</summary>
    public string? Due { get; init; }
    /// <summary>In a row.</summary>
    public int Failures { get; init; }
    /// <summary>Why the last time failed.</summary>
    public string? Error { get; init; }
    /// <summary>Stories it brought, versions not counted.</summary>
    public long Stories { get; init; }
    /// <summary>Of the last thirty days; what the feed held when it was first asked is left out.</summary>
    public Lag? Lag { get; init; }
}
