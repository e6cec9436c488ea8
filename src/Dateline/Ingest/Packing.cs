using ZstdSharp;

namespace Dateline.Ingest;

/// <summary>Files packed whole: gzip and zstd, told by their first bytes.</summary>
internal static class Packing
{
    private const StringComparison IgnoreCase = StringComparison.OrdinalIgnoreCase;

    /// <summary>True for the two bytes every gzip member starts with.</summary>
    public static bool IsGzip(ReadOnlySpan<byte> head) => head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]);

    /// <summary>True for the four bytes every zstd frame starts with.</summary>
    public static bool IsZstd(ReadOnlySpan<byte> head) => head.StartsWith((ReadOnlySpan<byte>)[0x28, 0xB5, 0x2F, 0xFD]);

    /// <summary>The content of a packed stream, guarded against what grows without bound; the stream itself when it is not packed.</summary>
    public static PeekStream Unpack(PeekStream raw)
    {
        if (IsGzip(raw.Peek())) { return new PeekStream(Guarded(raw, packed => new GzipContent(packed))); }
        return IsZstd(raw.Peek()) ? new PeekStream(Guarded(raw, packed => new ZstdContent(packed))) : raw;
    }

    /// <summary>The name without the ending of the packing: <c>news.jsonl</c> for <c>news.jsonl.zst</c>.</summary>
    public static string BareName(string name) => name.EndsWith(".gz", IgnoreCase) ? name[..^3] : name.EndsWith(".zst", IgnoreCase) ? name[..^4] : name;

    private static GrowthGuard Guarded(Stream raw, Func<Stream, Stream> unpack)
    {
        CountingStream packed = new(raw);
        return new GrowthGuard(() => packed.Count, unpack(packed));
    }

    /// <summary>Zstandard with its own faults told as damaged data.</summary>
    private sealed class ZstdContent(Stream packed) : ReadOnlyStream
    {
        private readonly DecompressionStream _content = new(packed, leaveOpen: false);

        public override int Read(Span<byte> buffer)
        {
            try
            {
                return _content.Read(buffer);
            }
            catch (Exception exception) when (exception is ZstdException or EndOfStreamException)
            {
                throw new InvalidDataException(exception.Message, exception);
            }
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing) { _content.Dispose(); }
            base.Dispose(disposing);
        }
    }
}
