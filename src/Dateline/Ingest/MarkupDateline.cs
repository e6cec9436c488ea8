using Dateline.Stories;
using Dateline.Text;

namespace Dateline.Ingest;

/// <summary>Cuts the dateline off the first paragraphs of a story whose blocks are known from markup.</summary>
internal static class MarkupDateline
{
    /// <summary>A dateline stands in one of the first paragraphs.</summary>
    private const int Paragraphs = 3;

    /// <summary>The blocks with the dateline as a block of its own, and the dateline.</summary>
    public static (List<Block> Blocks, DatelineMatch? Dateline) Split(string text, List<Block> blocks)
    {
        int seen = 0;
        for (int i = 0; i < blocks.Count && seen < Paragraphs; i++)
        {
            if (blocks[i].Role != BlockRole.Paragraph) { continue; }
            DatelinePosition position = seen++ == 0 ? DatelinePosition.Opening : DatelinePosition.Later;
            TextSpan span = blocks[i].Span;
            if (DatelineRecognizer.Recognize(text, span, position) is not { } match) { continue; }
            List<Block> split = [.. blocks];
            split[i] = blocks[i] with { Role = BlockRole.Dateline, Span = match.Span };
            TextSpan rest = TextLayout.Trim(text, match.Span.End, span.End);
            if (!rest.IsEmpty) { split.Insert(i + 1, blocks[i] with { Span = rest }); }
            return (split, match);
        }
        return (blocks, null);
    }
}
