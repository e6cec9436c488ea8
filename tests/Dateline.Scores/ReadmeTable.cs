using System.Globalization;
using System.Text;

namespace Dateline.Scores;

/// <summary>The score table of README, between its two marks.</summary>
internal static class ReadmeTable
{
    private const string Begin = "<!-- scores: written by ./test scores --update -->\n", End = "<!-- end of scores -->";

    /// <summary>Replaces the rows.</summary>
    public static void Write(IEnumerable<(string Label, int Items, string Score)> rows)
    {
        string path = Path.Combine(Workspace.Root, "README.md"), text = File.ReadAllText(path);
        int from = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, to = text.IndexOf(End, StringComparison.Ordinal);
        if (from < Begin.Length || to < from) { throw new InvalidOperationException("README.md has lost the marks around its score table."); }
        StringBuilder table = new("| what is measured | items | score |\n|---|---:|---:|\n");
        foreach ((string label, int items, string score) in rows) { table.Append(CultureInfo.InvariantCulture, $"| {label} | {items} | {score} |\n"); }
        File.WriteAllText(path, text[..from] + table + text[to..]);
    }
}
