using System.Text;
using CsCheck;
using Dateline.Export;
using Dateline.Ingest;
using Xunit;

namespace Dateline.Tests.Properties;

/// <summary>Any text in: no exception, and records that hold together.</summary>
public sealed class PipelineProperties
{
    private const int Texts = 200;

    [Fact]
    public void Any_text_gives_records_that_hold_together() => TextGen.News.Sample(text =>
    {
        StoryRecords? records = Read(InputFormat.JsonLine, TextGen.Row(text));
        return records is null || Holds(records);
    }, iter: Texts);

    [Fact]
    public void Any_bytes_as_plain_text_give_records_or_a_coded_failure() => Gen.OneOf(Gen.Byte.Array[0, 400], TextGen.News.Select(Encoding.UTF8.GetBytes)).Sample(bytes =>
    {
        StoryRecords? records = Read(InputFormat.PlainText, bytes);
        return records is null || Holds(records);
    }, iter: Texts);

    [Fact]
    public void Any_bytes_as_a_page_give_records_or_a_coded_failure() => Gen.OneOf(Gen.Byte.Array[0, 200], TextGen.News.Select(t => Encoding.UTF8.GetBytes($"<html><body><article><h1>{t}</h1><p>{t}"))).Sample(bytes =>
    {
        StoryRecords? records = Read(InputFormat.Html, bytes);
        return records is null || Holds(records);
    }, iter: Texts / 2);

    [Fact]
    public void The_same_text_gives_the_same_bytes_on_one_thread_and_on_many() => TextGen.News.Array[40].Sample(texts =>
    {
        byte[][] rows = [.. texts.Select(TextGen.Row)];
        string[] one = [.. rows.Select(Line)];
        string[] many = new string[rows.Length];
        Parallel.For(0, rows.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i => many[i] = Line(rows[i]));
        Assert.Equal(one, many);
    }, iter: 3, threads: 1);

    [Theory]
    [InlineData("\"")]
    [InlineData("“")]
    [InlineData("[")]
    [InlineData("(\"")]
    [InlineData("\"[“(")]
    [InlineData("“said he, ")]
    [InlineData("\n\n")]
    [InlineData("of the ")]
    [InlineData("said that ")]
    [InlineData(", and ")]
    public void Nesting_without_end_is_read_in_time_that_grows_with_the_text(string piece)
    {
        string text = "The minister said " + string.Concat(Enumerable.Repeat(piece, 40_000 / piece.Length));
        StoryRecords? records = Read(InputFormat.PlainText, Encoding.UTF8.GetBytes(text));
        Assert.True(records is null || Holds(records));
    }

    private static string Line(byte[] row)
    {
        StoryRecords? records = Read(InputFormat.JsonLine, row);
        return records is null ? "" : Encoding.UTF8.GetString(new NdjsonWriter().Write(records));
    }

    private static StoryRecords? Read(InputFormat format, byte[] bytes)
    {
        try
        {
            return TestPipeline.Pipeline.Read(TestPipeline.Story(format, bytes, "2020-10-02"));
        }
        catch (StoryFormatException failure)
        {
            Assert.StartsWith("DL1", failure.Code, StringComparison.Ordinal);
            return null;
        }
    }

    private static bool Holds(StoryRecords records)
    {
        string[] broken = [.. SpanRules.Broken(records).Concat(RecordRules.Broken(records))];
        return broken.Length == 0 ? true : throw new InvalidOperationException($"{string.Join("; ", broken)} in: {records.Story.Text}");
    }
}
