using System.Text;
using Dateline.Ingest.Html;

namespace Dateline.Ingest.Xml;

/// <summary>Bytes of an XML document to characters: by BOM, by its declaration, by what the bytes look like.</summary>
internal static class XmlCharset
{
    private const int Window = 512;

    /// <summary>The document's text without BOM.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        bool wide = bytes.Length >= 4 && (bytes[0] == 0 || bytes[1] == 0);
        return wide ? TextDecoder.Decode(bytes).Text : HtmlCharset.Decode(bytes, Declared(bytes[..Math.Min(bytes.Length, Window)]));
    }

    private static string? Declared(ReadOnlySpan<byte> head)
    {
        string text = Encoding.Latin1.GetString(head);
        int start = text.IndexOf("<?xml", StringComparison.OrdinalIgnoreCase);
        int end = start < 0 ? -1 : text.IndexOf("?>", start, StringComparison.Ordinal);
        int at = end < 0 ? -1 : text.IndexOf("encoding", start, end - start, StringComparison.OrdinalIgnoreCase);
        if (at < 0) { return null; }
        string[] parts = text[at..end].Split('"', '\'');
        return parts.Length > 1 ? parts[1].Trim() : null;
    }
}
