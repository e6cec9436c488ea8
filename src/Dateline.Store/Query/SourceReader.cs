using Microsoft.Data.Sqlite;

namespace Dateline.Store.Query;

/// <summary>What came from whom.</summary>
public sealed class SourceReader(StoreReader reader)
{
    /// <summary>Every outlet, the one with the most stories first.</summary>
    public IReadOnlyList<SourceRow> All()
    {
        using SqliteCommand command = reader.Connection.CreateCommand();
        command.CommandText = """
            SELECT s.outlet, count(*) AS stories, min(s.day), max(s.day), sum(s.day IS NULL), group_concat(DISTINCT s.language), sum(s.copy_of IS NOT NULL), sum(s.statements), sum(s.events), max(s.added)
            FROM story s WHERE NOT EXISTS (SELECT 1 FROM story later WHERE later.supersedes = s.n) GROUP BY s.outlet ORDER BY stories DESC, s.outlet LIMIT 1000
            """;
        Dictionary<string, List<FacetCount>> months = Months();
        List<SourceRow> rows = [];
        using SqliteDataReader row = command.ExecuteReader();
        while (row.Read())
        {
            string? outlet = row.IsDBNull(0) ? null : row.GetString(0);
            rows.Add(new SourceRow
            {
                Outlet = outlet, Stories = row.GetInt64(1), First = StoreReader.Day(row.IsDBNull(2) ? null : row.GetInt64(2)), Last = StoreReader.Day(row.IsDBNull(3) ? null : row.GetInt64(3)), Undated = row.GetInt64(4),
                Languages = row.IsDBNull(5) ? null : row.GetString(5), Copies = row.GetInt64(6), Statements = row.GetInt64(7), Events = row.GetInt64(8), Added = row.GetString(9), Months = months.GetValueOrDefault(outlet ?? "") ?? [],
            });
        }
        return rows;
    }

    private Dictionary<string, List<FacetCount>> Months()
    {
        using SqliteCommand command = reader.Connection.CreateCommand();
        command.CommandText = "SELECT coalesce(outlet, ''), substr(day, 1, 4) || '-' || substr(day, 5, 2) AS month, count(*) FROM story s WHERE day IS NOT NULL AND NOT EXISTS (SELECT 1 FROM story later WHERE later.supersedes = s.n) GROUP BY 1, 2 ORDER BY 1, 2";
        Dictionary<string, List<FacetCount>> months = new(StringComparer.Ordinal);
        using SqliteDataReader row = command.ExecuteReader();
        while (row.Read())
        {
            if (!months.TryGetValue(row.GetString(0), out List<FacetCount>? counts)) { months[row.GetString(0)] = counts = []; }
            counts.Add(new FacetCount(row.GetString(1), row.GetInt64(2)));
        }
        return months;
    }
}
