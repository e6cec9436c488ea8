using AngleSharp.Dom;

namespace Dateline.Ingest.Html;

/// <summary>What one walk over a page collects for the readers of its metadata.</summary>
internal sealed class PageElements
{
    /// <summary>Pages repeat themselves; what comes after so many elements of a kind says nothing new.</summary>
    private const int MostOfAKind = 2000;

    /// <summary>The alternative text of an image is a caption when it is at least this long, in letters and digits.</summary>
    private const int ShortestCaption = 18;

    /// <summary>Name and content of each meta element, in page order.</summary>
    public List<(string Name, string Content)> Metas { get; } = [];
    /// <summary>The text of each JSON-LD script.</summary>
    public List<string> JsonLd { get; } = [];
    /// <summary>Scripts that hold data with dates, in page order.</summary>
    public List<string> DataScripts { get; } = [];
    /// <summary>Elements with <c>itemprop</c>.</summary>
    public List<IElement> Properties { get; } = [];
    public List<IElement> Times { get; } = [];
    /// <summary>Links and elements that name an author by <c>rel</c>, address or class.</summary>
    public List<IElement> AuthorMarks { get; } = [];
    /// <summary>Alternative texts and titles of images, letters and digits only.</summary>
    public HashSet<string> ImageTexts { get; } = new(StringComparer.Ordinal);
    public string? Canonical { get; private set; }
    public string? Language { get; private set; }
    public string Title { get; private set; } = "";

    /// <summary>Collects from the whole page. Iterative: a deep page takes no stack.</summary>
    public static PageElements Of(IDocument page)
    {
        PageElements found = new();
        IElement? root = page.DocumentElement;
        if (root is null) { return found; }
        found.Language = root.GetAttribute("lang") ?? root.GetAttribute("xml:lang");
        NodeCursor cursor = new(root);
        while (cursor.NextOrUp() is { } node)
        {
            if (node is not IElement element) { continue; }
            found.Visit(element);
            if (element.LocalName is not ("script" or "style" or "svg")) { cursor.Enter(element); }
        }
        return found;
    }

    private void Visit(IElement element)
    {
        switch (element.LocalName)
        {
            case "meta": Meta(element); break;
            case "script": Script(element); break;
            case "title" when Title.Length == 0: Title = HtmlMetadata.Clean(element.TextContent); break;
            case "link" when Canonical is null && element.GetAttribute("rel") is { } rel && rel.Contains("canonical", StringComparison.OrdinalIgnoreCase):
                Canonical = element.GetAttribute("href");
                break;
            case "time" or "date" when Times.Count < MostOfAKind: Times.Add(element); break;
            case "img" or "amp-img":
                AddImageText(element.GetAttribute("alt"));
                AddImageText(element.GetAttribute("title"));
                AddImageText(element.GetAttribute("data-caption"));
                break;
        }
        if (element.LocalName != "meta" && element.HasAttribute("itemprop") && Properties.Count < MostOfAKind) { Properties.Add(element); }
        if (AuthorMarks.Count < MostOfAKind && VisibleAuthors.IsMark(element)) { AuthorMarks.Add(element); }
    }

    private void Meta(IElement element)
    {
        string content = HtmlMetadata.Clean(element.GetAttribute("content"));
        if (content.Length == 0 || Metas.Count >= MostOfAKind) { return; }
        string name = (element.GetAttribute("property") ?? element.GetAttribute("name") ?? element.GetAttribute("itemprop") ?? element.GetAttribute("http-equiv") ?? "").Trim().ToLowerInvariant();
        if (name.Length > 0) { Metas.Add((name, content)); }
        // One element may carry a second name.
        if (element.GetAttribute("property") is not null && element.GetAttribute("name") is { Length: > 0 } second) { Metas.Add((second.Trim().ToLowerInvariant(), content)); }
        if (name is "og:image:alt" or "twitter:image:alt") { AddImageText(content); }
    }

    private void Script(IElement element)
    {
        string? type = element.GetAttribute("type");
        if (type is not null && type.Contains("ld+json", StringComparison.OrdinalIgnoreCase)) { JsonLd.Add(element.TextContent); }
        else if (DataScripts.Count < MostOfAKind && element.GetAttribute("src") is null) { DataScripts.Add(element.TextContent); }
    }

    /// <summary>Notes the words that describe an image.</summary>
    public void AddImageText(string? text)
    {
        if (text is null || text.Length < ShortestCaption || ImageTexts.Count >= MostOfAKind) { return; }
        string bare = BareText.Of(text);
        if (bare.Length >= ShortestCaption) { ImageTexts.Add(bare); }
    }
}
