using System.Collections.Frozen;
using System.Text.Json;
using Dateline.Entities;
using Dateline.Statements;
using Dateline.Text;
using Xunit;

namespace Dateline.Scores;

/// <summary>Statements of GUM's news, by attributions drawn from its trees and rhetorical relations, and their speakers by its coreference.</summary>
/// <remarks>The gold is drawn by machine from clauses and quotations; what is said in a noun phrase or an infinitive ("condemned the raid", "vowed to leave") is not in it and is not judged.</remarks>
public sealed class GumStatementScoreTests(ITestOutputHelper output)
{
    /// <summary>.733 when the floor was set, on 208 gold attributions.</summary>
    private const double FloorLinked = 0.72;
    /// <summary>141 of 158 when the floor was set.</summary>
    private const double FloorSpeaker = 0.87;

    private static readonly FrozenSet<string> Phrases = FrozenSet.ToFrozenSet<string>([
        "statements/object", "statements/object-and-preposition", "statements/preposition", "statements/infinitive", "statements/gerund", "statements/predicate",
        "statements/no-comment", "statements/declined-to-comment", "statements/passive-infinitive", "statements/passive-preposition", "statements/passive-object",
        "statements/noun-infinitive", "statements/noun-preposition"]);

    private static string Gold => Path.Combine(Workspace.Root, "..", "shared", "data", "attribution", "gum_news_silver.jsonl");

    [Fact]
    public void Clauses_and_quotations_of_news_find_their_source_and_cue()
    {
        Assert.SkipWhen(Workspace.Missing is not null || !File.Exists(Gold), Workspace.Missing ?? "the corpora are not beside the repository");
        JsonElement linked = StatementScorer.Score(Gold, StatementScorer.Read(Gold), s => s.Parent is null && !Phrases.Contains(s.Rule)).GetProperty("linked/attribution");
        output.WriteLine(linked.ToString());
        double f1 = linked.GetProperty("f1").GetDouble();
        Assert.True(f1 >= FloorLinked, $"F1 {f1:0.0000}; the floor is {FloorLinked:0.00}");
    }

    [Fact]
    public void Speakers_are_the_people_that_the_corpus_says()
    {
        Assert.SkipWhen(!File.Exists(Gold), "the corpora are not beside the repository (../shared/data)");
        int all = 0, right = 0;
        foreach (ScoredStory story in StatementScorer.Read(Gold))
        {
            List<JsonElement> attributions = [.. story.Gold.GetProperty("attributions").EnumerateArray().Where(a => SpeakerOf(a) is not null)];
            ILookup<string, TextSpan> chains = attributions.SelectMany(a => SpansOf(a).Select(s => (Speaker: SpeakerOf(a)!, Span: s))).Distinct().ToLookup(p => p.Speaker, p => p.Span);
            foreach (JsonElement attribution in attributions.Where(a => Spans(a, "source").Count > 0))
            {
                if (Told(story, attribution) is not { } statement) { continue; }
                all++;
                Entity? entity = story.Records.Entities.FirstOrDefault(e => e.Id == statement.Source?.Entity);
                if (entity is not null && ChainOf(story, entity, chains, attribution) == SpeakerOf(attribution)) { right++; }
                else { output.WriteLine($"{story.Gold.GetProperty("id")}: {attribution.GetProperty("source")} is {SpeakerOf(attribution)}, read as {entity?.Name}"); }
            }
        }
        output.WriteLine($"{right} of {all}");
        Assert.True(all >= 140 && right >= FloorSpeaker * all, $"{right} of {all} right; the floor is {FloorSpeaker:0.00}");
    }

    /// <summary>The statement that shares the attribution's cue and at least half of its content.</summary>
    private static Statement? Told(ScoredStory story, JsonElement attribution)
    {
        IReadOnlyList<TextSpan> cue = Spans(attribution, "cue"), content = Spans(attribution, "content");
        return story.Records.Statements.FirstOrDefault(s => s.Cue is { } own && cue.Any(c => c.Overlaps(Points(story, own.Span)))
            && 2 * Shared(content, s.Content.Spans.Select(p => Points(story, p))) >= Math.Max(content.Sum(c => c.Length), s.Content.Spans.Sum(c => c.Length)));
    }

    private static int Shared(IEnumerable<TextSpan> left, IEnumerable<TextSpan> right) =>
        left.Sum(l => right.Sum(r => Math.Max(0, Math.Min(l.End, r.End) - Math.Max(l.Start, r.Start))));

    /// <summary>The gold speaker that most of the entity's mentions belong to; the words of the attribution itself count only when they are all that the corpus knows of the speaker.</summary>
    private static string? ChainOf(ScoredStory story, Entity entity, ILookup<string, TextSpan> chains, JsonElement attribution)
    {
        IReadOnlyList<TextSpan> own = Spans(attribution, "source");
        List<TextSpan> mentions = [.. entity.Mentions.Select(m => Points(story, m.Span))];
        string? best = null;
        int most = 0;
        foreach (IGrouping<string, TextSpan> chain in chains)
        {
            bool known = chain.Key == SpeakerOf(attribution) && chain.Any(s => !own.Contains(s));
            int count = chain.Count(s => !(known && own.Contains(s)) && mentions.Exists(m => m.Overlaps(s)));
            if (count > most || (count == most && count > 0 && chain.Key == SpeakerOf(attribution))) { (best, most) = (chain.Key, count); }
        }
        return best;
    }

    private static string? SpeakerOf(JsonElement attribution) =>
        attribution.TryGetProperty("speaker", out JsonElement speaker) && speaker.ValueKind is JsonValueKind.Object ? speaker.GetProperty("entity").GetString() : null;

    private static IEnumerable<TextSpan> SpansOf(JsonElement attribution)
    {
        foreach (TextSpan span in Spans(attribution, "source")) { yield return span; }
        if (attribution.GetProperty("speaker").GetProperty("first_named_mention") is { ValueKind: JsonValueKind.Array } named) { yield return new TextSpan(named[0].GetInt32(), named[1].GetInt32()); }
    }

    private static List<TextSpan> Spans(JsonElement attribution, string role) => [.. attribution.GetProperty(role).EnumerateArray().Select(s => new TextSpan(s[0].GetInt32(), s[1].GetInt32()))];

    private static TextSpan Points(ScoredStory story, TextSpan span) => new(StatementScorer.CodePoints(story.Text, span.Start), StatementScorer.CodePoints(story.Text, span.End));
}
