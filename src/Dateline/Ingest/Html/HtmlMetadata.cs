using System.Text;

namespace Dateline.Ingest.Html;

/// <summary>What a page says about its story outside the story's own text.</summary>
internal sealed record HtmlMetadata
{
    /// <summary>The headlines that the page names, best first, without the site's name.</summary>
    public IReadOnlyList<NamedTitle> Titles { get; init; } = [];
    public string? Url { get; init; }
    public string? Outlet { get; init; }
    /// <summary>As the page writes it.</summary>
    public string? Published { get; init; }
    public string? Modified { get; init; }
    public string? Section { get; init; }
    public string? Description { get; init; }
    /// <summary>As the page writes it: <c>en-GB</c>.</summary>
    public string? Language { get; init; }
    /// <summary>People, as named in the page's data.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];
    /// <summary>Bodies named as authors, the outlet itself among them.</summary>
    public IReadOnlyList<string> Bodies { get; init; } = [];
    /// <summary>The story as the page's data holds it; often without paragraphs, sometimes cut.</summary>
    public string? ArticleBody { get; init; }
    /// <summary>False where the page says that the story is for subscribers.</summary>
    public bool? IsFree { get; init; }
    /// <summary>The posts of a live blog that the page's data lists.</summary>
    public IReadOnlyList<LivePost> Posts { get; init; } = [];

    /// <summary>White space collapsed; soft hyphens and zero-width marks, which only guide the layout, left out.</summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text)) { return ""; }
        StringBuilder clean = new(text.Length);
        bool gap = false;
        foreach (char c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                gap = clean.Length > 0;
                continue;
            }
            if (c is '\u00AD' or '\u200B' or '\uFEFF' or '\u2060') { continue; }
            if (gap) { clean.Append(' '); }
            gap = false;
            clean.Append(c);
        }
        return clean.ToString();
    }
}
