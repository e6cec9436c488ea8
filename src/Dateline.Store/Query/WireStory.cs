namespace Dateline.Store.Query;

/// <summary>A story as a wire shows it: its head, and in a few words what is in it.</summary>
public sealed record WireStory
{
    public required string Id { get; init; }
    public string? Outlet { get; init; }
    /// <summary>Day of publication, ISO 8601.</summary>
    public string? Day { get; init; }
    /// <summary>Date or instant as the source gave it.</summary>
    public string? Published { get; init; }
    public string? Headline { get; init; }
    /// <summary>The first words of a story that has no headline.</summary>
    public string? Opening { get; init; }
    public string? Url { get; init; }
    public string? DatelinePlace { get; init; }
    public string? Language { get; init; }
    /// <summary>True for a word-for-word copy of another story in the store.</summary>
    public bool IsCopy { get; init; }
    public long Statements { get; init; }
    public long Events { get; init; }
    /// <summary>Who speaks, the first to speak first.</summary>
    public required IReadOnlyList<string> Speakers { get; init; }
    /// <summary>What is reported, in text order, background last.</summary>
    public required IReadOnlyList<WireEvent> Reported { get; init; }
}

/// <summary>An event in the list of stories.</summary>
/// <param name="Id">Inside the story: <c>v1</c>.</param>
/// <param name="Code">PLOVER category, with its mode.</param>
/// <param name="Status">reported, planned, denied …</param>
/// <param name="Country">Where, ISO 3166-1 alpha-3.</param>
public sealed record WireEvent(string Id, string Code, string Status, string? Country);
