using Dateline.Entities;
using Dateline.Statements;
using Dateline.Text;

namespace Dateline.Events;

/// <summary>"China must drop its barriers, the minister said": to say what another must do is to demand it, whatever verb says it.</summary>
internal sealed class DemandCoder(PloverLexicon lexicon, PartyReader parties)
{
    /// <summary>One draft for each statement that tells a known party other than the speaker what it must do.</summary>
    public List<EventDraft> Find(EventScene scene, List<EventDraft> drafts)
    {
        List<EventDraft> found = [];
        foreach (Statement statement in scene.Statements)
        {
            if (statement.Source is not { Head: >= 0 } source || statement.Repeats is not null || statement.Polarity == Polarity.Denied || drafts.Exists(d => d.Act == statement)) { continue; }
            if (statement.Act is not (Act.Assert or Act.Announce or Act.Warn or Act.Claim or Act.Urge or Act.Demand or Act.Believe or Act.Accuse or Act.Criticize)) { continue; }
            foreach (TextSpan part in statement.Content.Spans)
            {
                if (Demand(scene, statement, source, part) is { } draft) { found.Add(draft); break; }
            }
        }
        return found;
    }

    private EventDraft? Demand(EventScene scene, Statement statement, StatementSource source, TextSpan part)
    {
        (int first, int end) = scene.Parsed.TokensIn(part);
        for (int token = first; token < end; token++)
        {
            if (scene.Upos(token) != Upos.VERB || scene.Chains.Innermost(scene.Parsed.Tokens[token].Span) != statement || scene.Parsed.Child(token, "nsubj") is not (>= 0 and int subject) || !IsMain(scene, token, statement) || Obligation(scene, token) is not (>= 0 and int modal)) { continue; }
            if (scene.Upos(subject) == Upos.PRON || scene.EntityAt(subject) is not { } owing || owing.Id == source.Entity || owing.Type is EntityType.Event or EntityType.Other) { continue; }
            string? home = scene.Entities.ById(source.Entity)?.Code?.Country;
            // "Germany must not become a party, the German chancellor said": resolve, not demand.
            if (home is not null && owing.Code?.Country == home && owing.Code?.Sector is null or "GOV" && scene.Entities.ById(source.Entity)?.Code?.Sector is "GOV" or "LEG" or "MIL") { continue; }
            EventDraft draft = new()
            {
                Head = token, Predicate = statement.Cue is { Head: >= 0 } cue ? cue.Head : token, TriggerSpan = scene.Parsed.SpanOf(Math.Min(modal, token), Math.Max(modal, token)), Lemma = scene.Verb(token),
                Root = "REQUEST", Cameo = "10", Rule = "events/obligation", Act = statement, Heads = { token },
            };
            parties.AddActors(scene, draft, FrameReader.Antecedent(scene, source.Head));
            parties.TryRecipient(scene, draft, subject);
            if (draft.ActorStrength >= 2 && draft.RecipientStrength >= 2) { return draft; }
        }
        return null;
    }

    /// <summary>The content's own verb, not one of its side clauses.</summary>
    private static bool IsMain(EventScene scene, int verb, Statement statement)
    {
        int head = scene.Head(verb);
        return head < 0 || scene.Parsed.Is(verb, "parataxis") || (scene.Parsed.Is(verb, "ccomp") && head == statement.Cue?.Head) || (statement.Form == StatementForm.Direct && scene.Parsed.Is(verb, "ccomp"));
    }

    /// <summary>"must", "should", "ought to", "has to", "needs to": the word that obliges, or -1.</summary>
    private int Obligation(EventScene scene, int verb)
    {
        foreach (int child in scene.Parsed.Children(verb))
        {
            if (scene.Parsed.Is(child, "aux") && lexicon.IsA(scene.Lemma(child).ToLowerInvariant(), "OBLIGATION")) { return child; }
        }
        return -1;
    }
}
