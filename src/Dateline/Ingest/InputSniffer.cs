using System.Text;

namespace Dateline.Ingest;

/// <summary>Tells an input's format by the name's extension, and by its first bytes where the name does not say.</summary>
internal static class InputSniffer
{
    private const StringComparison IgnoreCase = StringComparison.OrdinalIgnoreCase;

    /// <summary>True for the two bytes every gzip member starts with.</summary>
    public static bool IsGzip(ReadOnlySpan<byte> head) => head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]);

    /// <summary>The format, or why the input cannot be read.</summary>
    public static (InputFormat Format, StoryError? Unreadable) Format(string name, ReadOnlySpan<byte> head)
    {
        string bare = name.EndsWith(".gz", IgnoreCase) ? name[..^3] : name;
        string extension = Path.GetExtension(bare).ToUpperInvariant();
        if (Kind(extension) is { } kind && extension != ".JSON") { return (default, NotYet(name, kind)); }
        // A page with stray control characters is still a page.
        bool page = extension is ".HTML" or ".HTM" or ".XHTML" && HasMarkup(head);
        if (!page && TextDecoder.IsBinary(head))
        {
            string place = extension is ".JSONL" or ".NDJSON" ? "expected one JSON object a line" : "expected text, HTML or JSON Lines";
            return (default, new StoryError(DiagnosticCodes.Binary, $"{name}: binary data, {place}."));
        }
        return extension switch
        {
            ".TXT" or ".TEXT" or ".MD" => (InputFormat.PlainText, null),
            ".HTML" or ".HTM" or ".XHTML" => (InputFormat.Html, null),
            ".JSONL" or ".NDJSON" => (InputFormat.JsonLine, null),
            _ => ByContent(name, extension, head),
        };
    }

    private static (InputFormat Format, StoryError? Unreadable) ByContent(string name, string extension, ReadOnlySpan<byte> head)
    {
        string start = Encoding.UTF8.GetString(head[..Math.Min(head.Length, 1024)]).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        if (start.StartsWith("WARC/", StringComparison.Ordinal)) { return (default, NotYet(name, "WARC archives")); }
        if (start.StartsWith("<?xml", IgnoreCase) && !start.Contains("<html", IgnoreCase)) { return (default, NotYet(name, "feeds and other XML")); }
        if (start.StartsWith("<rss", IgnoreCase) || start.StartsWith("<feed", IgnoreCase)) { return (default, NotYet(name, "feeds and other XML")); }
        bool markup = start.StartsWith('<') && (start.Contains("<html", IgnoreCase) || start.Contains("<!doctype html", IgnoreCase)
            || start.Contains("<head", IgnoreCase) || start.Contains("<body", IgnoreCase) || start.Contains("<p>", IgnoreCase) || start.StartsWith("<!--", IgnoreCase));
        if (markup) { return (InputFormat.Html, null); }
        if (start.StartsWith('{'))
        {
            // An object over several lines is a document of its own kind, not rows.
            int line = start.IndexOf('\n', StringComparison.Ordinal);
            bool open = line >= 0 && start[..line].Trim() == "{";
            return open || extension == ".JSON" && !start.Contains("\"text\"", StringComparison.Ordinal) && !start.Contains("\"html\"", StringComparison.Ordinal)
                ? (default, NotYet(name, "JSON documents other than JSON Lines"))
                : (InputFormat.JsonLine, null);
        }
        return extension == ".JSON" ? (default, NotYet(name, "JSON documents other than JSON Lines")) : (InputFormat.PlainText, null);
    }

    private static bool HasMarkup(ReadOnlySpan<byte> head) =>
        head.IndexOf("<p"u8) >= 0 || head.IndexOf("<html"u8) >= 0 || head.IndexOf("<body"u8) >= 0 || head.IndexOf("<head"u8) >= 0 || head.IndexOf("<!DOCTYPE"u8) >= 0;

    /// <summary>What an extension stands for that is not read yet, or null.</summary>
    private static string? Kind(string extension) => extension switch
    {
        ".WARC" or ".ARC" => "WARC archives",
        ".RSS" or ".ATOM" or ".XML" or ".RDF" => "feeds and other XML",
        ".PDF" => "PDF files",
        ".DOC" or ".DOCX" or ".ODT" or ".RTF" => "office documents",
        ".ZIP" or ".TAR" or ".TGZ" or ".7Z" or ".BZ2" or ".XZ" or ".ZST" => "archives other than .gz",
        _ => null,
    };

    private static StoryError NotYet(string name, string kind) =>
        new(DiagnosticCodes.UnknownFormat, $"{name}: {kind} are not read yet; expected .txt, .html, .jsonl, or one of these with .gz.");
}
