using Dateline.Stories;

namespace Dateline.Ingest.Warc;

/// <summary>A record of an archive to a page, where it holds one.</summary>
internal sealed class ArchivePage(InputOptions options)
{
    /// <summary>A response's head stands in this many bytes; they decide whether the rest is read or passed over.</summary>
    private const int HeadWindow = 16 << 10;

    private const StringComparison IgnoreCase = StringComparison.OrdinalIgnoreCase;

    /// <summary>The code of a member that was not read to its end.</summary>
    public static string Code(MemberEnd end) => end == MemberEnd.Bomb ? DiagnosticCodes.TooLarge : DiagnosticCodes.Damaged;

    /// <summary>Why a member was not read to its end.</summary>
    public static string Reason(MemberEnd end) => end switch
    {
        MemberEnd.Cut => "the file ends inside this record; fetch the file again",
        MemberEnd.Bomb => "the record grows more than 200-fold when decompressed and is passed over",
        _ => "the compressed data is damaged",
    };

    /// <summary>The page, or why it cannot be read; null for what is no page: other records, other media, other answers than 200.</summary>
    public StoryInput? Read(ArchiveHead head, ArchiveContent content, long offset, string name)
    {
        if (head.Type is not ("response" or "resource" or "conversion"))
        {
            content.Read(null, head.Length ?? 0);
            return null;
        }
        StoryInput input = new() { File = name, Format = InputFormat.Html, Url = head.Url, Retrieved = head.Date, Archive = new StoryArchive(name, offset) };
        StoryInput Fail(string code, string reason) => input with { Failure = new StoryError(code, $"{input.Place}: {reason} ({head.Url ?? "no address"}).") };

        if (head.Length is null && !content.IsCompressed) { return Fail(DiagnosticCodes.Damaged, "the record's Content-Length is missing or no length"); }
        long length = head.Length ?? long.MaxValue;
        int cap = options.MaxHtmlBytes + HeadWindow;
        using MemoryStream bytes = new();
        content.Read(bytes, Math.Min(length, HeadWindow));
        if (length > HeadWindow && bytes.Length == HeadWindow)
        {
            bool page = MediumOf(head, Memory(bytes)) != ArchiveMedium.None;
            content.Read(page ? bytes : null, Math.Min(length, cap + 1L) - HeadWindow);
            if (!page || length > cap) { content.Read(null, length - Math.Min(length, cap + 1L)); }
            if (!page) { return null; }
        }
        while (bytes.Length < Math.Min(length, cap + 1L) && head is { Length: not null, IsArc: false } && content.Continue()) { content.Read(bytes, Math.Min(length, cap + 1L) - bytes.Length); }
        bool complete = bytes.Length == length;
        bool longer = complete && content.IsCompressed && !head.IsArc && ReadMore(content, bytes, cap);
        ArchiveMedium medium = MediumOf(head, Memory(bytes));
        if (medium == ArchiveMedium.None) { return null; }
        input = input with { Format = medium switch { ArchiveMedium.Text => InputFormat.PlainText, ArchiveMedium.Xml => InputFormat.XmlDocument, ArchiveMedium.Json => InputFormat.JsonDocument, _ => InputFormat.Html } };
        if (content.End != MemberEnd.Whole) { return Fail(Code(content.End), Reason(content.End)); }
        if (bytes.Length > cap) { return Fail(DiagnosticCodes.TooLarge, $"the page is larger than {options.MaxHtmlBytes} bytes"); }
        if (!complete && !content.IsCompressed) { return Fail(DiagnosticCodes.Damaged, "the file ends inside this record; fetch the file again"); }
        StoryInput found = Page(head, Memory(bytes), input, Fail, wrongLength: !complete || longer);
        // A packed body shows only now whether it is a feed.
        return found.Failure is null && (medium == ArchiveMedium.Xml && !IsFeed(found.Bytes.Span) || medium == ArchiveMedium.Json && !IsJsonFeed(found.Bytes.Span)) ? null : found;
    }

    /// <summary>A record that says it is shorter than it is: what stands behind its length in the member is its own.</summary>
    private static bool ReadMore(ArchiveContent content, MemoryStream bytes, int cap)
    {
        ReadOnlySpan<byte> next = content.Peek(16).TrimStart("\r\n"u8);
        if (next.IsEmpty || next.StartsWith("WARC/"u8)) { return false; }
        content.Read(bytes, cap + 1L - bytes.Length);
        return true;
    }

    private StoryInput Page(ArchiveHead head, ReadOnlyMemory<byte> bytes, StoryInput input, Func<string, string, StoryInput> fail, bool wrongLength)
    {
        List<Diagnostic> diagnostics = [];
        if (wrongLength)
        {
            diagnostics.Add(new Diagnostic(DiagnosticCodes.WrongLength, $"{input.Place}: the record's Content-Length is {head.Length?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "no length"}, but the record is {bytes.Length} bytes; it was read to its end."));
        }
        if (head.Truncated is { } why) { diagnostics.Add(new Diagnostic(DiagnosticCodes.CutShort, $"{input.Place}: the crawler stopped inside the page ({why}).")); }
        HttpResponse? response = HttpResponse.Parse(bytes);
        if (!wrongLength && Mismatch(head, bytes, response) is { } digest)
        {
            diagnostics.Add(new Diagnostic(DiagnosticCodes.WrongDigest, $"{input.Place}: the bytes do not have the digest {digest}. The archive may be damaged."));
        }
        ReadOnlyMemory<byte> body;
        try
        {
            body = response?.Decoded(options.MaxHtmlBytes) ?? bytes;
        }
        catch (InvalidDataException exception)
        {
            return fail(DiagnosticCodes.Damaged, $"the page cannot be decompressed: {exception.Message.TrimEnd('.')}");
        }
        return body.Length > options.MaxHtmlBytes
            ? fail(DiagnosticCodes.TooLarge, $"the page is larger than {options.MaxHtmlBytes} bytes")
            : input with { Bytes = body, Charset = Charset(response?.ContentType ?? (head.IsArc ? null : head.ContentType)), Diagnostics = diagnostics };
    }

    /// <summary>The digest that does not hold; a payload's may have been made with or without its chunks.</summary>
    private static string? Mismatch(ArchiveHead head, ReadOnlyMemory<byte> bytes, HttpResponse? response)
    {
        if (head.BlockDigest is { } block && ArchiveDigest.Matches(block, bytes.Span) == false) { return block; }
        if (head.PayloadDigest is not { } payload) { return null; }
        ReadOnlyMemory<byte> stored = response?.Stored ?? bytes;
        return ArchiveDigest.Matches(payload, stored.Span) == false && (response is null || ArchiveDigest.Matches(payload, response.Joined().Span) == false) ? payload : null;
    }

    private static ArchiveMedium MediumOf(ArchiveHead head, ReadOnlyMemory<byte> bytes)
    {
        // The text of a page that a WET file keeps has no HTTP head.
        if (head.Type == "conversion") { return head.ContentType?.StartsWith("text/plain", IgnoreCase) == true ? ArchiveMedium.Text : ArchiveMedium.None; }
        HttpResponse? response = HttpResponse.Parse(bytes);
        if (response is null && head.Type == "response" && !head.IsArc) { return ArchiveMedium.None; }
        if (response is { Status: not 200 }) { return ArchiveMedium.None; }
        string type = ((response is null ? head.ContentType : response.ContentType) ?? "").Split(';')[0].Trim().ToLowerInvariant();
        if (type is "text/html" or "application/xhtml+xml") { return ArchiveMedium.Page; }
        ReadOnlySpan<byte> body = (response?.Stored ?? bytes).Span.TrimStart(" \t\r\n"u8);
        if (type is "application/rss+xml" or "application/atom+xml" or "application/rdf+xml") { return ArchiveMedium.Xml; }
        bool packed = Packing.IsGzip(body) || Packing.IsZstd(body) || response?.IsPacked == true;
        if (type is "text/xml" or "application/xml") { return packed || IsFeed(body) ? ArchiveMedium.Xml : ArchiveMedium.None; }
        if (type is "application/feed+json" or "application/json") { return packed || IsJsonFeed(body) ? ArchiveMedium.Json : ArchiveMedium.None; }
        if (type.Length > 0) { return ArchiveMedium.None; }
        return body.StartsWith("<!doctype html"u8) || body.StartsWith("<!DOCTYPE html"u8) || body.StartsWith("<html"u8) ? ArchiveMedium.Page : ArchiveMedium.None;
    }

    private static bool IsJsonFeed(ReadOnlySpan<byte> body) => body[..Math.Min(body.Length, 2048)].IndexOf("jsonfeed.org/version"u8) >= 0;

    /// <summary>True where XML is a feed, by the name of an element near its start.</summary>
    private static bool IsFeed(ReadOnlySpan<byte> body)
    {
        ReadOnlySpan<byte> start = body[..Math.Min(body.Length, HeadWindow)];
        return start.IndexOf("<rss"u8) >= 0 || start.IndexOf("<feed"u8) >= 0 || start.IndexOf("<rdf:RDF"u8) >= 0 || start.IndexOf("<channel"u8) >= 0;
    }

    private static string? Charset(string? type)
    {
        int at = type?.IndexOf("charset=", StringComparison.OrdinalIgnoreCase) ?? -1;
        return at < 0 ? null : type![(at + 8)..].Split(';')[0].Trim(' ', '"', '\'') is { Length: > 0 } name ? name : null;
    }

    private static ReadOnlyMemory<byte> Memory(MemoryStream bytes) => bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
}
