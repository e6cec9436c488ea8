using System.Text;
using Dateline.Knowledge;
using Xunit;

namespace Dateline.Tests.House;

/// <summary>The tables below knowledge/ are well kept.</summary>
public sealed class KnowledgeTableTests
{
    /// <summary>All tables, by path from the root.</summary>
    public static IEnumerable<ITheoryDataRow> Tables() => Directory.GetFiles(Path.Combine(Repository.Root, "knowledge"), "*.tsv", SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(Repository.Root, f)).Order(StringComparer.Ordinal).Select(f => new TheoryDataRow<string>(f) { TestDisplayName = f, Label = "" });

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_table_is_read_sorted_and_without_a_row_twice(string file)
    {
        byte[] bytes = File.ReadAllBytes(Path.Combine(Repository.Root, file));
        string text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        TsvTable table = TsvTable.Parse(file, text);
        Assert.False(bytes.AsSpan().StartsWith("\uFEFF"u8), "it begins with a byte order mark");
        Assert.DoesNotContain('\r', text);
        Assert.All(table.Rows, row => Assert.All(row, cell => Assert.True(!string.IsNullOrWhiteSpace(cell), $"\"{string.Join(" | ", row)}\" has an empty cell; write -")));
        string[] rows = [.. table.Rows.Select(r => string.Join('\t', r))];
        for (int i = 1; i < rows.Length; i++)
        {
            Assert.True(string.CompareOrdinal(table.Rows[i - 1][0], table.Rows[i][0]) <= 0, $"\"{table.Rows[i][0]}\" stands behind \"{table.Rows[i - 1][0]}\": sort by the first column, byte by byte (LC_ALL=C sort)");
        }
        Assert.Equal(rows.Length, rows.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Every_folder_of_knowledge_says_where_it_comes_from()
    {
        foreach (string folder in Directory.GetDirectories(Path.Combine(Repository.Root, "knowledge")))
        {
            // The card of a model says for models what SOURCE.md says for tables.
            string[] pages = [.. Directory.GetFiles(folder, "SOURCE*.md"), .. Directory.GetFiles(folder, "README.md")];
            Assert.True(pages.Length > 0, $"{Path.GetRelativePath(Repository.Root, folder)}/SOURCE.md is missing: origin, licence, how made");
            string sources = string.Concat(pages.Select(File.ReadAllText));
            foreach (string name in Directory.GetFiles(folder).Select(f => Path.GetFileName(f)).Where(n => !n.EndsWith(".md", StringComparison.Ordinal)))
            {
                Assert.True(sources.Contains(name, StringComparison.Ordinal), $"{Path.GetRelativePath(Repository.Root, folder)}/SOURCE.md says nothing of {name}");
            }
        }
    }
}
