using System.Globalization;
using Dateline.Export;
using Dateline.Export.EventData;
using Dateline.Store.Feeds;
using Dateline.Store.Recoding;
using Dateline.Store.Redacting;
using Dateline.Stories;
using Microsoft.Data.Sqlite;

namespace Dateline.Store;

/// <summary>The writing side of a store: one writer, records only added. Not thread-safe.</summary>
/// <remarks>A killed process loses nothing that <see cref="Commit"/> has written, and adding again doubles nothing.</remarks>
public sealed class StoryStore : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly RecordRows _rows;
    private readonly Insert _stories, _words, _successors;
    private readonly SqliteCommand _known, _newest, _twin;
    private readonly NdjsonWriter _writer = new();
    private readonly HashSet<string> _redacted;
    private SqliteTransaction? _transaction;

    /// <summary>Opens a store to write; it is made when missing.</summary>
    /// <exception cref="StoreException">It cannot be opened.</exception>
    public StoryStore(string path)
    {
        _connection = StoreFile.Open(path, write: true);
        _rows = new RecordRows(_connection);
        _stories = new Insert(_connection, "story", "hash", "key", "id", "text_hash", "supersedes", "copy_of", "outlet", "url", "language", "file", "section", "headline", "published", "day", "dateline_place", "statements", "events", "added", "record");
        _words = new Insert(_connection, "words", "rowid", "headline", "text");
        _successors = new Insert(_connection, "successor", "story", "old_id", "successor");
        _redacted = Redacted();
        _known = Query("SELECT n FROM story WHERE hash = $0");
        _newest = Query("SELECT max(n) FROM story WHERE key = $0");
        _twin = Query("SELECT min(n) FROM story WHERE text_hash = $0 AND key <> $1");
    }

    /// <summary>Adds a story's records; they are safe once <see cref="Commit"/> has returned.</summary>
    public AddOutcome Add(StoryRecords records) => Add(records, out _);

    /// <summary>Takes a person out of every story, in all its versions, and out of those added later; safe when it returns. Neither the file nor its log keeps the name.</summary>
    /// <returns>How many versions of stories named the person.</returns>
    public long Redact(string name)
    {
        Commit();
        StoreFile.Execute(_connection, "PRAGMA secure_delete = ON");
        _transaction = _connection.BeginTransaction();
        using (Insert redactions = new(_connection, "redaction", "name_hash", "made"))
        {
            string hash = NameHash.Of(name);
            if (_redacted.Add(hash)) { redactions.Row(_transaction, hash, Now()); }
        }
        long changed = 0;
        HashSet<string> one = [NameHash.Of(name)];
        foreach (long row in Rows())
        {
            StoryRecords before = Blob(row), after = Redactor.Redact(before, one);
            if (ReferenceEquals(before, after)) { continue; }
            changed++;
            StoreFile.Execute(_connection, string.Create(CultureInfo.InvariantCulture, $"""
                DELETE FROM event_point WHERE event IN (SELECT n FROM event WHERE story = {row}); DELETE FROM party WHERE story = {row}; DELETE FROM event WHERE story = {row};
                DELETE FROM statement WHERE story = {row}; DELETE FROM entity WHERE story = {row}; DELETE FROM place WHERE story = {row};
                """), _transaction);
            Words("INSERT INTO words (words, rowid, headline, text) VALUES ('delete', $n, $headline, $text)", row, before);
            Words("INSERT INTO words (rowid, headline, text) VALUES ($n, $headline, $text)", row, after);
            Words("UPDATE story SET headline = nullif($headline, ''), record = $record WHERE n = $n", row, after);
            _rows.Add(_transaction, row, after);
        }
        Commit();
        NameRows.Rebuild(_connection);
        _rows.Forget();
        StoreFile.Execute(_connection, "INSERT INTO words (words) VALUES ('optimize')");
        StoreFile.Execute(_connection, "VACUUM");
        StoreFile.Execute(_connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        return changed;
    }

    private static string Now() => DateTime.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Headline(Story story) => story.Headline is { } h ? h.Span.In(story.Text).ToString() : "";

    private List<long> Rows()
    {
        using SqliteCommand command = Query("SELECT n FROM story ORDER BY n");
        command.Transaction = _transaction;
        List<long> rows = [];
        using SqliteDataReader found = command.ExecuteReader();
        while (found.Read()) { rows.Add(found.GetInt64(0)); }
        return rows;
    }

    private StoryRecords Blob(long row)
    {
        using SqliteCommand command = Query("SELECT record FROM story WHERE n = $n");
        command.Transaction = _transaction;
        command.Parameters.AddWithValue("$n", row);
        return RecordBlob.Records((byte[])command.ExecuteScalar()!);
    }

    private void Words(string sql, long row, StoryRecords records)
    {
        using SqliteCommand command = Query(sql);
        command.Transaction = _transaction;
        command.Parameters.AddWithValue("$n", row);
        command.Parameters.AddWithValue("$headline", Headline(records.Story));
        command.Parameters.AddWithValue("$text", records.Story.Text);
        if (sql.Contains("$record", StringComparison.Ordinal)) { command.Parameters.AddWithValue("$record", RecordBlob.Pack(_writer.Write(records).AsSpan()[..^1])); }
        command.ExecuteNonQuery();
    }

    private HashSet<string> Redacted()
    {
        using SqliteCommand command = Query("SELECT name_hash FROM redaction");
        command.Transaction = _transaction;
        HashSet<string> hashes = new(StringComparer.Ordinal);
        using SqliteDataReader found = command.ExecuteReader();
        while (found.Read()) { hashes.Add(found.GetString(0)); }
        return hashes;
    }

    /// <summary>Adds a story read anew, and where its records went; those kept under their id need no mention.</summary>
    public AddOutcome Recode(StoryRecords records, IReadOnlyList<RecordChange> changes)
    {
        AddOutcome outcome = Add(records, out long row);
        if (outcome == AddOutcome.Known) { return outcome; }
        foreach (RecordChange change in changes)
        {
            if (change.Old is { } old && old != change.New) { _successors.Row(_transaction!, row, old, change.New); }
        }
        return outcome;
    }

    private AddOutcome Add(StoryRecords records, out long row)
    {
        row = 0;
        if (_transaction is null)
        {
            _transaction = _connection.BeginTransaction();
            // Another process may have taken somebody out since.
            _redacted.UnionWith(Redacted());
        }
        Story story = records.Story;
        string hash = StoryRow.Hash(records), key = StoryRow.Key(story);
        if (Find(_known, hash) is not null) { return AddOutcome.Known; }
        records = Redactor.Redact(records, _redacted);
        story = records.Story;
        long? older = Find(_newest, key), twin = older is null ? Find(_twin, story.TextHash ?? "", key) : null;
        string headline = Headline(story);
        DateOnly? day = new ExportStory(records).Published ?? story.ReferenceDate?.Value;
        long n = row = _stories.Row(_transaction, hash, key, story.Id, story.TextHash ?? "", older, twin, story.Outlet, story.Url, story.Language, story.File, story.Section, headline, story.Published, StoryRow.Number(day),
            story.Dateline?.PlaceName is { } place ? place.Span.In(story.Text).ToString() : null, records.Statements.Count, records.Events.Count,
            Now(), RecordBlob.Pack(_writer.Write(records).AsSpan()[..^1]));
        _words.Row(_transaction, n, headline, story.Text);
        _rows.Add(_transaction, n, records);
        return older is not null ? AddOutcome.Superseded : twin is not null ? AddOutcome.Copied : AddOutcome.Added;
    }

    /// <summary>What is known of a watched feed; null for one that was never asked.</summary>
    public FeedState? Feed(string url) => FeedTable.Read(_connection, _transaction, url);

    /// <summary>Keeps what is known of a watched feed; safe with what was added, once <see cref="Commit"/> has returned.</summary>
    public void Save(FeedState feed) => FeedTable.Write(_connection, _transaction ??= _connection.BeginTransaction(), feed);

    /// <summary>Makes everything added so far safe.</summary>
    public void Commit()
    {
        _transaction?.Commit();
        _transaction?.Dispose();
        _transaction = null;
    }

    /// <summary>Takes back what was added since the last <see cref="Commit"/> and closes.</summary>
    public void Dispose()
    {
        _transaction?.Dispose();
        _rows.Dispose();
        foreach (IDisposable command in (IDisposable[])[_stories, _words, _successors, _known, _newest, _twin]) { command.Dispose(); }
        _connection.Dispose();
    }

    private SqliteCommand Query(string sql)
    {
        SqliteCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }

    private long? Find(SqliteCommand command, params ReadOnlySpan<string> values)
    {
        command.Transaction = _transaction;
        command.Parameters.Clear();
        for (int i = 0; i < values.Length; i++) { command.Parameters.AddWithValue("$" + i.ToString(CultureInfo.InvariantCulture), values[i]); }
        return command.ExecuteScalar() as long?;
    }
}
