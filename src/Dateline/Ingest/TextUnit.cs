using Dateline.Text;

namespace Dateline.Ingest;

/// <summary>A line of a plain text, or several that a hard wrap had cut, with what its look tells.</summary>
internal readonly record struct TextUnit
{
    /// <summary>The words, without white space around them.</summary>
    public required TextSpan Span { get; init; }
    /// <summary>A blank line stands before it, or it is the first.</summary>
    public required bool AfterBlank { get; init; }
    /// <summary>Number of words.</summary>
    public required int Words { get; init; }
    /// <summary>Ends as a sentence does: full stop, question or exclamation mark, ellipsis, with or without closing quotes or brackets.</summary>
    public required bool EndsSentence { get; init; }
    /// <summary>A sentence ends inside it, before its last word.</summary>
    public required bool HasInnerSentenceEnd { get; init; }
}
