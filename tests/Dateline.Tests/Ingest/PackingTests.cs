using System.IO.Compression;
using System.Text;
using Dateline.Ingest;
using Xunit;
using ZstdSharp;

namespace Dateline.Tests.Ingest;

/// <summary>Packed inputs: gzip, zstd, zip; traps and damage in them.</summary>
public sealed class PackingTests
{
    private static readonly byte[] s_row = Encoding.UTF8.GetBytes("""{"id": "a", "text": "Ferries will sail on Monday, the minister said."}""" + "\n");

    [Theory]
    [InlineData("news.jsonl.zst")]
    [InlineData("news")]
    public void Zstd_is_read_whatever_its_name(string name) => Assert.Equal("a", Only(name, Zstd(s_row)).Read().Id);

    [Fact]
    public void Every_file_of_a_zip_is_read_and_a_broken_one_costs_itself()
    {
        byte[] zip = Zip(("b/one.jsonl", s_row), ("__MACOSX/b/._one", [0, 1, 2]), ("two.txt", "Harbour reopens\n\nFerries sail again."u8.ToArray()), ("three.bin", [0, 0, 1, 2, 0]), ("four.jsonl.gz", Gzip(s_row)));
        IReadOnlyList<(StoryInput Input, Func<Dateline.Stories.Story> Read)> stories = TestPipeline.Stories("news.zip", zip);
        Assert.Equal(["news.zip/b/one.jsonl", "news.zip/two.txt", "news.zip/three.bin", "news.zip/four.jsonl.gz"], stories.Select(s => s.Input.File));
        Assert.Equal(DiagnosticCodes.Binary, stories[2].Input.Failure!.Code);
        Assert.Equal("a", stories[3].Read().Id);
    }

    [Fact]
    public void An_archive_in_an_archive_is_refused() =>
        Assert.Equal(DiagnosticCodes.UnknownFormat, Only("a.zip", Zip(("inner.zip", Zip(("x.txt", s_row))))).Input.Failure!.Code);

    [Fact]
    public void An_office_document_is_no_archive_of_stories() =>
        Assert.Equal(DiagnosticCodes.UnknownFormat, Only("a.docx", Zip(("[Content_Types].xml", s_row), ("word/document.xml", s_row))).Input.Failure!.Code);

    [Fact]
    public void An_empty_zip_says_so() => Assert.Equal(DiagnosticCodes.NoStory, Only("a.zip", Zip()).Input.Failure!.Code);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_grows_out_of_proportion_is_stopped(bool zstd)
    {
        byte[] zeros = new byte[64 << 20];
        Array.Fill(zeros, (byte)' ');
        byte[] packed = zstd ? Zstd(zeros) : Gzip(zeros);
        StoryInput last = TestPipeline.Stories("a.jsonl", packed)[^1].Input;
        Assert.Equal(DiagnosticCodes.TooLarge, last.Failure!.Code);
        Assert.Contains("200-fold", last.Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_of_a_zip_that_grow_together_are_stopped()
    {
        // Each alone stays below what is always allowed.
        byte[] blanks = new byte[20 << 20];
        Array.Fill(blanks, (byte)' ');
        byte[] zip = Zip(("a.jsonl", blanks), ("b.jsonl", blanks), ("c.jsonl", s_row));
        StoryInput last = TestPipeline.Stories("trap.zip", zip)[^1].Input;
        Assert.Equal(("trap.zip/c.jsonl", DiagnosticCodes.TooLarge), (last.File, last.Failure!.Code));
    }

    [Fact]
    public void An_encrypted_file_of_a_zip_says_so_and_the_next_is_read()
    {
        byte[] zip = Zip(("secret.txt", s_row), ("open.jsonl", s_row));
        // The flag of encryption, in the local header and in the directory.
        zip[6] |= 1;
        zip[zip.AsSpan().IndexOf("PK\u0001\u0002"u8) + 8] |= 1;
        IReadOnlyList<(StoryInput Input, Func<Dateline.Stories.Story> Read)> stories = TestPipeline.Stories("a.zip", zip);
        Assert.Contains("encrypted", stories[0].Input.Failure!.Message, StringComparison.Ordinal);
        Assert.Equal("a", stories[1].Read().Id);
    }

    [Fact]
    public void A_zip_from_a_pipe_is_read() =>
        Assert.Equal("pipe.zip/open.jsonl", Assert.Single(new InputReader(new InputOptions()).Read(new Unseekable(Zip(("open.jsonl", s_row))), "pipe.zip")).File);

    [Fact]
    public void Damaged_and_cut_zstd_and_zip_are_failed_stories()
    {
        byte[] zstd = Zstd(s_row), zip = Zip(("a.txt", s_row));
        Assert.NotNull(Last("a.jsonl.zst", zstd[..^6]).Failure);
        Assert.NotNull(Last("a.zip", zip[..(zip.Length / 2)]).Failure);
        zstd[8] ^= 0x55;
        Assert.NotNull(Last("a.jsonl.zst", zstd).Failure);
    }

    private static (StoryInput Input, Func<Dateline.Stories.Story> Read) Only(string name, byte[] bytes) => Assert.Single(TestPipeline.Stories(name, bytes));

    private static StoryInput Last(string name, byte[] bytes) => TestPipeline.Stories(name, bytes)[^1].Input;

    private static byte[] Zstd(byte[] content)
    {
        using Compressor compressor = new();
        return compressor.Wrap(content).ToArray();
    }

    private static byte[] Gzip(byte[] content)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Optimal)) { gzip.Write(content); }
        return packed.ToArray();
    }

    private static byte[] Zip(params (string Name, byte[] Content)[] files)
    {
        using MemoryStream packed = new();
        using (ZipArchive zip = new(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] content) in files)
            {
                using Stream entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }
        return packed.ToArray();
    }

    private sealed class Unseekable(byte[] bytes) : ReadOnlyStream
    {
        private readonly MemoryStream _inner = new(bytes);

        public override int Read(Span<byte> buffer) => _inner.Read(buffer);
    }
}
