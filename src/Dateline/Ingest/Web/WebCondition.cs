using System.Globalization;
using System.Net;

namespace Dateline.Ingest.Web;

/// <summary>What is known of an address from the last time it was asked, and what its server says now: a page that has not changed is not sent again.</summary>
internal sealed class WebCondition
{
    /// <summary>Entity tag of the page that is known.</summary>
    public string? ETag { get; set; }

    /// <summary>Its date of change, as its server wrote it.</summary>
    public string? LastModified { get; set; }

    /// <summary>True when the server says that nothing has changed.</summary>
    public bool NotModified { get; private set; }

    /// <summary>True when the server says that there is nothing any more, for good (410).</summary>
    public bool IsGone { get; private set; }

    /// <summary>How long the server asks to be left alone; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; private set; }

    /// <summary>Adds the fields to a request.</summary>
    public void Ask(HttpRequestMessage request)
    {
        if (ETag is { } tag) { request.Headers.TryAddWithoutValidation("If-None-Match", tag); }
        if (LastModified is { } date) { request.Headers.TryAddWithoutValidation("If-Modified-Since", date); }
    }

    /// <summary>Notes what an answer says.</summary>
    public void Note(HttpResponseMessage response)
    {
        NotModified = response.StatusCode == HttpStatusCode.NotModified;
        IsGone = response.StatusCode == HttpStatusCode.Gone;
        RetryAfter = response.Headers.RetryAfter is { } retry ? retry.Delta ?? retry.Date - DateTimeOffset.UtcNow : null;
        if (response.StatusCode != HttpStatusCode.OK) { return; }
        ETag = response.Headers.ETag?.ToString();
        LastModified = response.Content.Headers.LastModified?.ToString("R", CultureInfo.InvariantCulture);
    }
}
