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
        List<Block> split = [.. blocks];
        DatelineMatch? day = null;
        for (int i = 0; i < split.Count && seen < Paragraphs; i++)
        {
            if (split[i].Role != BlockRole.Paragraph) { continue; }
            DatelinePosition position = seen++ == 0 ? DatelinePosition.Opening : DatelinePosition.Later;
            TextSpan span = split[i].Span;
            if (DatelineRecognizer.Recognize(text, span, position) is not { } match) { continue; }
            TextSpan rest = TextLayout.Trim(text, match.Span.End, span.End);
            if (!rest.IsEmpty) { split.Insert(i + 1, split[i] with { Span = rest }); }
            split[i] = split[i] with { Role = BlockRole.Dateline, Span = match.Span };
            if (match.Place is not null || !rest.IsEmpty) { return (split, match with { Date = match.Date ?? day?.Date }); }
            // A line that is only a date stands above the text and leaves its opening free for the place.
            day ??= match;
            seen = 0;
        }
        return day is null ? (blocks, null) : (split, day);
    }
}
