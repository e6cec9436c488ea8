using Dateline.Ingest.Xml;

namespace Dateline.Ingest.Feeds;

/// <summary>The address of a feed or item.</summary>
internal static class FeedLink
{
    /// <summary>The web address the element links to, made absolute by <c>xml:base</c> or the feed's own address; null for none.</summary>
    public static string? Of(LooseElement element, string? site)
    {
        string? best = null;
        foreach (LooseElement link in element.Elements)
        {
            bool known = link.Vocabulary is Vocabulary.Own or Vocabulary.Atom && link.Local.Equals("link", StringComparison.OrdinalIgnoreCase);
            if (!known || link.Attribute("rel") is not (null or "" or "alternate")) { continue; }
            string? address = link.Attribute("href") ?? link.Attribute("rdf:resource") ?? link.Text;
            if (Absolute(address, link, site) is not { } absolute) { continue; }
            if (link.Attribute("type") is null or "text/html") { return absolute; }
            best ??= absolute;
        }
        return best ?? Absolute(element.Attribute("href"), element, site);
    }

    /// <summary>The address when it is one of the web, else null.</summary>
    public static string? Absolute(string? address, LooseElement at, string? site)
    {
        address = address?.Trim();
        if (string.IsNullOrEmpty(address) || address.AsSpan().ContainsAny(" \n\t<>")) { return null; }
        if (IsWeb(address)) { return address; }
        if (address.Contains(':', StringComparison.Ordinal)) { return null; }
        string? above = site;
        for (LooseElement? up = at; up is not null; up = up.Parent)
        {
            if (up.Attribute("xml:base") is { } given && IsWeb(given)) { above = given; break; }
        }
        return above is not null && Uri.TryCreate(above, UriKind.Absolute, out Uri? whole) && Uri.TryCreate(whole, address, out Uri? joined) ? joined.AbsoluteUri : null;
    }

    /// <summary>True for http and https.</summary>
    public static bool IsWeb(string address) => address.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || address.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
}
