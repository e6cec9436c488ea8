using Dateline.Text;

namespace Dateline.Statements;

/// <summary>A stretch between quotation marks, inside one block.</summary>
/// <param name="Span">With its marks; an unclosed one ends with its block.</param>
/// <param name="Block">Index into <c>Story.Blocks</c>.</param>
/// <param name="Depth">0 outside all other quotations.</param>
/// <param name="Marks">The kind of mark that opens it.</param>
/// <param name="Closed">False when the closing mark is missing.</param>
/// <param name="Continues">True when the mark only repeats the opening of a quotation that the paragraph before left open.</param>
public readonly record struct Quotation(TextSpan Span, int Block, int Depth, QuotationMarks Marks, bool Closed, bool Continues)
{
    /// <summary>Without the marks.</summary>
    public TextSpan Inner => new(Span.Start + MarkLength, Closed ? Span.End - MarkLength : Span.End);

    private int MarkLength => Marks == QuotationMarks.Apostrophes ? 2 : 1;

    /// <summary>True for single marks, which also serve as apostrophes and scare quotes.</summary>
    public bool IsSingle => Marks is QuotationMarks.SingleStraight or QuotationMarks.SingleCurly or QuotationMarks.SingleGuillemets;
}

/// <summary>The pairs of marks, by the one that opens. <c>Apostrophes</c>: two straight single marks typed for a double one.</summary>
public enum QuotationMarks : byte { Straight, Curly, Low, Guillemets, Apostrophes, SingleStraight, SingleCurly, SingleGuillemets }
