using System.Text;
using System.Text.Json;
using Dateline.Export;
using Dateline.Tests.Provenance;
using Xunit;

namespace Dateline.Tests.Export;

public sealed class NdjsonReaderTests
{
    private readonly NdjsonReader _reader = new();

    [Fact]
    public void What_is_written_is_read_again_with_its_spans()
    {
        string line = Line(HandMadeStory.Records);
        Assert.Equal(line, Line(_reader.Read(line)!));
        Assert.Equal(HandMadeStory.Span("confirmed"), _reader.Read(line)!.Statements[1].Cue!.Span);
    }

    [Fact]
    public void A_failed_story_is_no_record()
    {
        FailedStory failed = new() { Story = new FailedStoryName { Id = "a" }, Error = new StoryError("DL1101", "empty") };
        Assert.Null(_reader.Read(Encoding.UTF8.GetString(new NdjsonWriter().Write(failed))));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("{\"schema\":\"dateline/7\"}")]
    [InlineData("{\"schema\":\"dateline/1\",\"story\":{}}")]
    [InlineData("not json")]
    public void Other_lines_are_refused(string line) => Assert.ThrowsAny<JsonException>(() => _reader.Read(line));

    [Fact]
    public void A_span_outside_the_text_is_refused()
    {
        string line = Line(HandMadeStory.Records).Replace("\"cue\":{\"span\":[", "\"cue\":{\"span\":[9", StringComparison.Ordinal);
        Assert.Contains("lies outside", Assert.ThrowsAny<JsonException>(() => _reader.Read(line)).Message, StringComparison.Ordinal);
    }

    private static string Line(StoryRecords records) => Encoding.UTF8.GetString(new NdjsonWriter().Write(records)).TrimEnd('\n');
}
