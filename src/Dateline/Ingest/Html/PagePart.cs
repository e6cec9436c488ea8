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
    /// <summary>1–6 for headings, else 0.</summary>
    public int Level { get; init; }

    /// <summary>The texts of the elements inside a heading or caption, where it has several: a kicker and a headline, a caption and its credit.</summary>
    public IReadOnlyList<string> Segments { get; init; } = [];

    /// <summary>The words of a caption that an element of its own names as such, where others stand beside it.</summary>
    public string? Named { get; init; }

    /// <summary>What the names of its element say, where that needs a second sign.</summary>
    public ElementRole Hint { get; init; }

    /// <summary>Looks like a paragraph of prose and not like a menu.</summary>
    public bool IsProse => (Role is BlockRole.Paragraph or BlockRole.Quote or BlockRole.Post or BlockRole.Deck) && LinkShare < 0.4
        && (Text.Length >= 80 || (Text.Length >= 25 && (TextLayout.EndsSentence(Text) || IsDense(Text))));

    /// <summary>Text of the story's running body, by its role.</summary>
    public bool IsText => Role is BlockRole.Paragraph or BlockRole.List or BlockRole.Quote or BlockRole.Post;

    /// <summary>Chinese, Japanese and Korean say in one sign what takes others three.</summary>
    private static bool IsDense(string text) => text[0] >= '\u2E80' && text[text.Length / 2] >= '\u2E80';
}
