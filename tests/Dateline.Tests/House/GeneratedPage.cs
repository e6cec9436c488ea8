using Xunit;

namespace Dateline.Tests.House;

/// <summary>A page made from code or knowledge: the test fails when it lags behind, and writes it when DATELINE_UPDATE_DOCS=1 (./test docs).</summary>
internal static class GeneratedPage
{
    /// <summary>True when pages are to be written.</summary>
    public static bool IsUpdating => Environment.GetEnvironmentVariable("DATELINE_UPDATE_DOCS") is "1";

    /// <summary>Compares the page at the path with what it should say.</summary>
    public static void Check(string path, string expected)
    {
        string file = Path.Combine(Repository.Root, path);
        if (IsUpdating)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, expected);
        }
        string found = File.Exists(file) ? File.ReadAllText(file) : "";
        Assert.True(found == expected, $"{path} is not what the code says now. Run ./test docs and commit the page.");
    }
}
