using Dateline.Statements;
using Dateline.Text;

namespace Dateline.Events;

/// <summary>Verbal acts: ties a draft to the statement that performs it, reads mode and code from what is asked or refused, and keeps the content from being coded twice.</summary>
internal sealed class ActReader(PloverLexicon lexicon, PartyReader parties)
{
    /// <summary>True for roots whose content is no happening of its own.</summary>
    public static bool OwnsContent(string root) => root is "REQUEST" or "REJECT" or "THREATEN" or "AGREE";

    /// <summary>True for roots done by words.</summary>
    public static bool IsVerbal(string root) => OwnsContent(root) || root is "ACCUSE" or "SUPPORT" or "CONCEDE";

    /// <summary>Links drafts with statements by their cue and removes the drafts that only tell what is asked, refused, threatened or promised.</summary>
    public void Link(EventScene scene, List<EventDraft> drafts)
    {
        foreach (EventDraft draft in drafts)
        {
            if (!IsVerbal(draft.Root)) { continue; }
            foreach (Statement statement in scene.Statements)
            {
                if (statement.Cue is not { } cue || !(cue.Head == draft.Head || (draft.IsNoun && cue.Head == draft.Predicate) || cue.Span.Overlaps(draft.TriggerSpan))) { continue; }
                draft.Act = statement;
                if (draft.Recipients.Count == 0 && statement.Addressee is { } addressee && scene.Parsed.HeadOf(addressee.Span) is >= 0 and int head && !lexicon.IsA(scene.Noun(head), "JOURNALIST")) { parties.TryRecipient(scene, draft, head); }
                if (draft.Actors.Count == 0 && statement.Source is { } source)
                {
                    AddSource(scene, draft, source);
                    draft.Recipients.RemoveAll(r => draft.Actors.Exists(a => PartyReader.Same(a, r)));
                }
                if (draft.RecipientStrength < 2 && draft.Root is "REQUEST" or "ACCUSE" or "THREATEN" && statement.Act is Act.Urge or Act.Demand or Act.Order or Act.Accuse or Act.Criticize or Act.Threaten or Act.Warn) { FromContent(scene, draft, statement); }
                break;
            }
        }
        Dictionary<int, EventDraft> dropped = [];
        foreach (EventDraft act in drafts)
        {
            if (!OwnsContent(act.Root)) { continue; }
            string? inner = null;
            bool ordered = lexicon.EffectOf(act.Lemma) == ModalEffect.Ordered;
            foreach (EventDraft other in drafts)
            {
                if (other == act || !IsContent(scene, act, other)) { continue; }
                // A court or a government that orders an arrest makes one: the deed is coded, not the asking.
                if (ordered && act.Root == "REQUEST" && inner is null && other.Root is "COERCE" or "SANCTION" or "MOBILIZE" or "ASSAULT" or "ACCUSE")
                {
                    other.Actors.Clear();
                    other.Actors.AddRange(act.Actors);
                    other.ActorStrength = act.ActorStrength;
                    if (other.Recipients.Count == 0) { other.Recipients.AddRange(act.Recipients); other.RecipientStrength = act.RecipientStrength; }
                    other.Ordered = true;
                    dropped.TryAdd(act.Head, other);
                    break;
                }
                inner ??= other.Root;
                dropped.TryAdd(other.Head, act);
            }
            // To vow an attack is to threaten it.
            if (act.Root == "AGREE" && lexicon.IsA(act.Lemma, "VOW") && (inner is "ASSAULT" or "COERCE" or "SANCTION" || (act.Frame is { Complement: >= 0 and int vowed } && lexicon.IsA(scene.Verb(vowed), "HOSTILE") && !parties.IsFigurative(scene, vowed)))) { (act.Root, act.Cameo) = ("THREATEN", "13"); }
            if (lexicon.Complement(act.Root, inner) is { } code && (inner is not null || act.Cameo is { Length: 2 } || act.Cameo is "030" or "100" or "120" or "130"))
            {
                act.Mode = code.Mode ?? act.Mode;
                if (inner is not null) { act.Cameo = code.Cameo; }
            }
        }
        drafts.RemoveAll(d => dropped.TryGetValue(d.Head, out EventDraft? act) && act != d);
        // "In a plea on Monday the chief begged": the noun is the form of the verb's act.
        drafts.RemoveAll(d => d.IsNoun && IsVerbal(d.Root) && scene.CaseOf(d.Head) is "in" && drafts.Exists(v => !v.IsNoun && v.Root == d.Root && scene.Head(d.Head) == v.Head));
    }

    /// <summary>"We urge both sides …": a verb of acting by words, in the present, whose "I" or "we" is the speaker.</summary>
    public static bool IsOwnWord(EventScene scene, EventDraft draft, Statement holder) =>
        IsVerbal(draft.Root) && !draft.IsNoun && draft.Modality == Modality.Actual && draft.Frame is { Subject: >= 0 and int subject } && scene.Xpos(draft.Predicate) is "VBP" or "VB"
        && scene.SpeakerAt(subject) is { } speaker && speaker == holder.Source;

    /// <summary>"North Korea stated it would attack": an attack foretold by the one who means to make it is a threat.</summary>
    public static void OwnThreat(EventScene scene, EventDraft draft)
    {
        bool conditional = draft.Modality is Modality.Planned or Modality.Hypothetical && HasIf(scene, draft.Predicate);
        if (!(draft.Modality == Modality.Planned || conditional) || draft.Polarity != EventPolarity.Affirmed || draft.Purpose) { return; }
        bool hostile = draft.Root is "ASSAULT" or "COERCE" or "SANCTION" || (conditional && draft.Root is "PROTEST" or "REJECT" or "MOBILIZE");
        bool kind = conditional && draft.Root is "CONSULT" or "COOPERATE" or "AID" or "RETREAT" or "SUPPORT" or "AGREE";
        if (!hostile && !kind) { return; }
        if (scene.Chains.Innermost(scene.Parsed.Tokens[draft.Head].Span) is not { Act: not Act.Intend, Source: { Entity: { } speaker }, Cue.Kind: CueKind.Verb } holder) { return; }
        string? home = scene.Entities.ById(speaker)?.Code?.Country;
        bool own = draft.Actors.Exists(a => a.Entity == speaker || (home is not null && a.Code?.Country == home && a.Code.Sector is null or "GOV" or "MIL"));
        own |= draft.Frame is { Subject: >= 0 and int subject } && scene.Upos(subject) == Upos.PRON && scene.EntityAt(subject) is null;
        // "Canberra would withhold it if …, the visiting minister cautioned": a warning with a condition speaks for the one who would act.
        own |= conditional && home is null && holder.Act is Act.Warn or Act.Threaten && draft.ActorStrength >= 2 && scene.Entities.ById(speaker)?.Code?.Sector is "GOV";
        if (!own) { return; }
        // "would meet the mediator if …": a promise on terms.
        if (kind) { draft.Modality = Modality.Planned; return; }
        draft.Root = "THREATEN";
        (draft.Mode, draft.Cameo) = (PloverLexicon.Default.Complement("THREATEN", "ASSAULT")?.Mode, "138");
        draft.Modality = Modality.Actual;
        draft.Phase = Phase.Completed;
        draft.Act = holder;
    }

    /// <summary>"declined to comment", "refused to give details": who keeps silent to the press rejects nothing.</summary>
    public static bool IsSilence(EventScene scene, EventDraft draft) =>
        draft is { Root: "REJECT", IsNoun: false, Frame.Complement: >= 0 and int kept } && (PloverLexicon.Default.IsA(scene.Verb(kept), "SILENCE") || (scene.Parsed.Child(kept, "obj") is >= 0 and int given && PloverLexicon.Default.IsA(scene.Noun(given), "SILENCE")))
        || (draft is { Root: "REJECT", IsNoun: false, Frame.Object: >= 0 and int word } && PloverLexicon.Default.IsA(scene.Noun(word), "SILENCE"));

    private static bool HasIf(EventScene scene, int verb)
    {
        foreach (int child in scene.Parsed.Children(verb))
        {
            if ((scene.Parsed.Is(child, "advcl") || scene.Parsed.Is(child, "ccomp")) && scene.Parsed.Child(child, "mark") is >= 0 and int mark && scene.Lemma(mark) is "if" or "unless" or "until" or "provided") { return true; }
        }
        return false;
    }

    /// <summary>"will not lift the ban": what is kept back is refused.</summary>
    public static void Refusal(EventDraft draft)
    {
        if (draft.Modality != Modality.Planned || draft.Polarity != EventPolarity.Negated || draft.Denied || draft.ActorStrength < 2) { return; }
        if (draft.Root is not ("RETREAT" or "CONCEDE" or "AID" or "CONSULT" or "COOPERATE" or "AGREE" or "SUPPORT")) { return; }
        (string? Mode, string? Cameo)? code = PloverLexicon.Default.Complement("REJECT", draft.Root);
        (draft.Root, draft.Mode, draft.Cameo) = ("REJECT", code?.Mode, code?.Cameo ?? "12");
        (draft.Modality, draft.Polarity, draft.Phase) = (Modality.Actual, EventPolarity.Affirmed, Phase.Completed);
    }

    /// <summary>Events of statements whose act has a root but whose cue is in no word list: "… is inadmissible, he said" is ACCUSE by its act.</summary>
    public IEnumerable<EventDraft> FromStatements(EventScene scene, List<EventDraft> drafts)
    {
        foreach (Statement statement in scene.Statements)
        {
            if (statement.Cue is not { Kind: CueKind.Verb or CueKind.Noun } cue || statement.Repeats is not null || RootOf(statement.Act) is not { } root || cue.Head < 0) { continue; }
            if (statement.Source is not { } source || drafts.Exists(d => d.Act == statement || d.Heads.Contains(cue.Head) || d.TriggerSpan.Overlaps(cue.Span))) { continue; }
            EventDraft draft = new()
            {
                Head = cue.Head, Predicate = cue.Head, TriggerSpan = cue.Span, Lemma = cue.Lemma, Root = root.Root, Cameo = root.Cameo, Sure = false,
                Rule = "events/statement-act", Act = statement, Heads = { cue.Head },
            };
            AddSource(scene, draft, source);
            if (draft.ActorStrength < 2) { continue; }
            if (statement.Addressee is { } addressee && scene.Parsed.HeadOf(addressee.Span) is >= 0 and int head && !lexicon.IsA(scene.Noun(head), "JOURNALIST")) { parties.TryRecipient(scene, draft, head); }
            // "The president said that his country must …": a duty of one's own, or of nobody, is no demand.
            if (draft.Recipients.Count == 0 && root.Root == "REQUEST" && lexicon.IsA(cue.Lemma, "SPEECH") && !(FromContent(scene, draft, statement) && !draft.Recipients.Exists(r => draft.Actors.Exists(a => a.Code?.Country is { } home && home == r.Code?.Country)))) { continue; }
            // Without a party it is done to, a judgement in passing is no event.
            if (draft.Recipients.Count == 0 && root.Root is "ACCUSE" or "SUPPORT" or "THREATEN" && !FromContent(scene, draft, statement)) { continue; }
            yield return draft;
        }
    }

    private bool FromContent(EventScene scene, EventDraft draft, Statement statement)
    {
        foreach (TextSpan part in statement.Content.Spans)
        {
            foreach ((Entities.Entity entity, Entities.Mention mention) in scene.Entities.In(part))
            {
                if (mention.Form == Entities.MentionForm.Pronoun || entity.Id == statement.Source?.Entity || entity.Code is not ({ Country: not null } or { Organization: not null })) { continue; }
                if (parties.TryRecipient(scene, draft, mention.Head)) { return true; }
            }
        }
        return false;
    }

    private void AddSource(EventScene scene, EventDraft draft, StatementSource source)
    {
        int head = source.Head >= 0 ? source.Head : source.Span is { } span ? scene.Parsed.HeadOf(span) : -1;
        if (head >= 0) { parties.AddActors(scene, draft, FrameReader.Antecedent(scene, head)); }
        else if (source.Entity is { } id && scene.Entities.ById(id) is { } entity && entity.Mentions.Count > 0)
        {
            draft.Actors.Add(new EventActor { Span = entity.Mentions[0].Span, Entity = id, Code = entity.Code });
            draft.ActorStrength = Math.Max(draft.ActorStrength, entity.Code is not null || entity.Role is not null ? 2 : 1);
        }
    }

    /// <summary>True when <paramref name="other"/> stands in the complement of the act, not in a relative clause of its own.</summary>
    private bool IsContent(EventScene scene, EventDraft act, EventDraft other)
    {
        ParsedText parsed = scene.Parsed;
        if (parsed.SentenceIndex(act.Head) != parsed.SentenceIndex(other.Head) || !parsed.IsUnder(other.Head, act.Predicate) || act.Heads.Contains(other.Head)) { return false; }
        int below = other.Head;
        for (int at = other.Head; at >= 0 && at != act.Predicate && at != act.Head; at = scene.Head(at))
        {
            string relation = parsed.Tokens[at].Deprel;
            if (relation == "acl:relcl") { return false; }
            if (relation == "advcl" && !ClauseShape.IsGerundObject(scene, at) && !(parsed.Child(at, "mark") is >= 0 and int mark && scene.IsForm(mark, "to"))) { return relation == "advcl" && HasCondition(scene, at); }
            below = at;
        }
        string top = parsed.Tokens[below].Deprel;
        if (top is "nsubj" or "nsubj:pass" or "parataxis") { return false; }
        if (top == "conj") { return false; }
        return top is "xcomp" or "ccomp" or "advcl" or "obj" or "acl" or "nmod" or "obl" && (top != "obl" || scene.CaseOf(below) is not ("in" or "after" or "during" or "at" or "since" or "following"));
    }

    private static bool HasCondition(EventScene scene, int clause) => scene.Parsed.Child(clause, "mark") is >= 0 and int mark && scene.Lemma(mark) is "if" or "unless" or "until" or "before";

    private static (string Root, string Cameo)? RootOf(Act act) => act switch
    {
        Act.Accuse => ("ACCUSE", "112"),
        Act.Criticize => ("ACCUSE", "111"),
        Act.Urge or Act.Demand or Act.Order => ("REQUEST", "10"),
        Act.Threaten => ("THREATEN", "13"),
        Act.Praise or Act.Welcome => ("SUPPORT", "051"),
        Act.Promise or Act.Offer or Act.Agree => ("AGREE", "03"),
        Act.Refuse => ("REJECT", "12"),
        Act.Apologize => ("CONCEDE", "055"),
        _ => null,
    };
}
