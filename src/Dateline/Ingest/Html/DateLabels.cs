using Dateline.Knowledge;

namespace Dateline.Ingest.Html;

/// <summary>Tells "Updated on" from "Published on" in many languages, by <c>knowledge/html/date-labels.tsv</c>.</summary>
internal static class DateLabels
{
    private static readonly Lazy<(string[] Changes, string[] Publications)> s_words = new(() =>
    {
        TsvTable table = TsvTable.Embedded("html/date-labels.tsv");
        return ([.. Of("modified")], [.. Of("published")]);
        IEnumerable<string> Of(string field) => table.Rows.Where(row => table.Cell(row, "field") == field).Select(row => table.Cell(row, "words"));
    });

    /// <summary>True when the words speak of a change.</summary>
    public static bool IsChange(string words) => Holds(words, s_words.Value.Changes);

    /// <summary>True when the words speak of the first publication.</summary>
    public static bool IsPublication(string words) => Holds(words, s_words.Value.Publications);

    private static bool Holds(string words, string[] labels)
    {
        foreach (string label in labels)
        {
            if (words.Contains(label, StringComparison.OrdinalIgnoreCase)) { return true; }
        }
        return false;
    }
}
