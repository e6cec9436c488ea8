using Dateline.Knowledge;

namespace Dateline.Statements;

/// <summary>Words by which a story says that a source wants no name: "on condition of anonymity", "asked not to be named".</summary>
internal sealed class AnonymityPhrases
{
    /// <summary>The phrases of <c>knowledge/en/anonymity-phrases.tsv</c>.</summary>
    public IReadOnlyList<string> All { get; } = Read();

    /// <summary>True when one of them begins at the offset: asking not to be named is a condition of speaking, no statement.</summary>
    public bool BeginsAt(string text, int start)
    {
        foreach (string phrase in All)
        {
            if (text.AsSpan(start).StartsWith(phrase, StringComparison.OrdinalIgnoreCase)) { return true; }
        }
        return false;
    }

    private static string[] Read()
    {
        TsvTable table = TsvTable.Embedded("en/anonymity-phrases.tsv");
        return [.. table.Rows.Select(row => table.Cell(row, "phrase"))];
    }
}
