using Dateline.Entities;
using Dateline.Events;
using Dateline.Statements;
using Dateline.Stories;
using Dateline.Text;

namespace Dateline.Tests.Provenance;

/// <summary>A story with a statement inside a statement and an event inside both, written by hand.</summary>
internal static class HandMadeStory
{
    public const string Text = "😀 \"I spoke with Erik Lind, who confirmed that the inspectors had been let in,\" the envoy said.";

    public static StoryRecords Records { get; } = new()
    {
        Coder = new Coder { Version = "0.1.0", Knowledge = "k1", Models = "en-1" },
        Story = new Story
        {
            Id = "story-1", Text = Text, Outlet = "Volta Press", File = "a.txt", Blocks = [new Block(BlockRole.Paragraph, new TextSpan(0, Text.Length))],
            Dateline = new StoryDateline { Span = new TextSpan(0, 0), Agency = "TASS" },
        },
        Entities =
        [
            new Entity { Id = "e1", Name = "Erik Lind", Type = EntityType.Person, Mentions = [Mention("Erik Lind", "entities/name"), Mention("who", "entities/relative")] },
            new Entity { Id = "e2", Name = "envoy", Type = EntityType.Person, Mentions = [Mention("the envoy", "entities/role")] },
        ],
        Times = [], Places = [], Quantities = [], Diagnostics = [],
        Statements =
        [
            Statement("s1", "the envoy", "said", "\"I spoke with Erik Lind, who confirmed that the inspectors had been let in,\"", "e2", null),
            Statement("s2", "who", "confirmed", "the inspectors had been let in", "e1", "s1"),
        ],
        Events =
        [
            new Event
            {
                Id = "v1", Span = Span("the inspectors had been let in"), Trigger = new Trigger(Span("let in"), "let"), Plover = "CONCEDE", Status = EventStatus.Reported,
                Attribution = ["s1", "s2"], Rule = "events/passive", When = new EventWhen { End = new DateOnly(2017, 9, 6), Basis = WhenBasis.Publication },
            },
        ],
    };

    public static TextSpan Span(string words)
    {
        int start = Text.IndexOf(words, StringComparison.Ordinal);
        return new TextSpan(start, start + words.Length);
    }

    private static Mention Mention(string words, string rule) => new() { Span = Span(words), Form = MentionForm.Name, Rule = rule };

    private static Statement Statement(string id, string source, string cue, string content, string entity, string? parent) => new()
    {
        Id = id, Act = Act.Assert, Form = StatementForm.Direct, Parent = parent, Rule = "statements/test", Confidence = 0.9,
        Source = new StatementSource { Span = Span(source), Entity = entity, Form = SourceForm.Nominal, Rule = "statements/subject" },
        Cue = new Cue { Span = Span(cue), Lemma = cue, Kind = CueKind.Verb },
        Content = new Content { Spans = [Span(content)] },
    };
}
