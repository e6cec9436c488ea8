using Dateline.Text;

namespace Dateline.Events;

/// <summary>Verbs to happenings: the sense whose frame and classes hold, with its parties.</summary>
internal sealed class VerbCoder(PloverLexicon lexicon, VerbFitter fitter, FrameReader frames, PartyReader parties)
{
    private const int TriggerReach = 4;

    /// <summary>The happening the token tells, or null. Nouns that belong to the trigger ("opened <i>fire</i>") are marked consumed.</summary>
    public EventDraft? Code(EventScene scene, int token, bool[] consumed)
    {
        IReadOnlyList<VerbSense> senses;
        int verb = token;
        if (scene.Upos(token) == Upos.VERB)
        {
            if ((scene.Parsed.Is(token, "amod") && !ClauseShape.IsCoordinatedModifier(scene, token) && !ClauseShape.IsLostVerb(scene, token)) || scene.Parsed.Is(token, "compound")) { return null; }
            senses = lexicon.VerbsOf(scene.Verb(token));
        }
        // "is threatening to leave" read as an adjective.
        else if (scene.Upos(token) == Upos.ADJ && scene.Parsed.Form(token).EndsWith("ing", StringComparison.Ordinal) && scene.Parsed.Child(token, "cop") >= 0 && scene.Parsed.Child(token, "xcomp") >= 0) { senses = lexicon.VerbsOf(scene.Verb(token)); }
        else if (scene.Parsed.Child(token, "cop") >= 0) { senses = lexicon.VerbsOf("be"); }
        else { return null; }
        if (senses.Count == 0) { return null; }
        Frame frame = frames.Read(scene, verb);
        VerbSense? best = null;
        int bestScore = 0;
        foreach (VerbSense sense in senses)
        {
            Frame read = WithParticle(scene, frame, sense);
            int score = fitter.Fit(scene, read, sense);
            if (score > bestScore) { (best, bestScore) = (sense, score); }
        }
        if (best is null) { return null; }
        // "gave a warm welcome to the envoy": what is given is the deed, and tells itself.
        if (best.Object is ["ANY", ..] && frame.Object > verb && lexicon.NounsOf(scene.Noun(frame.Object)).Count > 0 && lexicon.LightVerbsOf(scene.Verb(verb)).Count > 0) { return null; }
        frame = WithParticle(scene, frame, best);
        bool ownsObject = frame.Object >= 0 && best.Object.Length > 0 && best.Object[0] is not ("ANY" or "0" or "CLAUSE" or "DEONTIC")
            && lexicon.NounsOf(scene.Noun(frame.Object)).Count > 0;
        if (ownsObject) { consumed[frame.Object] = true; }
        foreach (Need need in best.Needs)
        {
            if (need.Class is "ASSAULTS" or "ALERT" or "PEACE" or "MEETING" or "VISIT" && frame.Phrase(need.Preposition) is >= 0 and int owned && scene.Upos(owned) == Upos.NOUN && best.Root != "ASSAULT") { consumed[owned] = true; }
        }
        if (best.IsNone) { if (frame.Object >= 0) { consumed[frame.Object] = true; } return null; }
        (string root, string? mode, string? cameo) = (best.Root, best.Mode, best.Cameo);
        // Troops sent to keep the peace are help, not a threat.
        if (root == "MOBILIZE" && mode == "troops" && Peacekeeping.Near(scene, verb)) { (root, mode, cameo) = ("AID", null, "074"); }
        EventDraft draft = new()
        {
            Head = verb, Predicate = verb, Lemma = scene.Upos(verb) == Upos.VERB ? scene.Verb(verb) : scene.Lemma(verb), Root = root, Mode = mode, Cameo = cameo, Sure = best.Sure,
            Rule = frame.Passive ? "events/passive-verb" : "events/verb-frame", Frame = frame, TriggerSpan = TriggerSpan(scene, frame, best, ownsObject), Heads = { verb },
        };
        parties.Fill(scene, draft, frame);
        return draft;
    }

    /// <summary>"hand over the smuggler" read with "over" as a preposition: its noun is the object.</summary>
    private static Frame WithParticle(EventScene scene, Frame frame, VerbSense sense)
    {
        if (sense.Particle.Length != 1 || frame.Object >= 0 || frame.Phrase(sense.Particle[0]) is not (>= 0 and int phrase)) { return frame; }
        List<(string, int)> phrases = [.. frame.Phrases];
        FrameReader.AddPhrasesOf(scene, phrase, phrases);
        return frame with { Object = phrase, Phrases = phrases };
    }

    private static TextSpan TriggerSpan(EventScene scene, Frame frame, VerbSense sense, bool withObject)
    {
        int first = frame.Verb, last = frame.Verb;
        if (withObject && !frame.Passive && frame.Object > frame.Verb && frame.Object - frame.Verb <= TriggerReach) { last = frame.Object; }
        if (sense.Particle.Length > 0 && sense.Lemma != "be" && frame.Verb + 1 < scene.Parsed.Tokens.Length && scene.IsForm(frame.Verb + 1, sense.Particle[0])) { last = Math.Max(last, frame.Verb + 1); }
        return scene.Parsed.SpanOf(first, last);
    }
}
