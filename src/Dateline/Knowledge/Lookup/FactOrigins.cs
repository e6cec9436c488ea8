using System.Collections.Frozen;

namespace Dateline.Knowledge.Lookup;

/// <summary>Where the rows of each table come from: <c>knowledge/actors/origins.tsv</c>.</summary>
internal sealed class FactOrigins
{
    private readonly FrozenDictionary<(string Table, string Rows), (string Origin, string Licence, string Correct)> _origins;

    public FactOrigins()
    {
        TsvTable table = TsvTable.Embedded("actors/origins.tsv");
        _origins = table.Rows.ToFrozenDictionary(r => (table.Cell(r, "table"), table.Cell(r, "rows")), r => (table.Cell(r, "origin"), table.Cell(r, "licence"), table.Cell(r, "correct")));
    }

    /// <summary>A fact of that table with its origin; <paramref name="rows"/> names a part of a table that has several.</summary>
    public KnowledgeFact Fact(string kind, string name, IEnumerable<KeyValuePair<string, string>> says, string table, int row, string rows = "")
    {
        (string origin, string licence, string correct) = _origins[(table, rows)];
        return new KnowledgeFact { Kind = kind, Name = name, Says = [.. says.Where(s => s.Value.Length > 0)], Table = table, Row = row, Origin = origin, Licence = licence, Correct = correct };
    }
}
