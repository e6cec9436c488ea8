using System.Text;
using Dateline.Entities;
using Dateline.Events;
using Dateline.Places;
using Dateline.Quantities;
using Dateline.Statements;
using Dateline.Stories;
using Dateline.Time;

namespace Dateline.Export;

/// <summary>Records to flat tables, one row a record, joined by <c>story</c> and the records' ids.</summary>
public static class CsvWriter
{
    /// <summary>All tables, in the order they are documented.</summary>
    public static IReadOnlyList<CsvTable> Tables { get; } =
    [
        new("stories", "id url outlet file language headline published dateline_place dateline_date:day agency reference_date:day reference_basis statements:int events:int diagnostics text_hash", Stories),
        new("statements", "story id act source source_id source_form on_behalf_of cue cue_lemma content content_start:int content_end:int form addressee addressee_id time place polarity certainty stance parent repeats confidence:double rule", Statements),
        new("events", "story id plover mode cameo quad:int goldstein:double trigger trigger_start:int trigger_end:int actor actor_code recipient recipient_code place country origin via start:day end:day when_precision when_basis magnitude status modality polarity phase aggregate:bool background:bool attribution statement confidence:double rule", Events),
        new("times", "story id text start_offset:int end_offset:int type value start:day end:day anchor rule", Times),
        new("places", "story id text start_offset:int end_offset:int name kind country latitude:double longitude:double geonames:int feature_code admin1 admin2 precision disputed:bool territory rule", Places),
        new("entities", "story id name type country sector organization role wikidata mentions:int first_start:int first_end:int", Entities),
        new("quantities", "story id text start_offset:int end_offset:int low:double high:double exclusive:bool approximate:bool vague:bool of rule", Quantities),
    ];

    /// <summary>The rows of one story for each table, in the order given.</summary>
    public static string[] Write(StoryRecords records, IReadOnlyList<CsvTable> tables)
    {
        CsvStory story = new(records);
        string[] rows = new string[tables.Count];
        StringBuilder output = new();
        for (int i = 0; i < rows.Length; i++)
        {
            tables[i].Write(story, output.Clear());
            rows[i] = output.ToString();
        }
        return rows;
    }

    private static void Stories(CsvStory s, TableRow row)
    {
        Story story = s.Records.Story;
        row.Text(story.Id).Text(story.Url).Text(story.Outlet).Text(story.File).Text(story.Language).Text(s.Words(story.Headline?.Span)).Text(story.Published)
            .Text(s.Words(story.Dateline?.PlaceName?.Span)).Day(story.Dateline?.Date).Text(story.Dateline?.Agency)
            .Day(story.ReferenceDate?.Value).Text(story.ReferenceDate?.Basis)
            .Number<int>(s.Records.Statements.Count).Number<int>(s.Records.Events.Count)
            .Text(string.Join("; ", s.Records.Diagnostics.Select(d => d.Code))).Text(story.TextHash).End();
    }

    private static void Statements(CsvStory s, TableRow row)
    {
        foreach (Statement x in s.Records.Statements)
        {
            IReadOnlyList<Dateline.Text.TextSpan> spans = x.Content.Spans;
            row.Text(s.Records.Story.Id).Text(x.Id).Text(CsvStory.Enum<Act>(x.Act))
                .Text(s.Words(x.Source?.Span)).Text(x.Source?.Entity).Text(CsvStory.Enum(x.Source?.Form)).Text(x.Source?.OnBehalfOf)
                .Text(s.Words(x.Cue?.Span)).Text(x.Cue?.Lemma)
                .Text(s.Words(spans)).Number(s.Start(spans.Count > 0 ? spans[0] : null)).Number(s.End(spans.Count > 0 ? spans[^1] : null))
                .Text(CsvStory.Enum<StatementForm>(x.Form)).Text(s.Words(x.Addressee?.Span)).Text(x.Addressee?.Entity).Text(x.Time).Text(x.Place)
                .Text(CsvStory.Enum<Polarity>(x.Polarity)).Text(CsvStory.Enum<Certainty>(x.Certainty)).Text(CsvStory.Enum<Stance>(x.Stance))
                .Text(x.Parent).Text(x.Repeats).Number<double>(x.Confidence).Text(x.Rule).End();
        }
    }

    private static void Events(CsvStory s, TableRow row)
    {
        foreach (Event x in s.Records.Events)
        {
            row.Text(s.Records.Story.Id).Text(x.Id).Text(x.Plover).Text(x.Mode).Text(x.Cameo).Number(x.Quad).Number(x.Goldstein)
                .Text(s.Words(x.Trigger.Span)).Number(s.Start(x.Trigger.Span)).Number(s.End(x.Trigger.Span))
                .Text(s.Actors(x.Actor)).Text(CsvStory.Codes(x.Actor)).Text(s.Actors(x.Recipient)).Text(CsvStory.Codes(x.Recipient))
                .Text(x.Place).Text(x.Country).Text(x.Origin).Text(x.Via)
                .Day(x.When?.Start).Day(x.When?.End).Text(CsvStory.Enum(x.When?.Precision)).Text(CsvStory.Enum(x.When?.Basis))
                .Text(x.Magnitudes is null ? "" : string.Join("; ", x.Magnitudes.Select(m => m.Measure + "=" + m.Quantity)))
                .Text(CsvStory.Enum<EventStatus>(x.Status)).Text(CsvStory.Enum<Modality>(x.Modality)).Text(CsvStory.Enum<EventPolarity>(x.Polarity)).Text(CsvStory.Enum(x.Phase))
                .Truth(x.Aggregate).Truth(x.Background).Text(string.Join(' ', x.Attribution)).Text(x.Statement).Number<double>(x.Confidence).Text(x.Rule).End();
        }
    }

    private static void Times(CsvStory s, TableRow row)
    {
        foreach (TimeExpression x in s.Records.Times)
        {
            row.Text(s.Records.Story.Id).Text(x.Id).Text(s.Words(x.Span)).Number(s.Start(x.Span)).Number(s.End(x.Span))
                .Text(x.Type.ToString().ToUpperInvariant()).Text(x.Value).Day(x.Start).Day(x.End).Text(x.Anchor).Text(x.Rule).End();
        }
    }

    private static void Places(CsvStory s, TableRow row)
    {
        foreach (Place x in s.Records.Places)
        {
            row.Text(s.Records.Story.Id).Text(x.Id).Text(s.Words(x.Span)).Number(s.Start(x.Span)).Number(s.End(x.Span))
                .Text(x.Name).Text(x.Kind).Text(x.Country).Number(x.Latitude).Number(x.Longitude).Number(x.Geonames).Text(x.FeatureCode)
                .Text(x.Admin1).Text(x.Admin2).Text(CsvStory.Enum(x.Precision)).Truth(x.Disputed).Text(x.Territory).Text(x.Rule).End();
        }
    }

    private static void Entities(CsvStory s, TableRow row)
    {
        foreach (Entity x in s.Records.Entities)
        {
            Dateline.Text.TextSpan? first = x.Mentions.Count > 0 ? x.Mentions[0].Span : null;
            row.Text(s.Records.Story.Id).Text(x.Id).Text(x.Name).Text(CsvStory.Enum<EntityType>(x.Type)).Text(x.Code?.Country).Text(x.Code?.Sector)
                .Text(x.Code?.Organization).Text(x.Role).Text(x.Wikidata).Number<int>(x.Mentions.Count).Number(s.Start(first)).Number(s.End(first)).End();
        }
    }

    private static void Quantities(CsvStory s, TableRow row)
    {
        foreach (Quantity x in s.Records.Quantities)
        {
            row.Text(s.Records.Story.Id).Text(x.Id).Text(s.Words(x.Span)).Number(s.Start(x.Span)).Number(s.End(x.Span))
                .Number(x.Low).Number(x.High).Truth(x.Exclusive).Truth(x.Approximate).Truth(x.Vague).Text(x.Of).Text(x.Rule).End();
        }
    }
}
