using AngleSharp.Dom;
using Dateline.Stories;

namespace Dateline.Ingest.Html;

/// <summary>A run of text between block borders of a page.</summary>
/// <param name="Role">What it is by its element.</param>
/// <param name="Text">White space collapsed.</param>
/// <param name="LinkShare">Share of its characters that stand in links.</param>
/// <param name="Container">The block element that holds it.</param>
internal sealed record PagePart(BlockRole Role, string Text, double LinkShare, IElement Container)
{
    /// <summary>Looks like a paragraph of prose and not like a menu.</summary>
    public bool IsProse => Role is BlockRole.Paragraph or BlockRole.Quote && LinkShare < 0.4 && (Text.Length >= 80 || (Text.Length >= 25 && TextLayout.EndsSentence(Text)));
}
