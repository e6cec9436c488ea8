using System.IO.Compression;

namespace Dateline.Ingest;

/// <summary>The files in a zip archive, in its order, each opened when it is asked for.</summary>
internal static class ZipEntries
{
    /// <summary>Zip keeps its directory at the end, so what cannot seek is put in a file that goes when it is closed, up to this.</summary>
    private const long MostBytesHeld = 8L << 30;

    private static readonly string[] s_office = ["[Content_Types].xml", "mimetype"];

    /// <summary>True for the four bytes a zip archive starts with.</summary>
    public static bool IsZip(ReadOnlySpan<byte> head) => head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith("PK\u0005\u0006"u8);

    /// <summary>The archive; it holds the stream.</summary>
    /// <exception cref="InvalidDataException">No zip archive, damaged, or too large to hold.</exception>
    /// <exception cref="StoryFormatException">An office document.</exception>
    public static ZipArchive Open(PeekStream raw, Stream stream, string name)
    {
        Stream whole = stream.CanSeek ? stream : Held(raw);
        whole.Position = 0;
        ZipArchive archive = new(whole, ZipArchiveMode.Read);
        if (!s_office.Any(mark => archive.GetEntry(mark) is not null)) { return archive; }
        archive.Dispose();
        throw new StoryFormatException(DiagnosticCodes.UnknownFormat, $"{name}: office documents and e-books are not read; expected a zip archive of text, web pages, feeds or JSON Lines.");
    }

    /// <summary>The entries that are files of the user's: no folders, none that a system has put in.</summary>
    public static IEnumerable<ZipArchiveEntry> Files(ZipArchive archive) => archive.Entries.Where(entry =>
        !entry.FullName.EndsWith('/') && !entry.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal) && !entry.Name.StartsWith('.'));

    private static FileStream Held(PeekStream raw)
    {
        FileStream held = new(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        byte[] chunk = new byte[1 << 16];
        int read;
        while ((read = raw.Read(chunk)) > 0)
        {
            held.Write(chunk, 0, read);
            if (held.Length > MostBytesHeld) { throw new InvalidDataException($"a zip archive from a pipe may have {MostBytesHeld >> 30} GiB; save it as a file"); }
        }
        return held;
    }
}
