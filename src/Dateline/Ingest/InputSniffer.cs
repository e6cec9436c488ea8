using System.Text;
using Dateline.Ingest.Xml;

namespace Dateline.Ingest;

/// <summary>Tells an input's format by its first bytes, and by the name's extension where they do not say.</summary>
internal static class InputSniffer
{
    private const StringComparison IgnoreCase = StringComparison.OrdinalIgnoreCase;

    /// <summary>The format, or why the input cannot be read.</summary>
    public static (InputFormat Format, StoryError? Unreadable) Format(string name, ReadOnlySpan<byte> head)
    {
        // What stands behind an address's question mark is no extension.
        string bare = Packing.BareName(Web.WebFetcher.IsAddress(name) && Uri.TryCreate(name, UriKind.Absolute, out Uri? address) ? address.AbsolutePath : name);
        string extension = Path.GetExtension(bare).ToUpperInvariant();
        if (IsXml(head, Start(head))) { return (InputFormat.XmlDocument, null); }
        if (Kind(extension) is { } kind) { return (default, NotYet(name, kind)); }
        // A page with stray control characters is still a page.
        bool page = extension is ".HTML" or ".HTM" or ".XHTML" && HasMarkup(head);
        if (!page && TextDecoder.IsBinary(head))
        {
            string place = extension is ".JSONL" or ".NDJSON" ? "expected one JSON object a line" : "expected text, a web page, a feed or JSON";
            return (default, new StoryError(DiagnosticCodes.Binary, $"{name}: binary data, {place}."));
        }
        return extension switch
        {
            ".TXT" or ".TEXT" or ".MD" => (InputFormat.PlainText, null),
            ".HTML" or ".HTM" or ".XHTML" => (InputFormat.Html, null),
            ".JSONL" or ".NDJSON" => (InputFormat.JsonLine, null),
            _ => ByContent(extension, head),
        };
    }

    private static (InputFormat Format, StoryError? Unreadable) ByContent(string extension, ReadOnlySpan<byte> head)
    {
        string start = Start(head);
        bool markup = start.StartsWith('<') && (start.Contains("<html", IgnoreCase) || start.Contains("<!doctype html", IgnoreCase)
            || start.Contains("<head", IgnoreCase) || start.Contains("<body", IgnoreCase) || start.Contains("<p>", IgnoreCase) || start.StartsWith("<!--", IgnoreCase));
        if (extension is ".RSS" or ".ATOM" or ".XML" or ".RDF" || start.StartsWith("<?xml", IgnoreCase) && !start.Contains("<html", IgnoreCase)) { return (InputFormat.XmlDocument, null); }
        if (markup) { return (InputFormat.Html, null); }
        if (extension == ".JSON" || start.StartsWith('{')) { return (IsRows(start, extension) ? InputFormat.JsonLine : InputFormat.JsonDocument, null); }
        return (InputFormat.PlainText, null);
    }

    /// <summary>True for a text that is a feed or a wire message by the name of its root, whatever the file is called.</summary>
    private static bool IsXml(ReadOnlySpan<byte> head, string start)
    {
        bool wide = head.Length >= 4 && (head[0] == 0 || head[1] == 0);
        if (!start.StartsWith('<') && !wide) { return false; }
        return LooseXml.Parse(XmlCharset.Decode(head)).Root is { } root && DocumentReader.IsKnownRoot(root.Local);
    }

    private static string Start(ReadOnlySpan<byte> head) => Encoding.UTF8.GetString(head[..Math.Min(head.Length, 1024)]).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');

    /// <summary>Rows are objects of one line each that have a text; all other JSON is one document.</summary>
    private static bool IsRows(string start, string extension)
    {
        if (!start.StartsWith('{') || start.Contains("jsonfeed.org/version", IgnoreCase)) { return false; }
        int line = start.IndexOf('\n', StringComparison.Ordinal);
        if (line >= 0 && start[..line].Trim() == "{") { return false; }
        return Has("text") || Has("html") || extension != ".JSON" && !Has("uri") && !Has("standard");

        bool Has(string key)
        {
            int at = start.IndexOf($"\"{key}\"", StringComparison.Ordinal);
            return at >= 0 && start.AsSpan(at + key.Length + 2).TrimStart().StartsWith(":", StringComparison.Ordinal);
        }
    }

    private static bool HasMarkup(ReadOnlySpan<byte> head) =>
        head.IndexOf("<p"u8) >= 0 || head.IndexOf("<html"u8) >= 0 || head.IndexOf("<body"u8) >= 0 || head.IndexOf("<head"u8) >= 0 || head.IndexOf("<!DOCTYPE"u8) >= 0;

    /// <summary>What an extension stands for that is not read yet, or null.</summary>
    private static string? Kind(string extension) => extension switch
    {
        ".PDF" => "PDF files",
        ".DOC" or ".DOCX" or ".ODT" or ".RTF" => "office documents",
        ".TAR" or ".TGZ" or ".7Z" or ".BZ2" or ".XZ" or ".RAR" => "archives other than .gz, .zst and .zip",
        _ => null,
    };

    private static StoryError NotYet(string name, string kind) =>
        new(DiagnosticCodes.UnknownFormat, $"{name}: {kind} are not read yet; expected text, web pages, feeds, JSON Lines, or these in .gz, .zst or .zip.");
}
