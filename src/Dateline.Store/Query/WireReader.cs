using System.Data.Common;
using System.Globalization;

namespace Dateline.Store.Query;

/// <summary>Lists of stories as a wire shows them, from the tables alone: a record is unpacked only for the first words of a story without a headline.</summary>
public sealed class WireReader(StoreReader reader)
{
    private const int OpeningLength = 120;

    /// <summary>A page of stories with speakers and events, and where the next one starts.</summary>
    public (IReadOnlyList<WireStory> Stories, string? Next) Find(StoreQuery query, int limit, string? after = null)
    {
        StorePage page = reader.Find(query, HitKind.Stories, limit, after);
        if (page.Hits.Count == 0) { return ([], page.Next); }
        string numbers = string.Join(',', page.Hits.Select(h => h.Number.ToString(CultureInfo.InvariantCulture)));
        Dictionary<long, Head> heads = [];
        Read($"SELECT n, published, language, CAST(CASE WHEN copy_of IS NULL THEN 0 ELSE 1 END AS BIGINT), statements, events FROM story WHERE n IN ({numbers})",
            r => heads[r.GetInt64(0)] = new Head(Text(r, 1), Text(r, 2), r.GetInt64(3) == 1, r.GetInt64(4), r.GetInt64(5)));
        Dictionary<long, string> openings = [];
        if (string.Join(',', page.Hits.Where(h => string.IsNullOrEmpty(h.Headline)).Select(h => h.Number.ToString(CultureInfo.InvariantCulture))) is { Length: > 0 } nameless)
        {
            Read($"SELECT n, record FROM story WHERE n IN ({nameless})", r => openings[r.GetInt64(0)] = Opening(RecordBlob.Records((byte[])r.GetValue(1)).Story.Text));
        }
        List<(long Story, string Name)> speakers = [];
        Read($"SELECT story, speaker, min(n) AS first FROM statement WHERE story IN ({numbers}) AND speaker IS NOT NULL GROUP BY story, speaker ORDER BY first",
            r => speakers.Add((r.GetInt64(0), r.GetString(1))));
        List<(long Story, WireEvent Event)> events = [];
        Read($"SELECT story, id, plover || coalesce('/' || mode, ''), status, country FROM event WHERE story IN ({numbers}) ORDER BY background, n",
            r => events.Add((r.GetInt64(0), new WireEvent(r.GetString(1), r.GetString(2), r.GetString(3), Text(r, 4)))));
        ILookup<long, string> spoke = speakers.ToLookup(s => s.Story, s => s.Name);
        ILookup<long, WireEvent> happened = events.ToLookup(e => e.Story, e => e.Event);
        return ([.. page.Hits.Select(hit => Story(hit, openings.GetValueOrDefault(hit.Number), heads[hit.Number], spoke[hit.Number], happened[hit.Number]))], page.Next);
    }

    /// <summary>The first words of a text, whole ones.</summary>
    public static string Opening(string text)
    {
        ReadOnlySpan<char> line = text.AsSpan().TrimStart();
        int end = line.IndexOfAny('\r', '\n');
        if (end >= 0) { line = line[..end]; }
        if (line.Length <= OpeningLength) { return line.ToString(); }
        int blank = line[..OpeningLength].LastIndexOf(' ');
        return string.Concat(line[..(blank > 0 ? blank : OpeningLength - 1)], " …");
    }

    private sealed record Head(string? Published, string? Language, bool IsCopy, long Statements, long Events);

    private static WireStory Story(StoreHit hit, string? opening, Head head, IEnumerable<string> speakers, IEnumerable<WireEvent> events) => new()
    {
        Id = hit.Id, Outlet = hit.Outlet, Day = hit.Day, Headline = hit.Headline, Opening = opening, Url = hit.Url, DatelinePlace = hit.Place,
        Published = head.Published, Language = head.Language, IsCopy = head.IsCopy, Statements = head.Statements, Events = head.Events,
        Speakers = [.. speakers], Reported = [.. events],
    };

    private void Read(string sql, Action<DbDataReader> row)
    {
        using DbCommand command = reader.Database.Command();
        command.CommandText = sql;
        using DbDataReader rows = command.ExecuteReader();
        while (rows.Read()) { row(rows); }
    }

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
