using System.Text.RegularExpressions;
using Xunit;

namespace Dateline.Tests.House;

/// <summary>The table of CONTRIBUTING leads where it says: each path exists and holds its word.</summary>
public sealed partial class WhereThingsAreTests
{
    [GeneratedRegex("^\\|[^|]*\\| `(?<word>[^`]+)` \\| `(?<path>[^`]+)` \\|$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Row();

    [Fact]
    public void Each_path_exists_and_holds_its_word()
    {
        string text = File.ReadAllText(Path.Combine(Repository.Root, "CONTRIBUTING.md"));
        int from = text.IndexOf("## Where things are", StringComparison.Ordinal);
        string section = text[from..text.IndexOf("\n## ", from + 5, StringComparison.Ordinal)];
        MatchCollection rows = Row().Matches(section);
        Assert.Equal(section.Split('\n').Count(l => l.StartsWith('|')) - 2, rows.Count);
        Assert.All(rows, row => Assert.True(Holds(row.Groups["path"].Value, row.Groups["word"].Value), $"{row.Groups["path"].Value} does not exist or does not hold \"{row.Groups["word"].Value}\""));
    }

    private static bool Holds(string path, string word)
    {
        string full = Path.Combine(Repository.Root, path);
        string[] files = Directory.Exists(full) ? Directory.GetFiles(full, "*", SearchOption.AllDirectories) : File.Exists(full) ? [full] : [];
        return files.Any(f => File.ReadAllText(f).Contains(word, StringComparison.Ordinal));
    }
}
