using System.IO.Compression;
using BenchmarkDotNet.Attributes;
using Dateline.Ingest;

namespace Dateline.Benchmarks;

/// <summary>A page to its story, beside SmartReader on the same pages. DATELINE_PAGES names a folder of .html or .html.gz files; without it the samples.</summary>
[MemoryDiagnoser]
public class PageBenchmarks
{
    private const int MostPages = 100;
    private readonly StoryReader _reader = new(new InputOptions());
    private StoryInput[] _pages = [];
    private string[] _sources = [];

    [GlobalSetup]
    public void Load()
    {
        string folder = Environment.GetEnvironmentVariable("DATELINE_PAGES") is { Length: > 0 } given ? given : SampleStories.Folder;
        byte[][] pages = [.. Directory.GetFiles(folder, "*.html*").Order(StringComparer.Ordinal).Take(MostPages).Select(Bytes)];
        _pages = [.. pages.Select(bytes => new StoryInput { File = "page.html", Format = InputFormat.Html, Bytes = bytes })];
        _sources = [.. pages.Select(bytes => System.Text.Encoding.UTF8.GetString(bytes))];
        Console.WriteLine($"// {_pages.Length} pages");
    }

    [Benchmark(Baseline = true)]
    public int Dateline()
    {
        int length = 0;
        foreach (StoryInput page in _pages)
        {
            try
            {
                length += _reader.Read(page).Text.Length;
            }
            catch (StoryFormatException)
            {
                length++;
            }
        }
        return length;
    }

    [Benchmark]
    public int SmartReader()
    {
        int length = 0;
        foreach (string source in _sources)
        {
            using SmartReader.Reader reader = new("https://example.org/page", source);
            length += reader.GetArticle().Length;
        }
        return length;
    }

    private static byte[] Bytes(string path)
    {
        using Stream file = File.OpenRead(path), content = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using MemoryStream bytes = new();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }
}
