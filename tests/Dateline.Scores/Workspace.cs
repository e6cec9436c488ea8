namespace Dateline.Scores;

/// <summary>Where things lie: the repository, the corpora beside it, the program to be measured.</summary>
public static class Workspace
{
    /// <summary>The folder that holds Dateline.slnx.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The corpora, or null where they are not.</summary>
    public static string? Data => Existing(Path.Combine(Root, "..", "shared", "data"));

    /// <summary>The scorer.</summary>
    public static string Measure => Path.GetFullPath(Path.Combine(Root, "..", "shared", "scoring", "measure.py"));

    /// <summary>The command line of the program: the native binary of DATELINE_BIN, else what <c>./dateline</c> runs.</summary>
    public static string Program => Environment.GetEnvironmentVariable("DATELINE_BIN") is { Length: > 0 } native ? native : Path.Combine(Root, "dateline");

    /// <summary>Why nothing can be measured here, or null when it can.</summary>
    public static string? Missing =>
        Data is null ? "the corpora are not beside the repository (../shared/data)"
        : !File.Exists(Measure) ? "the scorer is not beside the repository (../shared/scoring/measure.py)"
        : !OnPath("python3") ? "python3 is not on the PATH"
        : null;

    private static string? Existing(string folder) => Directory.Exists(folder) ? Path.GetFullPath(folder) : null;

    private static bool OnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Dateline.slnx"))) { return folder.FullName; }
        }
        throw new InvalidOperationException($"Dateline.slnx not found above {AppContext.BaseDirectory}.");
    }
}
