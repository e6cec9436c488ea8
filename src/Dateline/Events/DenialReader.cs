using Dateline.Statements;
using Dateline.Text;

namespace Dateline.Events;

/// <summary>"The army denied the accusation": a denial that tells nothing itself speaks of what was told before of those who deny; it is kept as a report of its own.</summary>
internal sealed class DenialReader(PloverLexicon lexicon)
{
    private const int MostSentences = 4;

    /// <summary>Adds each such denial to the happening it denies.</summary>
    public void Link(EventScene scene, List<EventDraft> drafts)
    {
        foreach (Statement statement in scene.Statements)
        {
            if (statement.Act != Act.Deny || statement.Source is not { } source || statement.Cue is not { Head: >= 0 } cue || !IsEmpty(scene, statement, drafts)) { continue; }
            int sentence = scene.Parsed.SentenceIndex(cue.Head);
            EventDraft? denied = null;
            foreach (EventDraft draft in drafts)
            {
                if (draft.Head >= cue.Head || ActReader.IsVerbal(draft.Root) || draft.Denied || draft.Modality != Modality.Actual || sentence - scene.Parsed.SentenceIndex(draft.Head) > MostSentences) { continue; }
                if (draft.Actors.Exists(a => IsDenier(scene, a, source))) { denied = draft; }
            }
            denied?.Denials.Add(statement);
        }
    }

    /// <summary>"it", "the accusation", "any involvement": nothing that is told as a happening of its own.</summary>
    private bool IsEmpty(EventScene scene, Statement statement, List<EventDraft> drafts)
    {
        foreach (TextSpan part in statement.Content.Spans)
        {
            if (drafts.Exists(d => !ActReader.IsVerbal(d.Root) && part.Contains(scene.Parsed.Tokens[d.Head].Span))) { return false; }
            int head = scene.Parsed.HeadOf(part);
            if (head >= 0 && (scene.Upos(head) == Upos.PRON || lexicon.IsA(scene.Noun(head), "CHARGE"))) { return true; }
        }
        return false;
    }

    private static bool IsDenier(EventScene scene, EventActor actor, StatementSource source)
    {
        if (actor.Entity is not null && (actor.Entity == source.Entity || actor.Entity == source.OnBehalfOf)) { return true; }
        Entities.Entity? speaker = scene.Entities.ById(source.Entity);
        // "The army" after "the Chadian army": the same office of no other state.
        return speaker?.Code is { } code && actor.Code is { } own && own.Sector == code.Sector && own.Sector is not null && (code.Country is null || own.Country is null || own.Country == code.Country);
    }
}
