using System.Globalization;
using Dateline.Ingest;
using Dateline.Stories;
using Dateline.Text;

namespace Dateline.Tests;

/// <summary>The shipped pipeline, loaded once for all tests.</summary>
internal static class TestPipeline
{
    private static readonly Lazy<Analyzer> s_analyzer = new(Analyzer.Default);
    private static readonly Lazy<Pipeline> s_pipeline = new(() => new Pipeline(s_analyzer.Value, new PipelineOptions()));

    /// <summary>The analyzer that the pipeline runs on.</summary>
    public static Analyzer Analyzer => s_analyzer.Value;

    /// <summary>The pipeline with default options.</summary>
    public static Pipeline Pipeline => s_pipeline.Value;

    /// <summary>The stories of a file's bytes, cut as the command line does; each is read when asked for.</summary>
    public static IReadOnlyList<(StoryInput Input, Func<Story> Read)> Stories(string name, byte[] bytes)
    {
        InputOptions options = new();
        StoryReader reader = new(options);
        return [.. new InputReader(options).Read(new MemoryStream(bytes), name).Select(input => (input, (Func<Story>)(() => reader.Read(input))))];
    }

    /// <summary>A story from bytes, as the command line reads it.</summary>
    /// <exception cref="StoryFormatException">The bytes cannot become a story.</exception>
    public static Story Story(InputFormat format, byte[] bytes, string? date = null)
    {
        InputOptions options = new() { Date = date is null ? null : DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture) };
        string extension = format switch { InputFormat.Html => "html", InputFormat.JsonLine => "jsonl", _ => "txt" };
        return new StoryReader(options).Read(new StoryInput { File = "story." + extension, Line = format == InputFormat.JsonLine ? 1 : null, Format = format, Bytes = bytes });
    }
}
