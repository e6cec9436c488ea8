using Dateline.Ingest.Feeds;
using Dateline.Ingest.Html;
using Dateline.Ingest.Xml;

namespace Dateline.Ingest.Wire;

/// <summary>An item of NewsML-G2, field by field.</summary>
internal static class NewsMlItem
{
    /// <summary>The item's class without its scheme: <c>text</c>, <c>picture</c>; null when it has none.</summary>
    public static string? Class(LooseElement item) =>
        Child(Child(item, "itemMeta"), "itemClass") is { } known ? Bare(known.Attribute("qcode") ?? known.Attribute("uri") ?? "") : null;

    /// <summary>The first content that the item holds or points to.</summary>
    public static LooseElement? Content(LooseElement item) => Child(item, "contentSet")?.Elements.FirstOrDefault();

    /// <summary>The item's draft.</summary>
    public static StoryDraft Read(LooseElement item)
    {
        LooseElement? about = Child(item, "itemMeta"), content = Child(item, "contentMeta");
        string? guid = item.Attribute("guid"), by = Words(Child(content, "by"));
        string? created = Date(content, "contentCreated") ?? Date(about, "firstCreated"), version = Date(about, "versionCreated");
        List<string> creators = [.. All(content, "creator").Select(Name).OfType<string>().Take(20)];
        IReadOnlyList<string>? hops = Hops(item);
        StoryDraft draft = new()
        {
            Id = guid,
            Title = Words(Child(content, "headline")),
            Byline = by,
            Authors = creators.Count > 0 ? creators : null,
            Url = guid is not null && FeedLink.IsWeb(guid) ? guid : null,
            Outlet = Name(Child(about, "provider")) ?? Name(Child(Child(item, "rightsInfo"), "copyrightHolder")),
            Agency = All(content, "infoSource").Select(Name).FirstOrDefault(n => n is not null) ?? hops?[0],
            Hops = hops,
            Section = Words(Child(content, "slugline")),
            Dateline = Words(Child(content, "dateline")) ?? Words(Child(Child(content, "located"), "name")),
            Published = created ?? version,
            Modified = created is null || created == version ? null : version,
        };
        return Body(item, draft);
    }

    /// <summary>NITF before XHTML before plain text, of all renditions that stand in the item.</summary>
    private static StoryDraft Body(LooseElement item, StoryDraft draft)
    {
        List<LooseElement> contents = [.. Child(item, "contentSet")?.Elements ?? []];
        foreach (LooseElement inline in contents.Where(c => c.Local == "inlineXML"))
        {
            LooseElement? root = inline.Elements.FirstOrDefault();
            if (root?.Local == "nitf") { return NitfReader.Fill(draft, root); }
            if (root?.Local is "html" or "div" or "body") { return draft with { Html = MarkupText.Inner(root.Elements.FirstOrDefault(e => e.Local == "body") ?? root) }; }
            if (root?.Local is "p" or "section" or "article") { return draft with { Html = MarkupText.Inner(inline) }; }
        }
        LooseElement? data = contents.Find(c => c.Local == "inlineData" && c.Attribute("encoding") is null);
        if (data is null || string.IsNullOrWhiteSpace(data.Text)) { return draft; }
        return data.Attribute("contenttype")?.Contains("html", StringComparison.OrdinalIgnoreCase) == true ? draft with { Html = data.Text } : draft with { Text = data.Text };
    }

    /// <summary>The parties the item went through, by their order; null when none is named.</summary>
    private static IReadOnlyList<string>? Hops(LooseElement item)
    {
        List<string> names = [.. All(Child(item, "hopHistory"), "hop")
            .OrderBy(h => int.TryParse(h.Attribute("seq"), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int order) ? order : int.MaxValue)
            .Select(h => Name(Child(h, "party"))).OfType<string>().Take(50)];
        return names.Count > 0 ? names : null;
    }

    /// <summary>A party's name, else its code without the scheme, else the host of its address.</summary>
    private static string? Name(LooseElement? party)
    {
        if (party is null) { return null; }
        if (Words(Child(party, "name")) is { } name) { return name; }
        if (party.Attribute("literal") is { Length: > 0 } literal) { return literal; }
        if (party.Attribute("qcode") is { Length: > 0 } code) { return Bare(code); }
        return Uri.TryCreate(party.Attribute("uri"), UriKind.Absolute, out Uri? uri) && uri.Host.Length > 0 ? uri.Host : null;
    }

    private static string? Date(LooseElement? about, string name) => FeedDate.Normalize(Child(about, name)?.Text);

    private static string Bare(string code) => code[(code.LastIndexOfAny([':', '/', '#']) + 1)..];

    private static string? Words(LooseElement? element) => element is not null && HtmlMetadata.Clean(element.Text) is { Length: > 0 } words ? words : null;

    private static LooseElement? Child(LooseElement? element, string name) => All(element, name).FirstOrDefault();

    private static IEnumerable<LooseElement> All(LooseElement? element, string name) => element is null ? [] : element.Elements.Where(e => e.Local == name);
}
