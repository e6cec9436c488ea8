using System.Globalization;
using System.Text;

namespace Dateline.Ingest.Warc;

/// <summary>What a record of an archive says about itself, in WARC or ARC.</summary>
internal sealed record ArchiveHead
{
    private const int MostLines = 200;

    /// <summary><c>response</c>, <c>resource</c>, <c>request</c> …; an ARC record is a response.</summary>
    public required string Type { get; init; }
    /// <summary>True for ARC, whose records may end one after the other without a mark.</summary>
    public bool IsArc { get; init; }
    public string? Url { get; init; }
    /// <summary>Instant of the capture, ISO 8601.</summary>
    public string? Date { get; init; }
    public string? ContentType { get; init; }
    /// <summary>Length of the content; null when it is missing or no length.</summary>
    public long? Length { get; init; }
    public string? BlockDigest { get; init; }
    public string? PayloadDigest { get; init; }
    /// <summary>Why the crawler stopped before the end.</summary>
    public string? Truncated { get; init; }

    /// <summary>The head whose first line was read; null when that line starts no record.</summary>
    public static ArchiveHead? Read(string line, ArchiveContent content) =>
        line.StartsWith("WARC/", StringComparison.Ordinal) ? Warc(content) : Arc(line);

    private static ArchiveHead Warc(ArchiveContent content)
    {
        Dictionary<string, string> fields = new(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; content.ReadLine() is { Length: > 0 } bytes; i++)
        {
            string line = Encoding.UTF8.GetString(bytes);
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && i < MostLines) { fields.TryAdd(line[..colon].Trim(), line[(colon + 1)..].Trim()); }
        }
        string? Get(string name) => fields.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;
        return new ArchiveHead
        {
            Type = Get("WARC-Type") ?? "",
            Url = Get("WARC-Target-URI")?.Trim('<', '>').Replace(" ", "%20", StringComparison.Ordinal),
            Date = Get("WARC-Date"),
            ContentType = Get("Content-Type"),
            Length = Size(Get("Content-Length")),
            BlockDigest = Get("WARC-Block-Digest"),
            PayloadDigest = Get("WARC-Payload-Digest"),
            Truncated = Get("WARC-Truncated"),
        };
    }

    /// <summary>"http://example.org/ 93.184.216.34 20140401000000 text/html 1591", in version 2 with five more fields before the length.</summary>
    private static ArchiveHead? Arc(string line)
    {
        string[] fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length < 5 || !fields[0].Contains(':', StringComparison.Ordinal) || Size(fields[^1]) is not { } length) { return null; }
        // An address may hold blanks, so that the date is looked for from behind.
        int date = Array.FindLastIndex(fields, fields.Length - 3, f => f.Length == 14 && f.All(char.IsAsciiDigit));
        if (date < 2) { return null; }
        bool known = DateTime.TryParseExact(fields[date], "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime instant);
        return new ArchiveHead
        {
            Type = fields[0].StartsWith("filedesc:", StringComparison.Ordinal) ? "warcinfo" : "response",
            Url = string.Join("%20", fields[..(date - 1)]),
            Date = known ? instant.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) : null,
            IsArc = true,
            ContentType = fields[date + 1],
            Length = length,
        };
    }

    private static long? Size(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long size) ? size : null;
}
