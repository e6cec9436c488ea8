using AngleSharp.Dom;

namespace Dateline.Ingest.Html;

/// <summary>Tells tables that hold facts from tables that lay out a page.</summary>
internal static class DataTable
{
    private const int LongestCell = 400, LongestMean = 90, FewestCells = 4, MostElements = 4000;

    /// <summary>True when each row of the table is read as one line.</summary>
    public static bool Is(IElement table, TextLengths lengths)
    {
        int cells = 0, letters = 0, seen = 0;
        INode? node = table.FirstChild;
        while (node is not null && !ReferenceEquals(node, table))
        {
            if (node is IElement element)
            {
                if (++seen > MostElements || element.LocalName is "table" or "h1" or "h2" or "article") { return false; }
                if (element.LocalName is "td" or "th")
                {
                    int length = lengths.Of(element);
                    if (length > LongestCell) { return false; }
                    cells++;
                    letters += length;
                }
                else if (element.FirstChild is { } child) { node = child; continue; }
            }
            while (node is not null && node.NextSibling is null && !ReferenceEquals(node, table)) { node = node.Parent; }
            if (node is null || ReferenceEquals(node, table)) { break; }
            node = node.NextSibling;
        }
        return cells >= FewestCells && letters <= cells * LongestMean;
    }
}
