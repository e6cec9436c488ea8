namespace Dateline.Ingest.Xml;

/// <summary>The vocabularies that are told apart; the document's own (RSS, Atom, NewsML-G2, NITF) are one, since a document is of one kind.</summary>
internal enum Vocabulary
{
    /// <summary>The format's own elements.</summary>
    Own,
    /// <summary>Dublin Core, with its terms.</summary>
    DublinCore,
    /// <summary>RSS module content, with <c>content:encoded</c>.</summary>
    Content,
    /// <summary>XHTML.</summary>
    Xhtml,
    /// <summary>Atom inside another format.</summary>
    Atom,
    /// <summary>NITF.</summary>
    Nitf,
    /// <summary>Any other: media, geography, shops.</summary>
    Other,
}

/// <summary>Namespaces to vocabularies.</summary>
internal static class Vocabularies
{
    /// <summary>By prefix and namespace; the usual meaning of the prefix where nothing declares it.</summary>
    public static Vocabulary Of(string prefix, string? space) => space is null ? OfPrefix(prefix) : OfSpace(prefix, space);

    private static Vocabulary OfPrefix(string prefix) => prefix switch
    {
        "" => Vocabulary.Own,
        "dc" or "dcterms" => Vocabulary.DublinCore,
        "content" => Vocabulary.Content,
        "xhtml" => Vocabulary.Xhtml,
        "atom" => Vocabulary.Atom,
        "rdf" => Vocabulary.Own,
        _ => Vocabulary.Other,
    };

    private static Vocabulary OfSpace(string prefix, string space)
    {
        bool Starts(string start) => space.StartsWith(start, StringComparison.OrdinalIgnoreCase);
        if (Starts("http://purl.org/dc/")) { return Vocabulary.DublinCore; }
        if (Starts("http://purl.org/rss/1.0/modules/content")) { return Vocabulary.Content; }
        if (Starts("http://www.w3.org/1999/xhtml")) { return Vocabulary.Xhtml; }
        if (Starts("http://www.w3.org/2005/Atom") || Starts("http://purl.org/atom/ns")) { return Vocabulary.Atom; }
        if (Starts("http://iptc.org/std/NITF/")) { return Vocabulary.Nitf; }
        bool own = Starts("http://iptc.org/std/nar/") || Starts("http://www.w3.org/1999/02/22-rdf-syntax-ns") || Starts("http://backend.userland.com/")
            || space.Equals("http://purl.org/rss/1.0/", StringComparison.OrdinalIgnoreCase) || Starts("http://my.netscape.com/") || Starts("http://channel.netscape.com/") || Starts("http://www.sitemaps.org/");
        return own || prefix.Length == 0 ? Vocabulary.Own : Vocabulary.Other;
    }
}
