using Dateline.Ingest.Xml;

namespace Dateline.Ingest.Feeds;

/// <summary>Who wrote an item, by the names that RSS, Dublin Core and Atom give.</summary>
internal static class FeedAuthors
{
    private const int Most = 20;

    /// <summary>The names in order; null when nobody is named.</summary>
    public static IReadOnlyList<string>? Of(LooseElement item)
    {
        List<string> names = [];
        foreach (LooseElement element in item.Elements)
        {
            bool author = element.Is("author", Vocabulary.Own) || element.Is("author", Vocabulary.Atom) || element.Is("creator", Vocabulary.DublinCore);
            if (!author || names.Count >= Most) { continue; }
            LooseElement? name = element.Child("name") ?? element.Child("name", Vocabulary.Atom);
            string? words = name is null && element.Elements.Any() ? null : Name(FeedText.Plain((name ?? element).Text));
            if (words is not null && !names.Contains(words, StringComparer.OrdinalIgnoreCase)) { names.Add(words); }
        }
        return names.Count > 0 ? names : null;
    }

    /// <summary>"jane@example.org (Jane Doe)" and "Jane Doe &lt;jane@example.org&gt;" are Jane Doe; an address alone is no name.</summary>
    public static string? Name(string? words)
    {
        if (words is null || !words.Contains('@', StringComparison.Ordinal)) { return words is { Length: > 0 and <= 200 } ? words : null; }
        int open = words.IndexOf('(', StringComparison.Ordinal), close = words.LastIndexOf(')');
        if (open >= 0 && close > open + 1) { return words[(open + 1)..close].Trim() is { Length: > 0 } inner && !inner.Contains('@', StringComparison.Ordinal) ? inner : null; }
        string outer = string.Join(' ', words.Split(' ').Where(w => !w.Contains('@', StringComparison.Ordinal)));
        return outer.Trim(' ', ',', '<', '>') is { Length: > 0 } rest ? rest : null;
    }
}
