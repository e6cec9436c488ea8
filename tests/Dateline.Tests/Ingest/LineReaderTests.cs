using System.Text;
using Dateline.Ingest;
using Xunit;

namespace Dateline.Tests.Ingest;

/// <summary>Lines of a stream in bounded memory.</summary>
public sealed class LineReaderTests
{
    [Fact]
    public void Lines_come_without_their_line_feed_and_the_last_needs_none() => Assert.Equal(["a", "", "bc"], Read("a\n\nbc", 10));

    [Fact]
    public void An_empty_stream_has_no_line() => Assert.Empty(Read("", 10));

    [Fact]
    public void A_line_longer_than_the_cap_is_read_over_and_the_next_is_whole() => Assert.Equal(["ab", "(too long)", "cd"], Read("ab\n" + new string('x', 200_000) + "\ncd\n", 100_000));

    [Fact]
    public void A_line_over_several_buffers_is_whole()
    {
        string line = string.Concat(Enumerable.Range(0, 30_000).Select(i => i + " "));
        Assert.Equal([line, "end"], Read(line + "\nend", 1 << 20));
    }

    private static List<string> Read(string text, int cap)
    {
        LineReader reader = new(new MemoryStream(Encoding.UTF8.GetBytes(text)), cap);
        List<string> lines = [];
        while (reader.Read(out Line line)) { lines.Add(line.TooLong ? "(too long)" : Encoding.UTF8.GetString(line.Bytes)); }
        return lines;
    }
}
