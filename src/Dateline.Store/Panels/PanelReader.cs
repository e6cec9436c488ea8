using System.Data.Common;
using Dateline.Store.Query;

namespace Dateline.Store.Panels;

/// <summary>Counts a query's event mentions by place and period.</summary>
public sealed class PanelReader(StoreReader reader)
{
    /// <summary>The panel.</summary>
    /// <param name="query">Which events; a query without <c>status</c> and <c>background</c> counts them all.</param>
    /// <param name="byAdmin1">By first administrative division within countries.</param>
    /// <param name="period">Length of the periods.</param>
    public Panel Read(StoreQuery query, bool byAdmin1, PanelPeriod period)
    {
        Dictionary<string, long> exposure = Exposure(query, period, out long stories);
        Dictionary<(string, string, string, string), PanelRow> rows = [];
        Dictionary<(string, string, string, string), long> last = [];
        long mentions = 0, undated = 0, unplaced = 0;
        SqlCondition condition = SqlCondition.Of(query, reader.Database);
        using DbCommand command = reader.Command(condition);
        string admin1 = byAdmin1 ? "(SELECT p.admin1 FROM place p WHERE p.story = v.story AND p.name = v.place ORDER BY p.id LIMIT 1)" : "NULL";
        command.CommandText = $"SELECT v.country, {admin1}, v.\"start\", v.\"end\", v.when_basis, s.day, v.plover, s.n FROM {StoreReader.From(HitKind.Events)} WHERE {StoreReader.Where(condition, HitKind.Events)} ORDER BY s.n";
        using DbDataReader row = command.ExecuteReader();
        while (row.Read())
        {
            bool own = !row.IsDBNull(2) && Text(row, 4) != "publication";
            DateOnly? first = own ? PanelPeriods.Day(row.GetInt64(2)) : PanelPeriods.Day(row.IsDBNull(5) ? null : row.GetInt64(5));
            DateOnly? end = own ? PanelPeriods.Day(row.IsDBNull(3) ? null : row.GetInt64(3))?.AddDays(-1) : first;
            // A month's event is in no week: it is counted, and stands in a row without a period.
            string name = first is { } from && end is { } to && period.Name(from) == period.Name(to) ? period.Name(from) : "";
            (string, string, string, string) key = (Text(row, 0), Text(row, 1), name, row.GetString(6));
            if (!rows.TryGetValue(key, out PanelRow? found))
            {
                rows[key] = found = new PanelRow { Country = key.Item1, Admin1 = key.Item2, Period = key.Item3, Plover = key.Item4, Exposure = exposure.GetValueOrDefault(name) };
            }
            mentions++;
            found.Mentions++;
            if (!own) { undated++; found.Undated++; }
            if (key.Item1.Length == 0) { unplaced++; }
            long story = row.GetInt64(7);
            if (last.GetValueOrDefault(key) != story) { found.Stories++; last[key] = story; }
        }
        PanelRow[] sorted = [.. rows.Values.OrderBy(r => r.Country, StringComparer.Ordinal).ThenBy(r => r.Admin1, StringComparer.Ordinal).ThenBy(r => r.Period, StringComparer.Ordinal).ThenBy(r => r.Plover, StringComparer.Ordinal)];
        return new Panel(sorted, mentions, undated, unplaced, stories);
    }

    /// <summary>Stories published in each period: those that the query's conditions on stories let through, whatever events they have.</summary>
    private Dictionary<string, long> Exposure(StoreQuery query, PanelPeriod period, out long stories)
    {
        Dictionary<string, long> counts = new(StringComparer.Ordinal);
        SqlCondition condition = SqlCondition.Of(query, reader.Database);
        using DbCommand command = reader.Command(condition);
        command.CommandText = $"SELECT s.day, count(*) FROM story s WHERE {condition.Story} GROUP BY s.day";
        stories = 0;
        using DbDataReader row = command.ExecuteReader();
        while (row.Read())
        {
            stories += row.GetInt64(1);
            string name = PanelPeriods.Day(row.IsDBNull(0) ? null : row.GetInt64(0)) is { } day ? period.Name(day) : "";
            counts[name] = counts.GetValueOrDefault(name) + row.GetInt64(1);
        }
        return counts;
    }

    private static string Text(DbDataReader row, int column) => row.IsDBNull(column) ? "" : row.GetString(column);
}
