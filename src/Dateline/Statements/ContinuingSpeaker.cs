using Dateline.Entities;
using Dateline.Text;

namespace Dateline.Statements;

/// <summary>"He" that opens a sentence and speaks goes on for the one who spoke right before in the paragraph, unless somebody else became the subject in between.</summary>
/// <example>Zelenskyy said Kyiv would respond. He also thanked Berlin. -> Zelenskyy, not the minister of the paragraph before.</example>
/// <seealso href="specs/statements/speakers.md"/>
internal static class ContinuingSpeaker
{
    /// <summary>One subject has few verbs of saying.</summary>
    private const int LongestShared = 6;

    public static void Apply(StatementContext context, EntitySet entities, List<Draft> drafts, List<StatementSource?> sources, int[] parents)
    {
        ParsedText parsed = context.Parsed;
        int last = -1;
        for (int i = 0; i < drafts.Count; i++)
        {
            if (parents[i] >= 0 || drafts[i].CueHead < 0 || sources[i] is not { Head: >= 0 } source) { continue; }
            if (last >= 0 && OpensSentence(context, source.Head) && EarlierInParagraph(parsed, drafts[last], source.Head)
                && SpeakerBefore(entities, sources[last]) is { } before && before.Id != source.Entity && Agrees(before, parsed.Tokens[source.Head].Lemma)
                && !IsSubjectSince(parsed, entities, source, drafts[last].CueHead))
            {
                sources[i] = source with { Entity = before.Id, Rule = "statements/continuing-speaker" };
                Follow(drafts, sources, i, source);
            }
            last = i;
        }
    }

    /// <summary>Statements that share the pronoun share its meaning.</summary>
    private static void Follow(List<Draft> drafts, List<StatementSource?> sources, int index, StatementSource before)
    {
        for (int j = index + 1; j < drafts.Count && j <= index + LongestShared; j++)
        {
            if (sources[j] is { } shared && shared.Head == before.Head) { sources[j] = shared with { Entity = sources[index]!.Entity }; }
        }
    }

    private static bool OpensSentence(StatementContext context, int head)
    {
        ParsedText parsed = context.Parsed;
        return parsed.Tokens[head].Lemma is "he" or "she" && head == parsed.SentenceOf(head).First && context.Quotations.OuterOf(head) < 0;
    }

    private static bool EarlierInParagraph(ParsedText parsed, Draft before, int head) =>
        parsed.SentenceOf(before.CueHead).Block == parsed.SentenceOf(head).Block && parsed.SentenceIndex(head) - parsed.SentenceIndex(before.CueHead) is 1 or 2;

    private static Entity? SpeakerBefore(EntitySet entities, StatementSource? source) =>
        source is { Entity: { } id, Form: SourceForm.Name or SourceForm.Pronoun or SourceForm.Nominal } && entities.All.FirstOrDefault(e => e.Id == id) is { Type: EntityType.Person } person ? person : null;

    private static bool Agrees(Entity speaker, string pronoun) => speaker.Gender is Gender.Unknown || speaker.Gender == (pronoun is "she" ? Gender.Female : Gender.Male);

    /// <summary>True when the one that the pronoun was read as is a subject behind the last cue: "Lind said Novak had gone. He …" may be Novak.</summary>
    private static bool IsSubjectSince(ParsedText parsed, EntitySet entities, StatementSource source, int cue)
    {
        if (entities.All.FirstOrDefault(e => e.Id == source.Entity) is not { } read) { return false; }
        foreach (Mention mention in read.Mentions)
        {
            if (mention.Head > cue && mention.Head < source.Head && parsed.Is(mention.Head, "nsubj")) { return true; }
        }
        return false;
    }
}
