using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Dateline.Store.Query;

/// <summary>Lists of stories as a wire shows them, from the tables alone: no record is unpacked.</summary>
public sealed class WireReader(StoreReader reader)
{
    /// <summary>A page of stories with speakers and events, and where the next one starts.</summary>
    public (IReadOnlyList<WireStory> Stories, string? Next) Find(StoreQuery query, int limit, string? after = null)
    {
        StorePage page = reader.Find(query, HitKind.Stories, limit, after);
        if (page.Hits.Count == 0) { return ([], page.Next); }
        string numbers = string.Join(',', page.Hits.Select(h => h.Number.ToString(CultureInfo.InvariantCulture)));
        Dictionary<long, Head> heads = [];
        Read($"SELECT n, published, language, copy_of IS NOT NULL, statements, events FROM story WHERE n IN ({numbers})",
            r => heads[r.GetInt64(0)] = new Head(Text(r, 1), Text(r, 2), r.GetInt64(3) == 1, r.GetInt64(4), r.GetInt64(5)));
        List<(long Story, string Name)> speakers = [];
        Read($"SELECT story, speaker, min(n) AS first FROM statement WHERE story IN ({numbers}) AND speaker IS NOT NULL GROUP BY story, speaker ORDER BY first",
            r => speakers.Add((r.GetInt64(0), r.GetString(1))));
        List<(long Story, WireEvent Event)> events = [];
        Read($"SELECT story, id, plover || coalesce('/' || mode, ''), status, country FROM event WHERE story IN ({numbers}) ORDER BY background, n",
            r => events.Add((r.GetInt64(0), new WireEvent(r.GetString(1), r.GetString(2), r.GetString(3), Text(r, 4)))));
        ILookup<long, string> spoke = speakers.ToLookup(s => s.Story, s => s.Name);
        ILookup<long, WireEvent> happened = events.ToLookup(e => e.Story, e => e.Event);
        return ([.. page.Hits.Select(hit => Story(hit, heads[hit.Number], spoke[hit.Number], happened[hit.Number]))], page.Next);
    }

    private sealed record Head(string? Published, string? Language, bool IsCopy, long Statements, long Events);

    private static WireStory Story(StoreHit hit, Head head, IEnumerable<string> speakers, IEnumerable<WireEvent> events) => new()
    {
        Id = hit.Id, Outlet = hit.Outlet, Day = hit.Day, Headline = hit.Headline, Url = hit.Url, DatelinePlace = hit.Place,
        Published = head.Published, Language = head.Language, IsCopy = head.IsCopy, Statements = head.Statements, Events = head.Events,
        Speakers = [.. speakers], Reported = [.. events],
    };

    private void Read(string sql, Action<SqliteDataReader> row)
    {
        using SqliteCommand command = reader.Connection.CreateCommand();
        command.CommandText = sql;
        using SqliteDataReader rows = command.ExecuteReader();
        while (rows.Read()) { row(rows); }
    }

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
