using System.Data.Common;
using System.Globalization;
using Dateline.Export;
using Dateline.Export.EventData;
using Dateline.Store.Databases;
using Dateline.Store.Feeds;
using Dateline.Store.Recoding;
using Dateline.Store.Redacting;
using Dateline.Stories;

namespace Dateline.Store;

/// <summary>The writing side of a store: one writer, records only added. Not thread-safe.</summary>
/// <remarks>A killed process loses nothing that <see cref="Commit"/> has written, and adding again doubles nothing.</remarks>
public sealed class StoryStore : IDisposable
{
    private readonly Database _database;
    private readonly RecordRows _rows;
    private readonly Insert _stories, _successors;
    private readonly DbCommand _words, _known, _newest, _twin;
    private readonly NdjsonWriter _writer = new();
    private readonly HashSet<string> _redacted;
    private DbTransaction? _transaction;

    /// <summary>Opens a store to write, a file or <c>postgres://…</c>; it is made when missing.</summary>
    /// <exception cref="StoreException">It cannot be opened.</exception>
    public StoryStore(string path)
    {
        _database = Database.Open(path, write: true);
        _rows = new RecordRows(_database);
        _stories = new Insert(_database, "story", true, "hash", "key", "id", "text_hash", "supersedes", "copy_of", "outlet", "url", "language", "file", "section", "headline", "published", "day", "dateline_place", "statements", "events", "added", "record");
        _words = _database.AddWords();
        _successors = new Insert(_database, "successor", false, "story", "old_id", "successor");
        _redacted = Redacted();
        _known = _database.Command("SELECT n FROM story WHERE hash = @p0");
        _newest = _database.Command("SELECT max(n) FROM story WHERE key = @p0");
        _twin = _database.Command("SELECT min(n) FROM story WHERE text_hash = @p0 AND key <> @p1");
    }

    /// <summary>Adds a story's records; they are safe once <see cref="Commit"/> has returned.</summary>
    public AddOutcome Add(StoryRecords records) => Add(records, out _);

    /// <summary>Takes a person out of every story, in all its versions, and out of those added later; safe when it returns. Neither the file nor its log keeps the name.</summary>
    /// <returns>How many versions of stories named the person.</returns>
    public long Redact(string name)
    {
        Commit();
        _database.BeforeShredding();
        _transaction = _database.Begin();
        using (Insert redactions = new(_database, "redaction", false, "name_hash", "made"))
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
            _database.Execute(string.Create(CultureInfo.InvariantCulture, $"""
                DELETE FROM event_point WHERE event IN (SELECT n FROM event WHERE story = {row}); DELETE FROM party WHERE story = {row}; DELETE FROM event WHERE story = {row};
                DELETE FROM statement WHERE story = {row}; DELETE FROM entity WHERE story = {row}; DELETE FROM place WHERE story = {row};
                """), _transaction);
            using (DbCommand removed = _database.RemoveWords()) { Words(removed, row, before); }
            Words(_words, row, after);
            using (DbCommand update = _database.Command("UPDATE story SET headline = @headline, record = @record WHERE n = @n", ("@n", row), ("@headline", Headline(after.Story)), ("@record", Packed(after))))
            {
                update.Transaction = _transaction;
                update.ExecuteNonQuery();
            }
            _rows.Add(_transaction, row, after);
        }
        Commit();
        _database.RebuildNames();
        _rows.Forget();
        _database.Shred();
        return changed;
    }

    private static string Now() => DateTime.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Headline(Story story) => story.Headline is { } h ? h.Span.In(story.Text).ToString() : "";

    private List<long> Rows()
    {
        using DbCommand command = _database.Command("SELECT n FROM story ORDER BY n");
        command.Transaction = _transaction;
        List<long> rows = [];
        using DbDataReader found = command.ExecuteReader();
        while (found.Read()) { rows.Add(found.GetInt64(0)); }
        return rows;
    }

    private StoryRecords Blob(long row)
    {
        using DbCommand command = _database.Command("SELECT record FROM story WHERE n = @n", ("@n", row));
        command.Transaction = _transaction;
        return RecordBlob.Records((byte[])command.ExecuteScalar()!);
    }

    private byte[] Packed(StoryRecords records) => RecordBlob.Pack(_writer.Write(records).AsSpan()[..^1]);

    private void Words(DbCommand command, long row, StoryRecords records)
    {
        command.Transaction = _transaction;
        _database.Set(command, "@n", row);
        _database.Set(command, "@headline", _database.Words(Headline(records.Story)));
        _database.Set(command, "@text", _database.Words(records.Story.Text));
        command.ExecuteNonQuery();
    }

    private HashSet<string> Redacted()
    {
        using DbCommand command = _database.Command("SELECT name_hash FROM redaction");
        command.Transaction = _transaction;
        HashSet<string> hashes = new(StringComparer.Ordinal);
        using DbDataReader found = command.ExecuteReader();
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
            _transaction = _database.Begin();
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
            Now(), Packed(records));
        Words(_words, n, records);
        _rows.Add(_transaction, n, records);
        return older is not null ? AddOutcome.Superseded : twin is not null ? AddOutcome.Copied : AddOutcome.Added;
    }

    /// <summary>What is known of a watched feed; null for one that was never asked.</summary>
    public FeedState? Feed(string url) => FeedTable.Read(_database, _transaction, url);

    /// <summary>Keeps what is known of a watched feed; safe with what was added, once <see cref="Commit"/> has returned.</summary>
    public void Save(FeedState feed) => FeedTable.Write(_database, _transaction ??= _database.Begin(), feed);

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
        _database.Dispose();
    }

    private long? Find(DbCommand command, params ReadOnlySpan<string> values)
    {
        command.Transaction = _transaction;
        for (int i = 0; i < values.Length; i++) { _database.Set(command, "@p" + i.ToString(CultureInfo.InvariantCulture), values[i]); }
        return command.ExecuteScalar() as long?;
    }
}
