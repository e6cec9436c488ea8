using Dateline.Statements;
using Dateline.Text;

namespace Dateline.Events;

/// <summary>"Turkey's behaviour is unacceptable, he said": a verdict on another's doing is criticism, whatever verb says it.</summary>
internal sealed class JudgementCoder(PloverLexicon lexicon, PartyReader parties)
{
    /// <summary>One draft for each statement that judges a known party.</summary>
    public List<EventDraft> Find(EventScene scene, List<EventDraft> drafts)
    {
        List<EventDraft> found = [];
        foreach (Statement statement in scene.Statements)
        {
            if (statement.Source is not { Head: >= 0 } source || statement.Repeats is not null || statement.Polarity == Polarity.Denied || drafts.Exists(d => d.Act == statement)) { continue; }
            foreach (TextSpan part in statement.Content.Spans)
            {
                if (Judge(scene, statement, source, part) is { } draft) { found.Add(draft); break; }
            }
        }
        return found;
    }

    private EventDraft? Judge(EventScene scene, Statement statement, StatementSource source, TextSpan part)
    {
        (int first, int end) = scene.Parsed.TokensIn(part);
        for (int token = first; token < end; token++)
        {
            if (scene.Parsed.Child(token, "cop") < 0 || !lexicon.IsA(scene.Noun(token), "JUDGEMENT") || scene.Parsed.Child(token, "nsubj") is not (>= 0 and int subject)) { continue; }
            foreach (int child in scene.Parsed.Children(token)) { if (scene.Lemma(child) is "not" or "n't") { return null; } }
            EventDraft draft = new()
            {
                Head = token, Predicate = token, TriggerSpan = scene.Parsed.Tokens[token].Span, Lemma = scene.Lemma(token), Root = "ACCUSE", Mode = "disapprove", Cameo = "111",
                Rule = "events/judgement", Act = statement, Heads = { token },
            };
            parties.AddActors(scene, draft, FrameReader.Antecedent(scene, source.Head));
            if (scene.Parsed.Child(subject, "nmod:poss") is >= 0 and int owner) { parties.TryRecipient(scene, draft, owner); }
            else { parties.TryRecipient(scene, draft, subject); }
            if (draft.ActorStrength >= 2 && draft.RecipientStrength >= 2) { return draft; }
        }
        return null;
    }
}
