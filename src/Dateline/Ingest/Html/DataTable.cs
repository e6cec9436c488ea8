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
        NodeCursor cursor = new(table);
        while (cursor.NextOrUp() is { } node)
        {
            if (node is not IElement element) { continue; }
            if (++seen > MostElements || element.LocalName is "table" or "h1" or "h2" or "article") { return false; }
            if (element.LocalName is not ("td" or "th"))
            {
                cursor.Enter(element);
                continue;
            }
            int length = lengths.Of(element);
            if (length > LongestCell) { return false; }
            cells++;
            letters += length;
        }
        return cells >= FewestCells && letters <= cells * LongestMean;
    }
}
