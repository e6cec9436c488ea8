using Dateline.Text;

namespace Dateline.Events;

/// <summary>Event nouns to happenings: with a light verb ("launched an attack"), with an occurrence verb ("clashes erupted"), or by their own phrases ("the shelling of X by Y").</summary>
internal sealed class NounCoder(PloverLexicon lexicon, WordClasses classes, FrameReader frames, PartyReader parties)
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
        (int light, LightRole role) = LightVerbOver(scene, noun);
        Frame? frame = light >= 0 ? frames.Read(scene, light) : null;
        NounSense? best = null;
        int bestScore = 0;
        foreach (NounSense sense in senses)
        {
            int score = Fit(scene, noun, sense, frame, role);
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
        if (frame is not null) { FillFromVerb(scene, draft, frame, role); }
        bool own = FillFromPhrases(scene, draft, noun, undergone, best);
        if (frame is not null && draft.Recipients.Count == 0)
        {
            foreach ((string preposition, int token) in frame.Phrases)
            {
                if (preposition is "on" or "against" or "with" or "to" or "at" or "from" && lexicon.NounsOf(scene.Noun(token)).Count == 0 && parties.TryRecipient(scene, draft, token)) { break; }
            }
        }
        if (draft.Root == "CONSULT" && light >= 0 && role is LightRole.Do or LightRole.Begin) { parties.Counterpart(scene, draft); }
        if (draft.RecipientStrength < 2 && light >= 0 && !(role == LightRole.Occur && frame is { Passive: true })) { parties.NearestParty(scene, draft); }
        if (draft.Root is "ACCUSE" or "REQUEST" or "THREATEN" && draft.Recipients.Count == 0) { Answerer(scene, draft, noun); }
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

    private void FillFromVerb(EventScene scene, EventDraft draft, Frame frame, LightRole role)
    {
        if (role == LightRole.Do && frame.Passive && frame.Subject < 0 && frame.Object >= 0 && frame.Object != draft.Head && frame.Phrase("in") == draft.Head) { parties.AddActors(scene, draft, frame.Object); }
        else if (role is LightRole.Do or LightRole.Begin or LightRole.End or LightRole.Join && frame.Subject >= 0) { parties.AddActors(scene, draft, frame.Subject); }
        else if (role == LightRole.Undergo && frame.Subject >= 0) { parties.TryRecipient(scene, draft, frame.Subject); }
        else if (role == LightRole.Occur && draft.Root is "CONSULT" or "AGREE")
        {
            foreach ((string preposition, int token) in frame.Phrases)
            {
                if (preposition is "between" or "among" or "with" or "under" or "by") { parties.AddActors(scene, draft, token); }
            }
        }
        else if (role == LightRole.Occur && frame.Object >= 0 && draft.Root == "ASSAULT") { parties.TryRecipient(scene, draft, frame.Object); }
    }

    /// <summary>Reads possessor, demonym, "of", "by", "between", "on" … phrases; true when one of them names a party, a place or a time.</summary>
    private bool FillFromPhrases(EventScene scene, EventDraft draft, int noun, bool undergone, NounSense sense)
    {
        ParsedText parsed = scene.Parsed;
        bool own = false, reciprocal = PartyReader.IsReciprocal(draft);
        int[] children = parsed.Children(noun).ToArray();
        foreach (int child in children)
        {
            if (parsed.Is(child, "nmod") && scene.CaseOf(child) is "by") { parties.AddActors(scene, draft, child); own = true; }
        }
        foreach (int child in children)
        {
            if (parsed.Tokens[child].Deprel == "nmod:poss")
            {
                if (undergone) { own |= parties.TryRecipient(scene, draft, FrameReader.Antecedent(scene, child)); }
                else if (draft.Actors.Count == 0) { parties.AddActors(scene, draft, child); own |= draft.Actors.Count > 0; }
            }
            else if ((parsed.Is(child, "amod") || parsed.Is(child, "compound")) && !IsPartOfTrigger(scene, child, noun, sense) && Whose(scene, child) is >= 0 and int whose)
            {
                if (undergone) { own |= parties.TryRecipient(scene, draft, whose); }
                else if (draft.Actors.Count == 0 || reciprocal) { parties.AddActors(scene, draft, whose); own |= draft.Actors.Count > 0; }
            }
        }
        foreach (int child in children)
        {
            if (!(parsed.Is(child, "nmod") || parsed.Is(child, "obl")) || parsed.Tokens[child].Deprel == "nmod:poss") { continue; }
            string? preposition = scene.CaseOf(child);
            int party = FrameReader.Antecedent(scene, child);
            switch (preposition)
            {
                case "between" or "among":
                case "with" when reciprocal:
                    parties.AddActors(scene, draft, party);
                    own = true;
                    break;
                case "of" when ActsOf(draft, undergone):
                    if (draft.Actors.Count == 0) { parties.AddActors(scene, draft, party); own |= draft.Actors.Count > 0; }
                    break;
                case "of" or "against" or "on" or "to" or "with" or "at" or "for" or "over" or "into" or "toward" or "towards":
                    own |= parties.TryRecipient(scene, draft, party) || scene.PlaceAt(party) is not null;
                    break;
                case "from" when draft.Root is "ACCUSE" or "REQUEST" or "THREATEN" or "SUPPORT":
                    if (draft.Actors.Count == 0) { parties.AddActors(scene, draft, party); own |= draft.Actors.Count > 0; }
                    break;
                case "from":
                    own |= parties.TryRecipient(scene, draft, party);
                    break;
                case "in" or "near" or "outside" or "off" or "through" or "around":
                    own |= scene.PlaceAt(party) is not null || parties.HasCountry(scene, party);
                    break;
                default:
                    break;
            }
        }
        return own;
    }

    /// <summary>The modifier that names a party: "Russian", or the second of "international and Palestinian"; else -1.</summary>
    private int Whose(EventScene scene, int modifier)
    {
        if (classes.Is(scene, modifier, "ACTOR") || parties.HasCountry(scene, modifier)) { return modifier; }
        foreach (int child in scene.Parsed.Children(modifier))
        {
            if (scene.Parsed.Is(child, "conj") && parties.HasCountry(scene, child)) { return child; }
        }
        return -1;
    }

    /// <summary>"denied his counterpart's accusations", "rejected the demand": who answers is the one addressed.</summary>
    private void Answerer(EventScene scene, EventDraft draft, int noun)
    {
        int verb = scene.Head(noun);
        if (verb < 0 || !scene.Parsed.Is(noun, "obj") || !lexicon.IsA(scene.Verb(verb), "ANSWER")) { return; }
        if (scene.Parsed.Child(verb, "nsubj") is >= 0 and int subject) { parties.TryRecipient(scene, draft, FrameReader.Antecedent(scene, subject)); }
    }

    private static bool IsPartOfTrigger(EventScene scene, int child, int noun, NounSense sense) =>
        (child == noun - 2 && scene.Xpos(noun - 1) == "HYPH") || Array.Exists(sense.Before, w => scene.IsForm(child, w) || scene.Lemma(child).Equals(w, StringComparison.OrdinalIgnoreCase));

    private static bool ActsOf(EventDraft draft, bool undergone) => !undergone && draft.Root switch
    {
        "ASSAULT" or "COERCE" or "SANCTION" or "ACCUSE" or "AID" => false,
        "MOBILIZE" or "RETREAT" or "PROTEST" or "CONSULT" or "AGREE" or "COOPERATE" => true,
        _ => true,
    };

    private bool actorsHave(EventScene scene, int token) => parties.HasCountry(scene, token);

    private int Fit(EventScene scene, int noun, NounSense sense, Frame? frame, LightRole role)
    {
        foreach (string word in sense.Before) { if (!HasBefore(scene, noun, word)) { return 0; } }
        for (int i = 0; i < sense.After.Length; i++)
        {
            int at = noun + 1 + i;
            if (at >= scene.Parsed.Tokens.Length || (scene.Lemma(at) != sense.After[i] && !scene.IsForm(at, sense.After[i]))) { return 0; }
        }
        bool held = sense.Need switch
        {
            NounNeed.None => true,
            NounNeed.Plural => scene.Xpos(noun) is "NNS" or "NNPS",
            NounNeed.Light => frame is not null && role is not (LightRole.Occur or LightRole.End),
            NounNeed.Occur => frame is not null,
            NounNeed.Army => Around(scene, noun, frame, "ARMED") || Around(scene, noun, frame, "STATE"),
            NounNeed.Arms => Around(scene, noun, frame, "WEAPONS") || Around(scene, noun, frame, "ARMED") || Around(scene, noun, frame, "STATE"),
            NounNeed.Police => Around(scene, noun, frame, "POLICE"),
            NounNeed.Assets => Around(scene, noun, frame, "ASSETS"),
            NounNeed.Internet => HasBefore(scene, noun, "internet"),
            NounNeed.Media => HasBefore(scene, noun, "media") || HasBefore(scene, noun, "news") || HasBefore(scene, noun, "internet"),
            NounNeed.Road => HasBefore(scene, noun, "road"),
            NounNeed.Aid => Around(scene, noun, null, "AID"),
            NounNeed.Agreement => Around(scene, noun, null, "AGREEMENT"),
            NounNeed.Membership => Around(scene, noun, null, "STATE"),
            NounNeed.Labor => !InArmedSentence(scene, noun) && (!scene.IsWarStory || HasWorkers(scene, noun)),
            NounNeed.Request => HasPhrase(scene, noun, "for") || HasPhrase(scene, noun, "on"),
            NounNeed.Law => Around(scene, noun, null, "AGREEMENT") || Around(scene, noun, null, "LAW") || Around(scene, noun, null, "RESOLUTION"),
            _ => false,
        };
        return held ? 1 + (2 * sense.Before.Length) + (2 * sense.After.Length) + (sense.Need is NounNeed.None ? 0 : 1) + (sense.IsNone ? 1 : 0) : 0;
    }

    private bool Around(EventScene scene, int noun, Frame? frame, string @class)
    {
        foreach (int child in scene.Parsed.Children(noun))
        {
            if ((scene.Parsed.Is(child, "nmod") || scene.Parsed.Is(child, "compound") || scene.Parsed.Is(child, "amod")) && classes.Is(scene, child, @class)) { return true; }
        }
        return frame is not null && frame.Subject >= 0 && frame.Subject != noun && classes.Is(scene, frame.Subject, @class);
    }

    /// <summary>Weapons or soldiers in the sentence: "strikes" are of the other kind.</summary>
    private bool InArmedSentence(EventScene scene, int noun)
    {
        Sentence sentence = scene.Parsed.SentenceOf(noun);
        for (int i = sentence.First; i < sentence.End; i++)
        {
            if (i == noun || scene.Upos(i) is not (Upos.NOUN or Upos.PROPN)) { continue; }
            string lemma = scene.Noun(i);
            if (lexicon.IsA(lemma, "WEAPONS") || lexicon.SectorOf(lemma) is "MIL" or "REB") { return true; }
        }
        return false;
    }

    /// <summary>Workers, unions or wages in the sentence.</summary>
    private bool HasWorkers(EventScene scene, int noun)
    {
        Sentence sentence = scene.Parsed.SentenceOf(noun);
        for (int i = sentence.First; i < sentence.End; i++)
        {
            if (i != noun && scene.Upos(i) is Upos.NOUN or Upos.PROPN && (lexicon.IsA(scene.Noun(i), "WORKERS") || lexicon.SectorOf(scene.Noun(i)) is "LAB")) { return true; }
        }
        return false;
    }

    private static bool HasBefore(EventScene scene, int noun, string word)
    {
        foreach (int child in scene.Parsed.Children(noun))
        {
            if (child < noun && (scene.Lemma(child).Equals(word, StringComparison.OrdinalIgnoreCase) || scene.IsForm(child, word))) { return true; }
        }
        return noun > 0 && (scene.IsForm(noun - 1, word) || scene.Lemma(noun - 1).Equals(word, StringComparison.OrdinalIgnoreCase));
    }

    private static bool HasPhrase(EventScene scene, int noun, string preposition)
    {
        foreach (int child in scene.Parsed.Children(noun))
        {
            if (scene.Parsed.Is(child, "nmod") && scene.CaseOf(child) == preposition) { return true; }
        }
        return false;
    }

    /// <summary>The light verb that has the noun as object or subject, directly or through "a series of".</summary>
    private (int Verb, LightRole Role) LightVerbOver(EventScene scene, int noun)
    {
        ParsedText parsed = scene.Parsed;
        int top = noun;
        for (int steps = 0; steps < 2; steps++)
        {
            int over = scene.Head(top);
            if (over < 0) { return (-1, default); }
            if (parsed.Is(top, "conj") && scene.Upos(over) == Upos.NOUN) { top = over; continue; }
            if (parsed.Is(top, "nmod") && scene.CaseOf(top) == "of" && lexicon.IsA(scene.Lemma(over), "QUANTIFIER")) { top = over; continue; }
            break;
        }
        int verb = scene.Head(top);
        if (verb < 0) { return LightVerbBefore(scene, noun); }
        bool isObject = parsed.Is(top, "obj") || parsed.Tokens[top].Deprel == "nsubj:pass";
        bool isSubject = parsed.Tokens[top].Deprel == "nsubj";
        bool isPhrase = parsed.Is(top, "obl");
        // "attacks carried out by rebels": the participle stands under its noun.
        int participle = -1;
        foreach (int child in parsed.Children(noun)) { if (parsed.Is(child, "acl") && scene.Xpos(child) == "VBN") { participle = child; } }
        if (scene.Upos(noun) == Upos.VERB)
        {
            foreach (int child in parsed.Children(noun))
            {
                if (child > noun && scene.Upos(child) == Upos.VERB && Role(scene, child, LightRole.Occur) is { } erupts) { return (child, erupts); }
            }
        }
        if (participle >= 0 && Role(scene, participle, LightRole.Do) is { } carried) { return (participle, carried); }
        if (isSubject && scene.Upos(verb) is Upos.ADJ or Upos.ADV && parsed.Child(verb, "cop") >= 0 && lexicon.EffectOf(scene.Lemma(verb)) is ModalEffect.Ongoing or ModalEffect.Cancelled) { return (verb, LightRole.Occur); }
        if (scene.Upos(verb) != Upos.VERB) { return LightVerbBefore(scene, noun); }
        if (isObject && Role(scene, verb, LightRole.Do, LightRole.Begin, LightRole.Undergo, LightRole.Join, LightRole.End) is { } role) { return (verb, role); }
        if ((isSubject || isObject) && Role(scene, verb, LightRole.Occur) is { } occurs) { return (verb, occurs); }
        if (isPhrase && scene.CaseOf(top) is "in" && Role(scene, verb, LightRole.Do) is { } engages && scene.Verb(verb) == "engage") { return (verb, engages); }
        if (isPhrase && scene.CaseOf(top) is "in" or "at" && Role(scene, verb, LightRole.Join) is { } joins) { return (verb, joins); }
        return LightVerbBefore(scene, noun);
    }

    /// <summary>The light verb right before the phrase, where the tree hangs the noun elsewhere.</summary>
    private (int Verb, LightRole Role) LightVerbBefore(EventScene scene, int noun)
    {
        int first = Math.Max(scene.Parsed.SentenceOf(noun).First, noun - TriggerReach);
        for (int i = noun - 1; i >= first; i--)
        {
            if (scene.Upos(i) is Upos.DET or Upos.ADJ or Upos.NUM or Upos.NOUN or Upos.PROPN) { continue; }
            if (scene.Upos(i) == Upos.VERB && scene.Parsed.Child(i, "obj") is var held && (held < 0 || held == noun) && Role(scene, i, LightRole.Do, LightRole.Undergo) is { } role) { return (i, role); }
            break;
        }
        return (-1, default);
    }

    private LightRole? Role(EventScene scene, int verb, params ReadOnlySpan<LightRole> wanted)
    {
        IReadOnlyList<LightVerb> known = lexicon.LightVerbsOf(scene.Verb(verb));
        foreach (LightRole role in wanted)
        {
            foreach (LightVerb light in known)
            {
                if (light.Role == role && (light.Particle.Length == 0 || (verb + 1 < scene.Parsed.Tokens.Length && scene.IsForm(verb + 1, light.Particle[0])) || HasParticle(scene, verb, light.Particle[0]))) { return role; }
            }
        }
        return null;
    }

    private static bool HasParticle(EventScene scene, int verb, string word)
    {
        foreach (int child in scene.Parsed.Children(verb))
        {
            if (scene.IsForm(child, word) && scene.Parsed.Is(child, "compound:prt")) { return true; }
        }
        return false;
    }

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
