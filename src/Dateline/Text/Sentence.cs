namespace Dateline.Text;

/// <summary>A run of tokens <c>[First, End)</c> inside one block of a story.</summary>
public readonly record struct Sentence(int First, int End, int Root, int Block, TextSpan Span)
{
    /// <summary>Number of tokens.</summary>
    public int Count => End - First;
}
