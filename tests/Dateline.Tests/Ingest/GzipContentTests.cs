using System.IO.Compression;
using System.Text;
using Dateline.Ingest;
using Xunit;

namespace Dateline.Tests.Ingest;

/// <summary>A gzip file that was cut short is damaged, not short.</summary>
public sealed class GzipContentTests
{
    private static readonly byte[] s_packed = Gzip(string.Concat(Enumerable.Range(0, 5000).Select(i => $"Ferry {i} will sail. ")));

    [Fact]
    public void A_whole_file_is_read_to_its_end() => Assert.EndsWith("Ferry 4999 will sail. ", Read(s_packed), StringComparison.Ordinal);

    [Fact]
    public void Several_members_are_one_content() => Assert.Equal("one two", Read([.. Gzip("one "), .. Gzip("two")]));

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void A_cut_file_is_damaged(double share) => Assert.Throws<InvalidDataException>(() => Read(s_packed[..(int)(s_packed.Length * share)]));

    [Fact]
    public void A_file_without_its_trailer_is_damaged() => Assert.Throws<InvalidDataException>(() => Read(s_packed[..^6]));

    private static string Read(byte[] packed)
    {
        using StreamReader reader = new(new GzipContent(new MemoryStream(packed)), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static byte[] Gzip(string text)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Optimal)) { gzip.Write(Encoding.UTF8.GetBytes(text)); }
        return packed.ToArray();
    }
}
