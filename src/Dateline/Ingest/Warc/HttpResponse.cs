using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Dateline.Ingest.Warc;

/// <summary>An HTTP response as an archive stores it.</summary>
internal sealed class HttpResponse
{
    /// <summary>Encodings within encodings beyond these are no page of news.</summary>
    private const int MostEncodings = 3;
    private readonly Dictionary<string, string> _fields = new(StringComparer.OrdinalIgnoreCase);

    private HttpResponse(int status, ReadOnlyMemory<byte> body) => (Status, Stored) = (status, body);

    /// <summary>200 for a page that was found.</summary>
    public int Status { get; }

    /// <summary>The body as stored, which may be chunked and compressed.</summary>
    public ReadOnlyMemory<byte> Stored { get; }

    public string? ContentType => _fields.GetValueOrDefault("Content-Type");

    /// <summary>True when the body is compressed or in chunks.</summary>
    public bool IsPacked => _fields.ContainsKey("Content-Encoding") || _fields.ContainsKey("Transfer-Encoding");

    /// <summary>Splits head and body; null when the bytes are no response.</summary>
    public static HttpResponse? Parse(ReadOnlyMemory<byte> bytes)
    {
        ReadOnlySpan<byte> span = bytes.Span;
        if (!span.StartsWith("HTTP/"u8)) { return null; }
        int windows = span.IndexOf("\r\n\r\n"u8), unix = span.IndexOf("\n\n"u8);
        int end = windows >= 0 && (unix < 0 || windows < unix) ? windows : unix;
        int start = end < 0 ? span.Length : end + (end == windows ? 4 : 2);
        string[] lines = Encoding.Latin1.GetString(span[..(end < 0 ? span.Length : end)]).Split('\n');
        string[] first = lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        int status = first.Length > 1 && int.TryParse(first[1], NumberStyles.None, CultureInfo.InvariantCulture, out int code) ? code : 0;
        HttpResponse response = new(status, bytes[start..]);
        foreach (string line in lines.AsSpan(1))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0) { response._fields.TryAdd(line[..colon].Trim(), line[(colon + 1)..].Trim()); }
        }
        return response;
    }

    /// <summary>The body with its chunks joined; as stored when it has none, whatever its head says.</summary>
    public ReadOnlyMemory<byte> Joined()
    {
        // Common Crawl stores bodies decoded and renames the fields that no longer hold to X-Crawler-…: those are not asked.
        if (_fields.GetValueOrDefault("Transfer-Encoding")?.Contains("chunked", StringComparison.OrdinalIgnoreCase) != true) { return Stored; }
        using MemoryStream joined = new();
        ReadOnlySpan<byte> rest = Stored.Span;
        bool any = false;
        while (ChunkHead(rest, out int start) is { } length)
        {
            any = true;
            if (length == 0) { break; }
            int count = (int)Math.Min(length, rest.Length - start);
            joined.Write(rest.Slice(start, count));
            rest = rest[(start + count)..];
            if (rest.StartsWith("\r\n"u8)) { rest = rest[2..]; } else if (rest.StartsWith("\n"u8)) { rest = rest[1..]; }
        }
        return any ? joined.ToArray() : Stored;
    }

    private static long? ChunkHead(ReadOnlySpan<byte> bytes, out int start)
    {
        start = 0;
        int feed = bytes[..Math.Min(bytes.Length, 256)].IndexOf((byte)'\n');
        if (feed < 0) { return null; }
        start = feed + 1;
        ReadOnlySpan<byte> size = bytes[..feed];
        int semicolon = size.IndexOf((byte)';');
        if (semicolon >= 0) { size = size[..semicolon]; }
        return uint.TryParse(Encoding.Latin1.GetString(size).Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out uint length) ? length : null;
    }

    /// <summary>The page: chunks joined, compression undone as the head says, up to the cap and one byte beyond.</summary>
    /// <exception cref="InvalidDataException">The compression is damaged or unknown.</exception>
    public ReadOnlyMemory<byte> Decoded(int cap)
    {
        ReadOnlyMemory<byte> body = Joined();
        string[] encodings = (_fields.GetValueOrDefault("Content-Encoding") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (string encoding in encodings.Reverse().Take(MostEncodings)) { body = Decode(body, encoding.ToLowerInvariant(), cap); }
        // Some crawlers store the body compressed and leave the field out, some servers compress twice.
        for (int i = 0; i < MostEncodings && Packing.IsGzip(body.Span); i++) { body = Decode(body, "gzip", cap); }
        return body;
    }

    private static ReadOnlyMemory<byte> Decode(ReadOnlyMemory<byte> body, string encoding, int cap)
    {
        if (body.IsEmpty) { return body; }
        using MemoryStream packed = new(body.ToArray(), writable: false);
        switch (encoding)
        {
            case "gzip" or "x-gzip":
                // Already undone by the crawler where the signature is missing.
                return Packing.IsGzip(body.Span) ? Read(new GZipStream(packed, CompressionMode.Decompress), cap) : body;
            case "deflate":
                bool zlib = (body.Span[0] & 0x0F) == 8 && body.Length > 1 && (body.Span[0] * 256 + body.Span[1]) % 31 == 0;
                return body.Span[0] == '<' ? body : Read(zlib ? new ZLibStream(packed, CompressionMode.Decompress) : new DeflateStream(packed, CompressionMode.Decompress), cap);
            case "br":
                return body.Span[0] == '<' ? body : Read(new BrotliStream(packed, CompressionMode.Decompress), cap);
            case "identity" or "none" or "utf-8" or "":
                return body;
            default:
                return body.Span.TrimStart(" \t\r\n"u8).StartsWith("<"u8) ? body : throw new InvalidDataException($"content encoding \"{encoding}\" is not read");
        }
    }

    private static ReadOnlyMemory<byte> Read(Stream content, int cap)
    {
        using (content)
        {
            using MemoryStream read = new();
            byte[] chunk = new byte[1 << 14];
            try
            {
                int count;
                while (read.Length <= cap && (count = content.Read(chunk)) > 0) { read.Write(chunk, 0, count); }
            }
            catch (Exception exception) when (exception is InvalidOperationException or IOException)
            {
                throw new InvalidDataException(exception.Message, exception);
            }
            return read.ToArray();
        }
    }
}
