using System.Data.Common;
using Dateline.Entities;
using Dateline.Events;
using Dateline.Export;
using Dateline.Export.EventData;
using Dateline.Places;
using Dateline.Statements;
using Dateline.Store.Databases;

namespace Dateline.Store;

/// <summary>A story's records to rows of the tables that are searched.</summary>
internal sealed class RecordRows(Database database) : IDisposable
{
    private readonly Insert _statements = new(database, "statement", true, "story", "id", "act", "speaker", "speaker_words", "speaker_country", "speaker_sector", "form", "polarity", "certainty", "stance",
        "cue", "content", "content_start", "content_end", "addressee", "parent", "repeats", "confidence", "rule");
    private readonly Insert _events = new(database, "event", true, "story", "id", "plover", "mode", "cameo", "quad", "goldstein", "status", "modality", "polarity", "background", "aggregate", "attribution",
        "country", "place", "place_precision", "latitude", "longitude", "start", "end", "when_basis", "words", "words_start", "words_end", "confidence", "rule");
    private readonly Insert _parties = new(database, "party", false, "event", "story", "side", "name", "country", "sector", "organization");
    private readonly Insert _points = new(database, "event_point", false, "event", "min_latitude", "max_latitude", "min_longitude", "max_longitude");
    private readonly Insert _entities = new(database, "entity", false, "story", "id", "name", "type", "country", "sector", "role", "wikidata", "mentions");
    private readonly Insert _places = new(database, "place", false, "story", "id", "name", "country", "admin1", "precision", "latitude", "longitude", "geonames", "disputed");

    private readonly NameRows _names = new(database);

    /// <summary>Adds the rows of a story.</summary>
    public void Add(DbTransaction transaction, long story, StoryRecords records)
    {
        ExportStory export = new(records);
        CsvStory flat = new(records);
        Dictionary<string, Entity> entities = records.Entities.DistinctBy(e => e.Id).ToDictionary(e => e.Id, StringComparer.Ordinal);
        foreach (Statement s in records.Statements)
        {
            Entity? speaker = s.Source?.Entity is { } id ? entities.GetValueOrDefault(id) : null;
            IReadOnlyList<Text.TextSpan> content = s.Content.Spans;
            string name = speaker?.Name ?? flat.Words(s.Source?.Span).ToString();
            string? addressed = s.Addressee is { } to ? to.Entity is { } e && entities.TryGetValue(e, out Entity? addressee) ? addressee.Name : flat.Words(to.Span).ToString() : null;
            _names.Add(transaction, name);
            _names.Add(transaction, addressed);
            _statements.Row(transaction, story, s.Id, CsvStory.Enum<Act>(s.Act), name, flat.Words(s.Source?.Span).ToString(), speaker?.Code?.Country, speaker?.Code?.Sector,
                CsvStory.Enum<StatementForm>(s.Form), CsvStory.Enum<Polarity>(s.Polarity), CsvStory.Enum<Certainty>(s.Certainty), CsvStory.Enum<Stance>(s.Stance), flat.Words(s.Cue?.Span).ToString(),
                flat.Words(content), flat.Start(content.Count > 0 ? content[0] : null), flat.End(content.Count > 0 ? content[^1] : null),
                addressed, s.Parent, s.Repeats, s.Confidence, s.Rule);
        }
        foreach (Event v in records.Events) { Add(transaction, story, export, v); }
        foreach (Entity e in entities.Values)
        {
            _names.Add(transaction, e.Name);
            _entities.Row(transaction, story, e.Id, e.Name, CsvStory.Enum<EntityType>(e.Type), e.Code?.Country, e.Code?.Sector, e.Role, e.Wikidata, e.Mentions.Count);
        }
        foreach (Place p in records.Places.DistinctBy(p => p.Id))
        {
            _names.Add(transaction, p.Name);
            _places.Row(transaction, story, p.Id, p.Name, p.Country, p.Admin1, CsvStory.Enum(p.Precision), p.Latitude, p.Longitude, p.Geonames, p.Disputed == true ? 1 : 0);
        }
    }

    /// <summary>Names may have been taken out of the file.</summary>
    public void Forget() => _names.Forget();

    private void Add(DbTransaction transaction, long story, ExportStory export, Event v)
    {
        CodedEvent coded = CodedEvent.Of(export, v).First();
        Place? place = coded.Place;
        long row = _events.Row(transaction, story, v.Id, v.Plover, v.Mode, v.Cameo, v.Quad, v.Goldstein, CsvStory.Enum<EventStatus>(v.Status), CsvStory.Enum<Modality>(v.Modality), CsvStory.Enum<EventPolarity>(v.Polarity),
            v.Background ? 1 : 0, v.Aggregate ? 1 : 0, string.Join(" > ", v.Attribution.Select(export.Speaker)), coded.Country, place?.Name, CsvStory.Enum(place?.Precision), coded.Point?.Latitude, coded.Point?.Longitude,
            StoryRow.Number(v.When?.Start), StoryRow.Number(v.When?.End), v.When is { } when ? CsvStory.Enum<WhenBasis>(when.Basis) : null, export.Words(v.Span), export.Start(v.Span), export.End(v.Span), v.Confidence, v.Rule);
        if (coded.Point is { } point) { _points.Row(transaction, row, point.Latitude, point.Latitude, point.Longitude, point.Longitude); }
        foreach (EventActor actor in (v.Actor ?? []).Where(a => a.By is null)) { Add(transaction, row, story, "actor", export.Party(actor)); }
        foreach (EventActor actor in v.Recipient ?? []) { Add(transaction, row, story, "recipient", export.Party(actor)); }
    }

    private void Add(DbTransaction transaction, long row, long story, string side, EventParty party)
    {
        _names.Add(transaction, party.Name);
        _parties.Row(transaction, row, story, side, party.Name, party.Code?.Country, party.Code?.Sector, party.Code?.Organization);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (Insert insert in (Insert[])[_statements, _events, _parties, _points, _entities, _places]) { insert.Dispose(); }
        _names.Dispose();
    }
}
