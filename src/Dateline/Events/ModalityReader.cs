using Dateline.Text;

namespace Dateline.Events;

/// <summary>How a happening is told: modality, polarity and phase, from auxiliaries, negation and the words that govern it.</summary>
internal sealed class ModalityReader(PloverLexicon lexicon)
{
    private const int MostSteps = 6;

    public void Read(EventScene scene, EventDraft draft)
    {
        ModalState state = new();
        AuxiliaryReader.Read(scene, draft.Predicate, state);
        if (draft.IsNoun) { Modifiers(scene, draft.Head, state); }
        if (draft.Predicate != draft.Head) { NegationReader.Read(scene, draft.Head, state); }
        int at = draft.IsNoun && draft.Predicate != draft.Head ? draft.Predicate : draft.Head;
        if (draft.IsNoun && draft.Predicate != draft.Head) { Apply(lexicon.EffectOf(Verb(scene, draft.Predicate)), state, light: true); }
        Climb(scene, at, state);
        draft.Modality = draft.Ordered && state.Modality == Modality.Demanded ? Modality.Actual : state.Modality;
        draft.Purpose = state.Purpose;
        draft.Polarity = state.Negated ? EventPolarity.Negated : EventPolarity.Affirmed;
        draft.Phase = state.Phase ?? (state.Ongoing ? Phase.Ongoing : Phase.Completed);
        // Who denies an accusation does not deny that it was made.
        if (ActReader.IsVerbal(draft.Root) && draft.IsNoun) { state.Denied = false; }
        draft.Denied |= state.Denied;
        if (state.Denied) { draft.Polarity = EventPolarity.Negated; }
    }

    private void Climb(EventScene scene, int from, ModalState state)
    {
        ParsedText parsed = scene.Parsed;
        int at = from;
        for (int steps = 0; steps < MostSteps; steps++)
        {
            int head = scene.Head(at);
            if (head < 0 || parsed.Is(at, "parataxis")) { return; }
            string relation = ClauseShape.IsGerundObject(scene, at) ? "xcomp" : parsed.Tokens[at].Deprel;
            if (relation == "conj")
            {
                // "will meet and sign": the second verb shares the auxiliaries of the first when it has none and no subject of its own.
                if (scene.Upos(at) == Upos.VERB && parsed.Child(at, "aux") < 0 && parsed.Child(at, "nsubj") < 0) { AuxiliaryReader.Read(scene, head, state); }
                at = head;
                continue;
            }
            if (relation == "acl:relcl") { return; }
            if (relation == "advcl" && !HasMark(scene, at, "to") && !IsKeptFrom(scene, at, head)) { return; }
            if (scene.Upos(head) is Upos.VERB or Upos.ADJ or Upos.ADV)
            {
                ModalEffect effect = lexicon.EffectOf(Verb(scene, head));
                bool clause = relation == "ccomp";
                // "the march is off", "talks have been ongoing".
                if (relation == "nsubj" && scene.Upos(head) is Upos.ADJ or Upos.ADV && parsed.Child(head, "cop") >= 0) { Apply(effect, state, light: false); AuxiliaryReader.Read(scene, head, state); return; }
                bool argument = parsed.Is(at, "obj") || relation is "nsubj:pass" or "xcomp" || (parsed.Is(at, "obl") && scene.CaseOf(at) is "about" or "of" or "for" or "from" or "against" or "over" or "on");
                if (relation == "advcl" && effect is ModalEffect.None)
                {
                    // "sent experts to investigate": an aim, not yet a deed.
                    state.Purpose = true;
                    state.Set(Modality.Planned);
                    return;
                }
                if (clause && effect is not (ModalEffect.Hypothetical or ModalEffect.Denied or ModalEffect.Demanded or ModalEffect.Planned or ModalEffect.Threatened)) { return; }
                if (clause && effect == ModalEffect.Planned && lexicon.EffectOf(Verb(scene, head)) == ModalEffect.Planned && scene.Lemma(head) == "announce") { return; }
                if ((clause || argument || relation == "advcl" || scene.Upos(head) == Upos.ADJ) && effect != ModalEffect.None)
                {
                    // "no longer plans to": the plan is off, not the deed planned.
                    ModalState above = new();
                    AuxiliaryReader.Read(scene, head, above);
                    if (above.Negated && effect is ModalEffect.Negated) { state.Negated = false; }
                    else
                    {
                        Apply(effect, state, light: false);
                        if (above.Negated) { state.Negated = true; }
                        if (above.Modality == Modality.Hypothetical && effect is ModalEffect.Denied or ModalEffect.Foiled) { state.Modality = Modality.Hypothetical; }
                    }
                }
                else if (relation == "xcomp") { AuxiliaryReader.Read(scene, head, state); }
                else if (relation == "nsubj" && scene.Upos(at) is Upos.NOUN) { SubjectOfModal(scene, head, state); return; }
                else if (!argument && !clause) { return; }
                if (clause) { return; }
                if (relation is not ("xcomp" or "advcl") && effect == ModalEffect.None) { return; }
                at = head;
                continue;
            }
            if (scene.Upos(head) is Upos.NOUN && (parsed.Is(at, "nmod") || parsed.Is(at, "acl")))
            {
                ModalEffect effect = lexicon.EffectOf(scene.Lemma(head));
                bool governs = (parsed.Is(at, "acl") && scene.Xpos(at) != "VBN") || scene.CaseOf(at) is "of" or "for" or "to" or "about" or "on";
                if (parsed.Is(at, "acl") && HasMark(scene, at, "to") && effect == ModalEffect.None)
                {
                    state.Purpose = true;
                    state.Set(Modality.Hypothetical);
                    return;
                }
                if (effect == ModalEffect.None || !governs) { return; }
                Apply(effect, state, light: false);
                Modifiers(scene, head, state);
                at = head;
                continue;
            }
            return;
        }
    }

    /// <summary>"An attack would raise prices": told as a mere possibility.</summary>
    private static void SubjectOfModal(EventScene scene, int verb, ModalState state)
    {
        foreach (int child in scene.Parsed.Children(verb))
        {
            if (scene.Parsed.Is(child, "aux") && scene.Lemma(child) is "would" or "could" or "might" && state.Modality == Modality.Actual) { state.Modality = Modality.Hypothetical; }
        }
    }

    private void Modifiers(EventScene scene, int noun, ModalState state)
    {
        foreach (int child in scene.Parsed.Children(noun))
        {
            if (scene.Parsed.Is(child, "amod") || scene.Parsed.Is(child, "compound")) { Apply(lexicon.EffectOf(scene.Lemma(child).ToLowerInvariant()), state, light: false); }
        }
        NegationReader.Read(scene, noun, state);
    }

    private static void Apply(ModalEffect effect, ModalState state, bool light)
    {
        switch (effect)
        {
            case ModalEffect.Ordered when !light: state.Set(Modality.Planned); break;
            case ModalEffect.Planned: state.Set(Modality.Planned); break;
            case ModalEffect.Hypothetical: state.Set(Modality.Hypothetical); break;
            case ModalEffect.Demanded when !light: state.Set(Modality.Demanded); break;
            case ModalEffect.Threatened when !light: state.Set(Modality.Threatened); break;
            case ModalEffect.Negated when !light: state.Negated = !state.Negated; break;
            case ModalEffect.Denied when !light: state.Denied = true; break;
            case ModalEffect.Attempted: state.Phase ??= Phase.Attempted; break;
            case ModalEffect.Foiled: state.Phase = Phase.Foiled; state.Modality = Modality.Actual; break;
            case ModalEffect.Cancelled: state.Phase = Phase.Cancelled; state.Modality = Modality.Planned; break;
            case ModalEffect.Ongoing: state.Ongoing = true; break;
            default: break;
        }
    }

    /// <summary>Lemma with a particle that changes the effect: "call off".</summary>
    private string Verb(EventScene scene, int verb)
    {
        string lemma = scene.Upos(verb) == Upos.VERB ? scene.Verb(verb) : scene.Lemma(verb).ToLowerInvariant();
        foreach (int child in scene.Parsed.Children(verb))
        {
            if (!scene.Parsed.Is(child, "compound:prt") && !scene.Parsed.Is(child, "advmod")) { continue; }
            string both = $"{lemma} {scene.Lemma(child)}";
            if (lexicon.EffectOf(both) != ModalEffect.None) { return both; }
        }
        return lemma;
    }

    // "prevented protesters from storming": the gerund behind a preposition is what the verb above foils, denies or threatens.
    private bool IsKeptFrom(EventScene scene, int gerund, int head) =>
        scene.Xpos(gerund) == "VBG" && scene.Parsed.Child(gerund, "mark") is >= 0 and int mark && lexicon.IsA(scene.Lemma(mark), "CONTROL_MARK")
        && lexicon.EffectOf(Verb(scene, head)) != ModalEffect.None;

    private static bool HasMark(EventScene scene, int token, string word) => scene.Parsed.Child(token, "mark") is >= 0 and int mark && scene.IsForm(mark, word) && scene.Xpos(token) != "VBG";
}
