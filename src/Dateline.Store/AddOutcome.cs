namespace Dateline.Store;

/// <summary>What became of a story that was added.</summary>
public enum AddOutcome
{
    /// <summary>It was new.</summary>
    Added,

    /// <summary>The same story, read by the same coder, was there: nothing was written.</summary>
    Known,

    /// <summary>A new version of a story that was there, or the same read anew by another coder: both are kept, this one is in force.</summary>
    Superseded,

    /// <summary>New, and word for word a story of another outlet or address that was there.</summary>
    Copied,
}
