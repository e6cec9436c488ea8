namespace Dateline.Store.Feeds;

/// <summary>What a store knows of a feed that is watched.</summary>
public sealed record FeedState
{
    public required string Url { get; init; }
    public string? ETag { get; init; }
    public string? LastModified { get; init; }
    /// <summary>When it is asked again, in UTC.</summary>
    public DateTime Due { get; init; }
    /// <summary>Failures in a row.</summary>
    public int Failures { get; init; }
    /// <summary>Its server said that it is no more.</summary>
    public bool IsGone { get; init; }
    /// <summary>When it was asked last, in UTC.</summary>
    public DateTime Asked { get; init; }
    /// <summary>Why the last time failed.</summary>
    public string? Error { get; init; }

    /// <summary>The state after an answer.</summary>
    public FeedState Answered(DateTime now, TimeSpan every, string? etag, string? lastModified) => this with { ETag = etag, LastModified = lastModified, Due = now + every, Failures = 0, Asked = now, Error = null };

    /// <summary>The state after a failure: each in a row doubles the time to the next, up to a day; a server that asks for more gets it.</summary>
    public FeedState Failed(DateTime now, TimeSpan every, string error, TimeSpan? retryAfter, bool gone)
    {
        TimeSpan wait = TimeSpan.FromSeconds(Math.Min(every.TotalSeconds * Math.Pow(2, Math.Min(Failures, 20)), TimeSpan.FromDays(1).TotalSeconds));
        if (retryAfter is { } asked && asked > wait) { wait = asked > TimeSpan.FromDays(7) ? TimeSpan.FromDays(7) : asked; }
        return this with { Due = now + wait, Failures = Failures + 1, IsGone = gone, Asked = now, Error = error };
    }
}
