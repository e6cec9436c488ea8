using Dateline.Ingest;
using Xunit;

namespace Dateline.Scores;

/// <summary>Feeds, archives and wire messages of other people, and files made to break readers: each ends soon, in stories or in a coded reason.</summary>
public sealed class FormatFileTests(ITestOutputHelper output)
{
    // A guard against hangs, not a measurement: the aim of two seconds a file is measured by hand, on a quiet machine.
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(20);
    private static readonly InputOptions s_options = new();
    private static readonly StoryReader s_reader = new(s_options);

    /// <summary>The first page costs a second of start-up, which is no file's fault.</summary>
    static FormatFileTests() => _ = Read("warm-up.html", () => new MemoryStream("<p>The harbour reopened on Sunday.</p>"u8.ToArray()));

    [Fact]
    public void Feeds_are_opened()
    {
        Dictionary<string, List<string?>> files = ReadAll("feeds");
        // A feed whose items hold nothing, or that has none, is opened all the same.
        string[] unopened = [.. files.Where(f => f.Value.Any(code => code is not (null or DiagnosticCodes.NoStory or DiagnosticCodes.Empty))).Select(f => f.Key)];
        output.WriteLine($"{files.Count - unopened.Length} of {files.Count} opened; not: {string.Join(", ", unopened)}");
        Assert.True(files.Count - unopened.Length >= 260, string.Join(", ", unopened));
        Assert.True(files.Sum(f => f.Value.Count(code => code is null)) >= 700);
    }

    [Theory]
    [InlineData("warc", 10)]
    [InlineData("ninjs/examples", 20)]
    [InlineData("newsml-g2", 3)]
    [InlineData("hostile", 18)]
    public void Files_are_stories_or_coded_reasons(string folder, int fewestStories)
    {
        Dictionary<string, List<string?>> files = ReadAll(folder);
        output.WriteLine($"{files.Count} files, {files.Sum(f => f.Value.Count(code => code is null))} stories");
        Assert.All(files, f => Assert.NotEmpty(f.Value));
        Assert.True(files.Sum(f => f.Value.Count(code => code is null)) >= fewestStories);
    }

    private static Dictionary<string, List<string?>> ReadAll(string folder)
    {
        Assert.SkipWhen(Workspace.Data is null, "the corpora are not beside the repository (../shared/data)");
        string root = Path.Combine(Workspace.Data!, "formats", folder);
        Dictionary<string, List<string?>> files = new(StringComparer.Ordinal);
        foreach (string file in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            string name = Path.GetRelativePath(root, file);
            (List<string?> codes, TimeSpan time) = Read(Path.GetFileName(file), () => File.OpenRead(file));
            // Other tests of the process may count in once, not three times.
            for (int again = 0; again < 2 && time > s_longest; again++) { (codes, time) = Read(Path.GetFileName(file), () => File.OpenRead(file)); }
            Assert.True(time <= s_longest, $"{name} took {time.TotalSeconds:0.0} s");
            files[name] = codes;
        }
        return files;
    }

    /// <summary>For each story its failure's code, null for a story that was read; and the processor's time, which a busy machine does not lengthen.</summary>
    private static (List<string?> Codes, TimeSpan Time) Read(string name, Func<Stream> open)
    {
        TimeSpan before = Environment.CpuUsage.TotalTime;
        List<string?> codes = [];
        foreach (StoryInput input in new InputReader(s_options).Read(open(), name))
        {
            try
            {
                _ = s_reader.Read(input);
                codes.Add(null);
            }
            catch (StoryFormatException exception)
            {
                codes.Add(exception.Code);
            }
        }
        return (codes, Environment.CpuUsage.TotalTime - before);
    }
}
