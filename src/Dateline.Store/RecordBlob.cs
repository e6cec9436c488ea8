using System.Text;
using Dateline.Export;
using ZstdSharp;

namespace Dateline.Store;

/// <summary>A story's whole record as it lies in the store: its line of NDJSON, packed.</summary>
internal static class RecordBlob
{
    private const int Level = 3;

    /// <summary>The largest record that is unpacked: a story of the largest size with everything found in it.</summary>
    private const int MostBytes = 512 << 20;

    [ThreadStatic]
    private static Compressor? t_compressor;

    [ThreadStatic]
    private static Decompressor? t_decompressor;

    /// <summary>Packs a line.</summary>
    public static byte[] Pack(ReadOnlySpan<byte> line) => (t_compressor ??= new Compressor(Level)).Wrap(line).ToArray();

    /// <summary>The line as it was packed.</summary>
    public static byte[] Line(byte[] blob) => (t_decompressor ??= new Decompressor()).Unwrap(blob, MostBytes).ToArray();

    /// <summary>The records of a blob.</summary>
    public static StoryRecords Records(byte[] blob) =>
        new NdjsonReader().Read(Encoding.UTF8.GetString(Line(blob))) ?? throw new StoreException("A record in the store tells of a failed story; the file is damaged.");
}
