using Dateline.Ingest;
using Dateline.Stories;

namespace Dateline.Benchmarks;

/// <summary>The stories of <c>samples/</c>, ready to be read again and again.</summary>
internal sealed class SampleStories
{
    private static readonly InputOptions s_options = new() { Date = new DateOnly(2020, 10, 2) };
    private readonly StoryReader _reader = new(s_options);

    private SampleStories(IEnumerable<string> files)
    {
        Inputs = [.. new InputReader(s_options).Read(files)];
        Stories = [.. Inputs.Select(input => _reader.Read(input))];
        Words = Stories.Sum(s => s.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length);
    }

    public IReadOnlyList<StoryInput> Inputs { get; }

    public IReadOnlyList<Story> Stories { get; }

    /// <summary>Words between blanks, markup left out.</summary>
    public int Words { get; }

    /// <summary>The reader that made the stories.</summary>
    public StoryReader Reader => _reader;

    /// <summary>The given files, or those of <c>samples/</c>.</summary>
    public static SampleStories Load(IReadOnlyList<string> files) => new(files.Count > 0 ? files : Files());

    /// <summary>The folder <c>samples/</c>.</summary>
    public static string Folder
    {
        get
        {
            DirectoryInfo? folder = new(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Dateline.slnx"))) { folder = folder.Parent; }
            return Path.Combine(folder?.FullName ?? ".", "samples");
        }
    }

    private static string[] Files()
    {
        string[] files = Directory.GetFiles(Folder);
        Array.Sort(files, StringComparer.Ordinal);
        return files;
    }
}
