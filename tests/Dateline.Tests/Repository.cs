namespace Dateline.Tests;

/// <summary>Where the sources lie: the folder that holds Dateline.slnx, upward from the test binary.</summary>
public static class Repository
{
    /// <summary>Its full path.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Dateline.slnx"))) { return folder.FullName; }
        }
        throw new InvalidOperationException($"Dateline.slnx not found above {AppContext.BaseDirectory}; run the tests from a build inside the repository.");
    }
}
