using System.Text;
using UtfUnknown;

namespace Dateline.Ingest.Html;

/// <summary>Bytes of a page to characters: by BOM, by what the page declares, by what the bytes look like.</summary>
internal static class HtmlCharset
{
    /// <summary>Declarations stand in the first kilobytes of a page.</summary>
    private const int DeclarationWindow = 4096;
    private const int DetectionWindow = 64 << 10;

    private static readonly UTF8Encoding s_strictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>The page's text without BOM. What is named from outside is believed before what the page declares.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, string? named = null)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) { return Encoding.UTF8.GetString(bytes[3..]); }
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) { return Encoding.Unicode.GetString(bytes[2..]); }
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) { return Encoding.BigEndianUnicode.GetString(bytes[2..]); }
        Encoding? declared = Find(named) ?? Find(Declared(bytes[..Math.Min(bytes.Length, DeclarationWindow)]));
        // UTF-16 cannot be declared in bytes that we could read the declaration from; UTF-8 is checked, since many pages lie.
        try
        {
            // Text that is valid UTF-8 beyond ASCII is UTF-8, whatever the page says; by chance that does not happen.
            string text = s_strictUtf8.GetString(bytes);
            bool plain = text.Length == bytes.Length;
            return plain && declared is not null && declared.CodePage is not (1200 or 1201 or 65001) ? declared.GetString(bytes) : text;
        }
        catch (DecoderFallbackException)
        {
            if (declared is not null && declared.CodePage is not (1200 or 1201 or 65001)) { return declared.GetString(bytes); }
            if (declared is { CodePage: 65001 }) { return Encoding.UTF8.GetString(bytes); }
        }
        byte[] sample = bytes[..Math.Min(bytes.Length, DetectionWindow)].ToArray();
        Encoding found = Find(CharsetDetector.DetectFromBytes(sample).Detected?.EncodingName) ?? Find("windows-1252")!;
        return found.GetString(bytes);
    }

    /// <summary>The name after <c>charset=</c> or <c>encoding=</c>, or null.</summary>
    private static string? Declared(ReadOnlySpan<byte> head)
    {
        string text = Encoding.Latin1.GetString(head);
        foreach (string key in (ReadOnlySpan<string>)["charset", "encoding"])
        {
            int at = text.IndexOf(key, StringComparison.OrdinalIgnoreCase);
            if (at < 0) { continue; }
            at += key.Length;
            while (at < text.Length && text[at] is ' ' or '=' or '"' or '\'') { at++; }
            int end = at;
            while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '-' or '_' or ':')) { end++; }
            if (end > at) { return text[at..end]; }
        }
        return null;
    }

    private static Encoding? Find(string? name)
    {
        if (name is null) { return null; }
        // Pages that say Latin-1 or ASCII mean Windows-1252, as browsers take it.
        if (name.Equals("iso-8859-1", StringComparison.OrdinalIgnoreCase) || name.Equals("us-ascii", StringComparison.OrdinalIgnoreCase)
            || name.Equals("ascii", StringComparison.OrdinalIgnoreCase) || name.Equals("latin1", StringComparison.OrdinalIgnoreCase)) { name = "windows-1252"; }
        if (name.Equals("utf8", StringComparison.OrdinalIgnoreCase)) { name = "utf-8"; }
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
