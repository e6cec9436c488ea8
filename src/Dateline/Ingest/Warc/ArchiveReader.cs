using System.IO.Compression;
using System.Text;
using Dateline.Stories;

namespace Dateline.Ingest.Warc;

/// <summary>Cuts a web archive (WARC or ARC, with or without gzip) into the pages in it, in bounded memory.</summary>
/// <seealso href="specs/ingest/archives.md"/>
internal sealed class ArchiveReader(InputOptions options)
{
    private const int SignatureWindow = 512;
    private readonly ArchivePage _pages = new(options);

    /// <summary>True for a file that starts as an archive does, or is named like one.</summary>
    public static bool IsArchive(string name, ReadOnlySpan<byte> head)
    {
        string bare = Packing.BareName(name);
        if (!Packing.IsZstd(head) && Path.GetExtension(bare).ToUpperInvariant() is ".WARC" or ".ARC") { return true; }
        ReadOnlySpan<byte> start = Packing.IsGzip(head) ? Inflated(head) : head;
        return IsUnpacked(start);
    }

    /// <summary>True for the start of an archive's bytes, unpacked.</summary>
    public static bool IsUnpacked(ReadOnlySpan<byte> head)
    {
        ReadOnlySpan<byte> start = head.TrimStart("\r\n"u8);
        return start.StartsWith("WARC/"u8) || start.StartsWith("filedesc://"u8);
    }

    /// <summary>The pages in order of the file. What is damaged is a failed story with its offset, and the rest is read on.</summary>
    public IEnumerable<StoryInput> Read(PeekStream raw, string name)
    {
        ArchiveContent content = new(raw, Packing.IsGzip(raw.Peek()));
        bool any = false;
        while (content.NextSegment())
        {
            bool atStart = true, lost = content.JunkBefore, reported = false;
            if (lost) { any = true; yield return Failed(name, content.Offset, DiagnosticCodes.Damaged, "bytes before it that are no gzip data are passed over"); }
            while (content.SkipLineEnds())
            {
                long offset = content.Offset;
                ArchiveHead? head = content.ReadLine() is { } line ? ArchiveHead.Read(Encoding.UTF8.GetString(line), content) : null;
                if (head is null)
                {
                    // What stands behind a record of a member and is none is of no use; a file that is one segment is searched on.
                    if (content.IsCompressed && !atStart) { break; }
                    if (!lost) { any = true; yield return Failed(name, offset, DiagnosticCodes.Damaged, "bytes that are no archive record are passed over"); }
                    lost = true;
                    continue;
                }
                (atStart, lost) = (false, false);
                if (_pages.Read(head, content, offset, name) is not { } page) { continue; }
                (any, reported) = (true, page.Failure is not null);
                foreach (StoryInput story in Items(page)) { yield return story; }
            }
            content.Read(null, long.MaxValue);
            if (content.End == MemberEnd.Whole || reported) { continue; }
            any = true;
            yield return Failed(name, content.Offset, ArchivePage.Code(content.End), ArchivePage.Reason(content.End));
        }
        if (content.JunkBefore) { any = true; yield return Failed(name, content.Offset, DiagnosticCodes.Damaged, "bytes behind it that are no gzip data are passed over"); }
        if (!any) { yield return StoryInput.Failed(name, InputFormat.Html, DiagnosticCodes.NoStory, $"{name}: the archive holds no story (a response with status 200 and a web page or feed, or the text of a page)."); }
    }

    /// <summary>A page is itself, a feed its items; a feed that cannot be cut is a failed story of its record.</summary>
    private static IEnumerable<StoryInput> Items(StoryInput record)
    {
        if (record.Failure is not null || record.Format is not (InputFormat.XmlDocument or InputFormat.JsonDocument)) { return [record]; }
        IEnumerable<StoryInput> items = record.Format == InputFormat.XmlDocument ? DocumentReader.Xml(record.Bytes, record.File) : DocumentReader.Json(record.Bytes, record.File);
        return items.Select(item => item with
        {
            Archive = record.Archive, Retrieved = record.Retrieved, Url = item.Url ?? record.Url, Diagnostics = [.. record.Diagnostics, .. item.Diagnostics],
        });
    }

    private static StoryInput Failed(string name, long offset, string code, string reason) =>
        StoryInput.Failed(name, InputFormat.Html, code, $"{name} offset {offset}: {reason}.") with { Archive = new StoryArchive(name, offset) };

    private static ReadOnlySpan<byte> Inflated(ReadOnlySpan<byte> head)
    {
        byte[] start = new byte[SignatureWindow];
        using GZipStream content = new(new MemoryStream(head.ToArray()), CompressionMode.Decompress);
        try
        {
            return start.AsSpan(0, content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false));
        }
        catch (InvalidDataException)
        {
            return [];
        }
    }
}
