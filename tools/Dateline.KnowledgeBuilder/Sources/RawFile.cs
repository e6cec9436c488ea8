using System.IO.Compression;
using System.Text;
using SharpCompress.Compressors.Xz;

namespace Dateline.KnowledgeBuilder.Sources;

/// <summary>A published file as it comes: plain, <c>.xz</c>, or the one text inside a <c>.zip</c> (as GeoNames publishes its dumps).</summary>
internal static class RawFile
{
    /// <summary>The whole text of a file, UTF-8.</summary>
    public static string Text(string path)
    {
        using StreamReader reader = new(Open(path), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>The lines of a file one by one, so that a dump of gigabytes needs no memory.</summary>
    public static IEnumerable<string> Lines(string path)
    {
        using StreamReader reader = new(Open(path), Encoding.UTF8);
        while (reader.ReadLine() is { } line) { yield return line; }
    }

    /// <summary>The file under a folder whose name begins so, whatever its compression; null when there is none.</summary>
    public static string? Find(string folder, string beginning) =>
        Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, beginning + "*").Order(StringComparer.Ordinal).FirstOrDefault()
            : null;

    private static Stream Open(string path)
    {
        if (path.EndsWith(".xz", StringComparison.Ordinal)) { return new XZStream(File.OpenRead(path)); }
        if (!path.EndsWith(".zip", StringComparison.Ordinal)) { return File.OpenRead(path); }
        using ZipArchive archive = ZipFile.OpenRead(path);
        ZipArchiveEntry entry = archive.Entries.First(e => e.Name.EndsWith(".txt", StringComparison.Ordinal) && !e.Name.StartsWith("readme", StringComparison.OrdinalIgnoreCase));
        MemoryStream copy = new();
        using (Stream stream = entry.Open()) { stream.CopyTo(copy); }
        copy.Position = 0;
        return copy;
    }
}
