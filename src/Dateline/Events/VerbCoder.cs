using Dateline.Text;

namespace Dateline.Events;

/// <summary>Verbs to happenings: the sense whose frame and classes hold, with its parties.</summary>
internal sealed class VerbCoder(PloverLexicon lexicon, WordClasses classes, FrameReader frames, PartyReader parties)
{
    private const int ParticleReach = 6;
    private const int TriggerReach = 4;

    /// <summary>The happening the token tells, or null. Nouns that belong to the trigger ("opened <i>fire</i>") are marked consumed.</summary>
    public EventDraft? Code(EventScene scene, int token, bool[] consumed)
    {
        IReadOnlyList<VerbSense> senses;
        int verb = token;
        if (scene.Upos(token) == Upos.VERB)
        {
            if ((scene.Parsed.Is(token, "amod") && !FrameReader.IsCoordinatedModifier(scene, token) && !FrameReader.IsLostVerb(scene, token)) || scene.Parsed.Is(token, "compound")) { return null; }
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
            int score = Fit(scene, read, sense);
            if (score > bestScore) { (best, bestScore) = (sense, score); }
        }
        if (best is null) { return null; }
        frame = WithParticle(scene, frame, best);
        bool ownsObject = frame.Object >= 0 && best.Object.Length > 0 && best.Object[0] is not ("ANY" or "0" or "CLAUSE" or "DEONTIC")
            && lexicon.NounsOf(scene.Noun(frame.Object)).Count > 0;
        if (ownsObject) { consumed[frame.Object] = true; }
        foreach (Need need in best.Needs)
        {
            if (need.Class is "ASSAULTS" or "ALERT" or "PEACE" && frame.Phrase(need.Preposition) is >= 0 and int owned && scene.Upos(owned) == Upos.NOUN && best.Root != "ASSAULT") { consumed[owned] = true; }
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

    /// <summary>0 when a constraint fails, else higher the more of the frame the sense explains.</summary>
    private int Fit(EventScene scene, Frame frame, VerbSense sense)
    {
        int score = 1;
        if (sense.Particle.Length > 0)
        {
            if (!HasParticle(scene, frame.Verb, sense)) { return 0; }
            score += 3 + sense.Particle.Length;
        }
        if (sense.Object.Length > 0)
        {
            int fit = ObjectFit(scene, frame, sense);
            if (fit == 0) { return 0; }
            score += fit;
        }
        if (sense.Needs.Length > 0)
        {
            bool met = false;
            foreach (Need need in sense.Needs)
            {
                if (need.Class == "CLAUSE") { met |= frame.Complement >= 0 && scene.Parsed.Child(frame.Complement, "mark") is >= 0 and int mark && scene.IsForm(mark, need.Preposition); continue; }
                foreach ((string preposition, int phrase) in frame.Phrases)
                {
                    met |= preposition == need.Preposition && (need.Class is null || classes.Is(scene, phrase, need.Class));
                }
                // Reciprocal "together", "militarily" stand as adverbs.
                met |= need.Class is null && Follows(scene, frame.Verb, need.Preposition, adjacentOnly: false);
            }
            if (!met) { return 0; }
            score += 2;
        }
        if (sense.Subject.Length > 0)
        {
            if (frame.Outcome && sense.Root == "ASSAULT") { return score + 2; }
            // Words of blame and praise speak for themselves when nobody is named; deeds do not.
            if (frame.Subject < 0) { return ActReader.IsVerbal(sense.Root) ? score : 0; }
            if (!AnyParty(scene, frame.Subject, sense.Subject)) { return 0; }
            score += 2;
        }
        return score;
    }

    private int ObjectFit(EventScene scene, Frame frame, VerbSense sense)
    {
        int best = 0;
        foreach (string wanted in sense.Object)
        {
            int fit = wanted switch
            {
                "0" => frame.Object < 0 && !frame.Passive ? 2 : 0,
                "ANY" => frame.Object >= 0 ? 1 : 0,
                "CLAUSE" => frame.Complement >= 0 ? 2 : 0,
                "DEONTIC" => IsDeontic(scene, frame) ? 2 : 0,
                "OWNACT" => IsOwnAct(scene, frame) ? 3 : 0,
                _ => frame.Object >= 0 && IsOrHolds(scene, frame.Object, wanted) ? 3 : frame.IndirectObject >= 0 && classes.Is(scene, frame.IndirectObject, wanted) ? 2 : 0,
            };
            if (fit > best) { best = fit; }
        }
        return best;
    }

    /// <summary>"insisted that Iraq <i>withdraw</i>", "that it <i>must</i> leave": asked, not asserted ("insisted he had done nothing").</summary>
    private static bool IsDeontic(EventScene scene, Frame frame)
    {
        if (frame.Complement < 0) { return false; }
        bool bare = scene.Xpos(frame.Complement) is "VB" or "VBP";
        foreach (int child in scene.Parsed.Children(frame.Complement))
        {
            if (!scene.Parsed.Is(child, "aux")) { continue; }
            if (scene.Lemma(child).ToLowerInvariant() is "must" or "should" or "ought") { return true; }
            bare &= scene.Lemma(child).ToLowerInvariant() is "be" && scene.Xpos(child) == "VB";
        }
        return bare;
    }

    /// <summary>"hand over the smuggler" read with "over" as a preposition: its noun is the object.</summary>
    private static Frame WithParticle(EventScene scene, Frame frame, VerbSense sense)
    {
        if (sense.Particle.Length != 1 || frame.Object >= 0 || frame.Phrase(sense.Particle[0]) is not (>= 0 and int phrase)) { return frame; }
        List<(string, int)> phrases = [.. frame.Phrases];
        FrameReader.AddPhrasesOf(scene, phrase, phrases);
        return frame with { Object = phrase, Phrases = phrases };
    }

    /// <summary>The noun or one of its conjuncts is of the class.</summary>
    private bool IsOrHolds(EventScene scene, int token, string @class)
    {
        if (classes.Is(scene, token, @class)) { return true; }
        foreach (int child in scene.Parsed.Children(token))
        {
            if (scene.Parsed.Is(child, "conj") && classes.Is(scene, child, @class)) { return true; }
        }
        return false;
    }

    private bool AnyParty(EventScene scene, int token, string[] wanted)
    {
        foreach (string @class in wanted) { if (IsOrHolds(scene, token, @class)) { return true; } }
        return false;
    }

    /// <summary>"warned that <i>it would</i> cut off fuel": the complement is the subject's own future deed.</summary>
    private static bool IsOwnAct(EventScene scene, Frame frame)
    {
        if (frame.Complement < 0) { return false; }
        int subject = scene.Parsed.Child(frame.Complement, "nsubj");
        bool own = subject >= 0 && (scene.Upos(subject) == Upos.PRON || (scene.EntityAt(subject) is { } entity && frame.Subject >= 0 && entity == scene.EntityAt(frame.Subject)));
        if (!own) { return false; }
        foreach (int child in scene.Parsed.Children(frame.Complement))
        {
            if (scene.Parsed.Is(child, "aux") && scene.Lemma(child).ToLowerInvariant() is "will" or "would" or "shall") { return true; }
        }
        return false;
    }

    private static bool HasParticle(EventScene scene, int verb, VerbSense sense)
    {
        if (sense.Lemma == "be") { return sense.Particle[^1] == scene.Lemma(verb).ToLowerInvariant() && (sense.Particle.Length == 1 || scene.CaseOf(verb) == sense.Particle[0]); }
        int at = verb + 1, end = Math.Min(scene.Parsed.SentenceOf(verb).End, verb + 1 + ParticleReach + sense.Particle.Length);
        foreach (string word in sense.Particle)
        {
            while (at < end && !scene.IsForm(at, word)) { at++; }
            if (at >= end) { return false; }
            bool bound = at == verb + 1 || scene.Head(at) == verb || scene.Parsed.Is(at, "compound:prt") || (scene.Head(at) >= 0 && scene.Head(scene.Head(at)) == verb);
            // "called the president on Saturday" is not "call on".
            if (!bound || (scene.Parsed.Is(at, "case") && at > verb + 1 && scene.Head(at) >= 0 && IsTime(scene, scene.Head(at)))) { return false; }
            at++;
        }
        return true;
    }

    private static bool IsTime(EventScene scene, int token)
    {
        TextSpan span = scene.Parsed.Tokens[token].Span;
        foreach (Time.TimeExpression time in scene.Times) { if (time.Span.Overlaps(span)) { return true; } }
        return false;
    }

    private static bool Follows(EventScene scene, int verb, string word, bool adjacentOnly)
    {
        foreach (int child in scene.Parsed.Children(verb))
        {
            if (scene.IsForm(child, word) && (!adjacentOnly || child == verb + 1) && scene.Upos(child) is Upos.ADV or Upos.ADP or Upos.ADJ) { return scene.IsForm(child, word); }
        }
        return false;
    }

    private static TextSpan TriggerSpan(EventScene scene, Frame frame, VerbSense sense, bool withObject)
    {
        int first = frame.Verb, last = frame.Verb;
        if (withObject && !frame.Passive && frame.Object > frame.Verb && frame.Object - frame.Verb <= TriggerReach) { last = frame.Object; }
        if (sense.Particle.Length > 0 && sense.Lemma != "be" && frame.Verb + 1 < scene.Parsed.Tokens.Length && scene.IsForm(frame.Verb + 1, sense.Particle[0])) { last = Math.Max(last, frame.Verb + 1); }
        return scene.Parsed.SpanOf(first, last);
    }
}
