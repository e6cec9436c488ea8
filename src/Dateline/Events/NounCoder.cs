using Dateline.Text;

namespace Dateline.Events;

/// <summary>Event nouns to happenings: with a light verb ("launched an attack"), with an occurrence verb ("clashes erupted"), or by their own phrases ("the shelling of X by Y").</summary>
internal sealed class NounCoder(PloverLexicon lexicon, NounFitter fitter, FrameReader frames, LightVerbFinder lightVerbs, NounPartyReader nounParties, PartyReader parties)
{
    private const int TriggerReach = 4;

    /// <summary>The happening the noun tells, or null.</summary>
    public EventDraft? Code(EventScene scene, int noun)
    {
        ParsedText parsed = scene.Parsed;
        if (scene.Upos(noun) is not (Upos.NOUN or Upos.PROPN) && !IsHiddenNoun(scene, noun) && !IsTaggedAdjective(scene, noun)) { return null; }
        IReadOnlyList<NounSense> senses = lexicon.NounsOf(scene.Noun(noun));
        // "on March 28" is no march.
        if (senses.Count == 0 || IsModifier(scene, noun) || FrameReader.IsTime(scene, noun)) { return null; }
        (int light, LightRole role) = lightVerbs.LightVerbOver(scene, noun);
        Frame? frame = light >= 0 ? frames.Read(scene, light) : null;
        NounSense? best = null;
        int bestScore = 0;
        foreach (NounSense sense in senses)
        {
            int score = fitter.Fit(scene, noun, sense, frame, role);
            if (score > bestScore) { (best, bestScore) = (sense, score); }
        }
        if (best is null || best.IsNone) { return null; }
        (string root, string? mode, string? cameo) = (best.Root, best.Mode, best.Cameo);
        if (root == "MOBILIZE" && mode == "troops" && Peacekeeping.Near(scene, noun)) { (root, mode, cameo) = ("AID", null, "074"); }
        EventDraft draft = new()
        {
            Head = noun, Predicate = light >= 0 ? light : noun, Lemma = scene.Noun(noun), Root = root, Mode = mode, Cameo = cameo,
            Sure = best.Sure, IsNoun = true, Rule = light >= 0 ? "events/light-verb" : "events/event-noun", Frame = frame,
            TriggerSpan = TriggerSpan(parsed, noun, best, light, role), Heads = { noun },
        };
        if (light >= 0) { draft.Heads.Add(light); }
        bool undergone = lexicon.IsA(draft.Lemma, "UNDERGONE");
        if (frame is not null) { nounParties.FillFromVerb(scene, draft, frame, role); }
        bool own = nounParties.FillFromPhrases(scene, draft, noun, undergone, best);
        if (frame is not null && draft.Recipients.Count == 0)
        {
            foreach ((string preposition, int token) in frame.Phrases)
            {
                if (preposition is "on" or "against" or "with" or "to" or "at" or "from" && lexicon.NounsOf(scene.Noun(token)).Count == 0 && parties.TryRecipient(scene, draft, token)) { break; }
            }
        }
        if (draft.Root == "CONSULT" && light >= 0 && role is LightRole.Do or LightRole.Begin) { parties.Counterpart(scene, draft); }
        if (draft.RecipientStrength < 2 && light >= 0 && !(role == LightRole.Occur && frame is { Passive: true })) { parties.NearestParty(scene, draft); }
        if (draft.Root is "ACCUSE" or "REQUEST" or "THREATEN" && draft.Recipients.Count == 0) { nounParties.Answerer(scene, draft, noun); }
        bool definite = parsed.Child(noun, "det") is >= 0 and int det && scene.IsForm(det, "the") || parsed.Child(noun, "det") is >= 0 and int that && (scene.Lemma(that) is "this" or "that" or "such");
        draft.Bare = !best.Sure && !own && (light < 0 || (definite && role is LightRole.Occur or LightRole.Undergo)) && draft.ActorStrength < 2 && draft.RecipientStrength < 2;
        if (light < 0 && !own && !Exists(scene, noun)) { draft.Bare = true; }
        return draft;
    }

    /// <summary>"Clashes between … erupted" read as a verb: a form in -s or -ing without a subject before it.</summary>
    private static bool IsHiddenNoun(EventScene scene, int token)
    {
        if (scene.Upos(token) != Upos.VERB || scene.Xpos(token) is not ("VBG" or "VBZ")) { return false; }
        if (scene.Parsed.Is(token, "advcl") || scene.Parsed.Is(token, "acl")) { return false; }
        return scene.Xpos(token) == "VBG" || scene.Parsed.Child(token, "nsubj") < 0 || scene.Parsed.Child(token, "nsubj") > token;
    }

    /// <summary>"issued an ultimatum to" with the noun tagged as an adjective: an article before it and no noun after it.</summary>
    private static bool IsTaggedAdjective(EventScene scene, int token) =>
        scene.Upos(token) == Upos.ADJ && token > 0 && scene.Upos(token - 1) == Upos.DET && token + 1 < scene.Parsed.Tokens.Length && scene.Upos(token + 1) is Upos.ADP or Upos.PUNCT or Upos.SCONJ or Upos.PART;

    /// <summary>"attack helicopter", "protest leader": only names a kind.</summary>
    private static bool IsModifier(EventScene scene, int noun) =>
        scene.Parsed.Is(noun, "compound") || scene.Parsed.Is(noun, "flat") || scene.Parsed.Tokens[noun].Deprel == "nmod:poss" || (scene.Upos(noun) == Upos.PROPN && scene.Parsed.Is(noun, "appos"));

    /// <summary>"There was an attack", or a headline's bare noun.</summary>
    private static bool Exists(EventScene scene, int noun) => scene.Parsed.Child(noun, "expl") >= 0 || (scene.Head(noun) >= 0 && scene.Parsed.Child(scene.Head(noun), "expl") >= 0);

    private static TextSpan TriggerSpan(ParsedText parsed, int noun, NounSense sense, int light, LightRole role)
    {
        int first = noun - sense.Before.Length - (sense.Before.Length == 0 && sense.Head.Contains('-', StringComparison.Ordinal) && noun > 1 && parsed.Tokens[noun - 1].Xpos == "HYPH" ? 2 : 0), last = noun + sense.After.Length;
        if (first < 0 || parsed.SentenceIndex(first) != parsed.SentenceIndex(noun)) { first = noun; }
        if (light >= 0 && light < first && first - light <= TriggerReach && role is LightRole.Do or LightRole.Begin) { first = Math.Min(first, light < noun ? light : first); }
        return parsed.SpanOf(first, last);
    }
}
