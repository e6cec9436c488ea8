using System.Data.Common;
using System.Globalization;

namespace Dateline.Store.Query;

/// <summary>Where and when the events of a query are reported to have happened.</summary>
public sealed class EventReader(StoreReader reader)
{
    /// <summary>Beyond as many months the bars are years.</summary>
    private const int MostMonths = 60;

    /// <summary>Places with the number of event mentions at each, the most frequent first.</summary>
    /// <param name="query">The query.</param>
    /// <param name="most">Most places.</param>
    public IReadOnlyList<EventPlace> Places(StoreQuery query, int most)
    {
        (DbCommand made, string events) = Events(query);
        using DbCommand command = made;
        command.CommandText = $"""
            SELECT g.country, g.place, g.place_precision, coalesce(g.latitude, (SELECT p.latitude FROM place p WHERE p.story = g.story AND p.name = g.place ORDER BY p.id LIMIT 1)),
              coalesce(g.longitude, (SELECT p.longitude FROM place p WHERE p.story = g.story AND p.name = g.place ORDER BY p.id LIMIT 1)), g.number
            FROM (SELECT v.country, v.place, v.place_precision, max(v.latitude) AS latitude, max(v.longitude) AS longitude, count(*) AS number, max(v.story) AS story
              {events} AND (v.country IS NOT NULL OR v.place IS NOT NULL) GROUP BY v.country, v.place, v.place_precision ORDER BY number DESC, v.country NULLS FIRST, v.place NULLS FIRST, v.place_precision NULLS FIRST LIMIT {most.ToString(CultureInfo.InvariantCulture)}) g
            ORDER BY g.number DESC, g.country NULLS FIRST, g.place NULLS FIRST, g.place_precision NULLS FIRST
            """;
        List<EventPlace> places = [];
        using DbDataReader row = command.ExecuteReader();
        while (row.Read()) { places.Add(new EventPlace(Text(row, 0), Text(row, 1), Text(row, 2), Number(row, 3), Number(row, 4), row.GetInt64(5))); }
        return places;
    }

    /// <summary>Event mentions by the first day of when they are said to have happened: by day, month or year, whichever gives a number of bars that can be read.</summary>
    public IReadOnlyList<FacetCount> Timeline(StoreQuery query)
    {
        (DbCommand made, string events) = Events(query);
        using DbCommand command = made;
        string dated = $"{events} AND v.\"start\" IS NOT NULL";
        command.CommandText = $"SELECT min(v.\"start\"), max(v.\"start\") {dated}";
        int divisor;
        using (DbDataReader span = command.ExecuteReader())
        {
            span.Read();
            if (span.IsDBNull(0)) { return []; }
            long months = Month(span.GetInt64(1)) - Month(span.GetInt64(0));
            divisor = months <= 1 ? 1 : months <= MostMonths ? 100 : 10_000;
        }
        command.CommandText = $"SELECT v.\"start\" / {divisor.ToString(CultureInfo.InvariantCulture)} AS unit, count(*) {dated} GROUP BY unit ORDER BY unit";
        List<FacetCount> counts = [];
        using DbDataReader row = command.ExecuteReader();
        while (row.Read())
        {
            long unit = row.GetInt64(0);
            string name = divisor switch { 1 => StoreReader.Day(unit)!, 100 => string.Create(CultureInfo.InvariantCulture, $"{unit / 100:0000}-{unit % 100:00}"), _ => unit.ToString("0000", CultureInfo.InvariantCulture) };
            counts.Add(new FacetCount(name, row.GetInt64(1)));
        }
        return counts;
    }

    /// <summary>How many event mentions have no place, and how many no time of their own.</summary>
    public (long Unplaced, long Undated) Missing(StoreQuery query)
    {
        (DbCommand made, string events) = Events(query);
        using DbCommand command = made;
        command.CommandText = $"SELECT count(*) FILTER (WHERE v.country IS NULL AND v.place IS NULL), count(*) FILTER (WHERE v.\"start\" IS NULL) {events}";
        using DbDataReader row = command.ExecuteReader();
        row.Read();
        return (row.GetInt64(0), row.GetInt64(1));
    }

    /// <summary>A command with the query's values, and where its events are.</summary>
    private (DbCommand Command, string Events) Events(StoreQuery query)
    {
        SqlCondition condition = SqlCondition.Of(query, reader.Database);
        HitScope scope = reader.Scope(query, condition);
        return (reader.Command(condition), $"FROM {scope.Rows(HitKind.Events, null)}{StoreReader.Own(condition, HitKind.Events)}");
    }

    private static long Month(long day) => day / 10_000 * 12 + day / 100 % 100;

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) || row.GetString(column).Length == 0 ? null : row.GetString(column);

    private static double? Number(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetDouble(column);
}
