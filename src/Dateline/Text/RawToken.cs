namespace Dateline.Text;

/// <summary>A word as cut from the text, before it has an analysis.</summary>
/// <param name="Span">Its characters.</param>
/// <param name="MultiwordLength">On the first word of a written token of several words, their number; else 0.</param>
internal readonly record struct RawToken(TextSpan Span, byte MultiwordLength = 0);
