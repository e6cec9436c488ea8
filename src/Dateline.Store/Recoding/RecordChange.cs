namespace Dateline.Store.Recoding;

/// <summary>What became of a record when its story was read anew.</summary>
public enum RecordFate
{
    /// <summary>The same in every field, whatever its id is now.</summary>
    Kept,

    /// <summary>Of the same words, with other fields.</summary>
    Changed,

    /// <summary>New.</summary>
    Added,

    /// <summary>Gone: the words are no such record any more.</summary>
    Withdrawn,
}

/// <summary>A record before and after.</summary>
/// <param name="Story">The story's id.</param>
/// <param name="Kind">statement, event, entity, time, place or quantity.</param>
/// <param name="Fate">What became of it.</param>
/// <param name="Old">Its id before; null for a new one.</param>
/// <param name="New">Its id now; null for one that was withdrawn.</param>
/// <param name="Fields">Names of the fields that differ, for a changed one.</param>
public sealed record RecordChange(string Story, string Kind, RecordFate Fate, string? Old, string? New, IReadOnlyList<string>? Fields = null);
