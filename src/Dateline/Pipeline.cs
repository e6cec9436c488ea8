using Dateline.Entities;
using Dateline.Events;
using Dateline.Places;
using Dateline.Quantities;
using Dateline.Statements;
using Dateline.Stories;
using Dateline.Text;
using Dateline.Time;

namespace Dateline;

/// <summary>A story in, its records out: every stage, in order. Thread-safe.</summary>
public sealed class Pipeline(Analyzer analyzer, PipelineOptions options)
{
    private readonly EntityRecognizer _entityRecognizer = new(options.Knowledge?.OfficeHolders);
    private readonly UserActorCoder _userActorCoder = new(options.Knowledge?.Actors ?? []);
    private readonly ReferenceDateFinder _referenceDateFinder = new();
    private readonly TimeRecognizer _timeRecognizer = new();
    private readonly PlaceResolver _placeResolver = new(options.Places, options.Knowledge?.Gazetteer);
    private readonly QuantityRecognizer _quantityRecognizer = new();
    private readonly VictimCounter _victimCounter = new();
    private readonly StatementFinder _statementFinder = new();
    private readonly EventCoder _eventCoder = new(options.Verbs);

    /// <summary>Reads the records of one story; depends on nothing but the story and the options.</summary>
    public StoryRecords Read(Story story)
    {
        if (story.Language is not (null or "en")) { return WithoutRecords(story); }
        ParsedText parsed = analyzer.Analyze(story);
        EntitySet entities = _entityRecognizer.Recognize(story, parsed);
        story = _referenceDateFinder.Complete(story, parsed, entities);
        entities = _userActorCoder.Code(entities, parsed, story.ReferenceDate?.Value);
        IReadOnlyList<TimeExpression> times = _timeRecognizer.Recognize(story, parsed);
        IReadOnlyList<Quantity> quantities = _victimCounter.Complete(parsed, _quantityRecognizer.Recognize(story, parsed, times));
        IReadOnlyList<Place> places = _placeResolver.Resolve(story, parsed, entities);
        IReadOnlyList<Statement> statements = _statementFinder.Find(story, parsed, entities, times, places);
        IReadOnlyList<Event> events = _eventCoder.Code(story, parsed, entities, times, places, quantities, statements);
        return new StoryRecords
        {
            Coder = options.Coder,
            Story = story with { Dateline = DatelinePlace(story.Dateline, places) },
            Entities = WithFirstPersons(parsed, entities, statements).All,
            Times = times,
            Places = places,
            Quantities = quantities,
            Statements = statements,
            Events = events,
            Diagnostics = story.Diagnostics,
        };
    }

    /// <summary>A story in a language that is not analysed: kept with its blocks, and nothing guessed from it.</summary>
    private StoryRecords WithoutRecords(Story story) => new()
    {
        Coder = options.Coder, Story = story, Entities = [], Times = [], Places = [], Quantities = [], Statements = [], Events = [], Diagnostics = story.Diagnostics,
    };

    // "I" and "we" know whom they mean only after the statements know who speaks.
    private static EntitySet WithFirstPersons(ParsedText parsed, EntitySet entities, IReadOnlyList<Statement> statements) => FirstPersonResolver.Resolve(parsed, entities,
        [.. statements.SelectMany(s => (s.Content.Verbatim ?? []).Select(v => new SpokenWords(v, s.Source?.Entity, s.Source?.OnBehalfOf, s.Addressee?.Entity)))]);

    private static StoryDateline? DatelinePlace(StoryDateline? dateline, IReadOnlyList<Place> places)
    {
        if (dateline?.PlaceName is not { } name) { return dateline; }
        return dateline with { Place = places.FirstOrDefault(p => p.Span.Overlaps(name.Span))?.Id };
    }
}
