using Dateline.Text;

namespace Dateline.Events;

/// <summary>Fills a draft's actors and recipients from a frame or from the phrases of an event noun.</summary>
internal sealed class PartyReader(PloverLexicon lexicon, WordClasses classes, ActorFinder actors)
{
    private static readonly string[] Toward = ["against", "with", "on", "upon", "to", "at", "from", "for", "toward", "towards", "into", "over", "of", "between", "among", "in"];
    private const int MostSteps = 8;
    private const int MostTokensAhead = 16;
    private static readonly string[] Movers = ["CONSULT/visit", "MOBILIZE/troops"];

    /// <summary>Parties of a verb.</summary>
    public void Fill(EventScene scene, EventDraft draft, Frame frame)
    {
        // "Seven people died in the shelling": who dies does nothing, it befalls them.
        if (!draft.IsNoun && lexicon.IsA(draft.Lemma, "VICTIM") && frame.Object < 0)
        {
            TryRecipient(scene, draft, frame.Subject);
            return;
        }
        if (frame.CoSubject >= 0) { AddActors(scene, draft, frame.CoSubject); }
        if (frame.Subject >= 0) { AddActors(scene, draft, frame.Subject); }
        // "troops were deployed", "the military was placed on alert": whose forces they are, acts.
        else if (draft.Root is "MOBILIZE" or "RETREAT" && draft.Mode is "troops" or "withdraw" or "disarm" or "police" && frame.Object >= 0)
        {
            AddActors(scene, draft, frame.Object);
            NearestParty(scene, draft);
            return;
        }
        bool reciprocal = IsReciprocal(draft);
        if (reciprocal)
        {
            foreach (string preposition in (string[])["with", "between", "among"])
            {
                if (frame.Phrase(preposition) is >= 0 and int other) { AddActors(scene, draft, other); }
            }
            if (draft.Root == "CONSULT" && frame.Object >= 0 && !(lexicon.IsA(draft.Lemma, "DISCUSS") && draft.Actors.Count > 1)) { AddActors(scene, draft, frame.Object); }
            if (draft.Root == "CONSULT") { Counterpart(scene, draft); return; }
        }
        // Who is well known before what is barely a party: "rejected a request from Russia".
        List<int> candidates = [.. Candidates(scene, draft, frame)];
        foreach (int candidate in candidates)
        {
            if ((classes.Strength(scene, candidate) >= 2 || classes.Is(scene, candidate, "HUMAN") || actors.HasCountry(scene, candidate)) && TryRecipient(scene, draft, candidate)) { return; }
        }
        foreach (int candidate in candidates)
        {
            if (TryRecipient(scene, draft, candidate)) { break; }
        }
        if (draft.RecipientStrength < 2) { NearestParty(scene, draft); }
    }

    /// <summary>The first known party after the trigger and under it: the tree does not always hang the clause of a demand where it belongs.</summary>
    public void NearestParty(EventScene scene, EventDraft draft)
    {
        TextSpan rest = new(draft.TriggerSpan.End, scene.Parsed.SubtreeSpan(draft.Predicate).End);
        if (rest.IsEmpty) { return; }
        bool taken = draft.Root == "COERCE";
        foreach ((Entities.Entity entity, Entities.Mention mention) in scene.Entities.In(rest))
        {
            if (!(taken && scene.CaseOf(mention.Head) is "from") && mention.Form != Entities.MentionForm.Pronoun && entity.Code is { Country: not null } or { Organization: not null } && (ActReader.IsVerbal(draft.Root) ? !InSaying(scene, mention.Head, draft.Predicate) : IsNominal(scene, mention.Head, draft.Predicate))
                && TryRecipient(scene, draft, mention.Head)) { return; }
        }
        foreach ((Entities.Entity entity, Entities.Mention mention) in scene.Entities.In(rest))
        {
            if (draft.Root is "REQUEST" or "THREATEN" && mention.Form != Entities.MentionForm.Pronoun && classes.Strength(scene, mention.Head) >= 2 && entity.Type is not Entities.EntityType.Place && TryRecipient(scene, draft, mention.Head)) { return; }
        }
        if (draft.Root is not ("SANCTION" or "AID" or "COERCE" or "ASSAULT" or "RETREAT" or "MOBILIZE" or "REQUEST" or "THREATEN")) { return; }
        foreach (Places.Place place in scene.Places)
        {
            if (place.Span.Start >= rest.End) { return; }
            if (rest.Contains(place.Span) && place.Country is not null && place.Head >= 0 && IsNominal(scene, place.Head, draft.Predicate) && TryRecipient(scene, draft, place.Head)) { return; }
        }
    }

    /// <summary>Where the tree has lost the other side of a meeting: "held talks in Jerusalem <i>with the Israeli premier</i>", "meets <i>President Xi</i>".</summary>
    public void Counterpart(EventScene scene, EventDraft draft)
    {
        if (draft.Actors.Count > 1) { return; }
        int end = Math.Min(scene.Parsed.SentenceOf(draft.Head).End, draft.Head + MostTokensAhead);
        bool with = false;
        for (int i = Math.Max(draft.Head, draft.Predicate) + 1; i < end; i++)
        {
            if (scene.Xpos(i) is "VBD" or "VBZ" or "VBP" or "MD" || scene.IsForm(i, ";")) { return; }
            with |= scene.IsForm(i, "with");
            if (scene.Upos(i) is not (Upos.PROPN or Upos.NOUN) || !(with || (!draft.IsNoun && i <= draft.Head + MostSteps && scene.CaseOf(i) is null))) { continue; }
            if (scene.EntityAt(i) is { Type: not Entities.EntityType.Place } && classes.Strength(scene, i) >= 2)
            {
                int before = draft.Actors.Count;
                AddActors(scene, draft, i);
                if (draft.Actors.Count > before) { return; }
            }
        }
    }

    /// <summary>"rejected the call, saying the rebels …": a party of what is said besides.</summary>
    private bool InSaying(EventScene scene, int token, int top)
    {
        for (int at = token, steps = 0; at >= 0 && at != top && steps < MostSteps; at = scene.Head(at), steps++)
        {
            if (scene.Xpos(at) == "VBG" && lexicon.IsA(scene.Verb(at), "SPEECH")) { return true; }
        }
        return false;
    }

    /// <summary>Between the word and the verb lie nouns and prepositions only, no clause.</summary>
    private static bool IsNominal(EventScene scene, int token, int top)
    {
        for (int at = token, steps = 0; at >= 0 && steps < MostSteps; at = scene.Head(at), steps++)
        {
            if (at == top) { return true; }
            if (scene.Parsed.Is(at, "acl") || scene.Parsed.Is(at, "advcl") || scene.Parsed.Is(at, "ccomp") || scene.Parsed.Is(at, "parataxis") || scene.Parsed.Is(at, "nsubj")) { return false; }
        }
        return false;
    }

    /// <summary>Actors of the phrase; remembers how well the best is known.</summary>
    public void AddActors(EventScene scene, EventDraft draft, int token)
    {
        foreach (EventActor actor in actors.Find(scene, token))
        {
            if (!draft.Actors.Exists(a => Same(a, actor))) { draft.Actors.Add(actor); }
        }
        draft.ActorStrength = Math.Max(draft.ActorStrength, StrengthOf(scene, token, draft.Actors));
    }

    /// <summary>Makes the phrase the recipient when it names a party other than the actor.</summary>
    public bool TryRecipient(EventScene scene, EventDraft draft, int token)
    {
        if (token < 0 || draft.RecipientStrength >= 2 || IsNoParty(scene, draft, token)) { return false; }
        List<EventActor> found = actors.Find(scene, token);
        found.RemoveAll(f => draft.Actors.Exists(a => Same(a, f)));
        if (found.Count == 0) { return false; }
        int strength = StrengthOf(scene, token, found);
        if (draft.Recipients.Count > 0 && strength < 2) { return false; }
        draft.Recipients.Clear();
        draft.Recipients.AddRange(found);
        draft.RecipientStrength = strength;
        return true;
    }

    /// <summary>Dates, bare numbers and sums, and the troops that are moved, are nobody's counterpart.</summary>
    private bool IsNoParty(EventScene scene, EventDraft draft, int token)
    {
        TextSpan word = scene.Parsed.Tokens[token].Span;
        foreach (Time.TimeExpression time in scene.Times)
        {
            if (time.Span.Start > word.Start) { break; }
            if (time.Span.Contains(word)) { return true; }
        }
        if (scene.Upos(token) is Upos.NUM or Upos.SYM && draft.Root is not ("ASSAULT" or "COERCE" or "RETREAT" or "AID" or "SANCTION") && classes.Counted(scene, token) == token) { return true; }
        if (scene.Upos(token) == Upos.PRON && scene.Xpos(token) == "PRP$" && (scene.EntityAt(token) is null || draft.Actors.Exists(a => a.Inferred == true))) { return true; }
        return draft.Root is "MOBILIZE" or "AID" or "AGREE" && !(draft.Frame is { } frame && frame.Object == token && frame.Phrase("with") >= 0) && scene.Upos(token) == Upos.NOUN && lexicon.SectorOf(scene.Noun(token)) is "MIL" && scene.CaseOf(token) is null && !scene.Parsed.Is(token, "iobj");
    }

    /// <summary>Clashes and meetings: everybody named is an actor.</summary>
    public static bool IsReciprocal(EventDraft draft) => draft.Root switch
    {
        "CONSULT" => draft.Mode is not ("visit" or "third-party"),
        "ASSAULT" => draft.Lemma is "clash" or "skirmish" or "battle" or "fighting" or "hostilities" or "exchange" or "trade" or "firefight" or "shootout" or "war" or "fight",
        _ => false,
    };

    /// <summary>"vowed to fight corruption": no people or state stands against the verb.</summary>
    public bool IsFigurative(EventScene scene, int verb) => scene.Parsed.Child(verb, "obj") is >= 0 and int thing && !classes.Is(scene, thing, "HUMAN") && !classes.Is(scene, thing, "ACTOR") && !classes.Is(scene, thing, "ARMED");

    /// <summary>True when the phrase names a country or what belongs to one.</summary>
    public bool HasCountry(EventScene scene, int token) => actors.HasCountry(scene, token);

    public static bool Same(EventActor a, EventActor b) => a.Entity is not null && b.Entity is not null ? a.Entity == b.Entity : a.Span == b.Span;

    private IEnumerable<int> Candidates(EventScene scene, EventDraft draft, Frame frame)
    {
        if (frame.IndirectObject >= 0) { yield return frame.IndirectObject; }
        int @object = frame.Object;
        // "condemned the Russian attack on the town": the attacker is blamed, not the town.
        if (@object >= 0 && draft.Root == "ACCUSE" && lexicon.NounsOf(scene.Noun(@object)).Any(s => s.Root == "ASSAULT"))
        {
            foreach (int owner in Owners(scene, @object)) { if (scene.CaseOf(owner) is null or "by" or "from") { yield return owner; } }
            if (frame.Phrase("for") < 0) { yield break; }
        }
        if (@object >= 0 && (classes.Is(scene, @object, "HUMAN") || classes.Is(scene, @object, "ACTOR"))) { yield return @object; }
        if (Array.IndexOf(Movers, draft.Root + "/" + draft.Mode) >= 0 && @object >= 0) { yield return @object; }
        // Of what is praised, blamed or refused the owner comes first: "criticised the US policy shift".
        if (@object >= 0 && ActReader.IsVerbal(draft.Root))
        {
            foreach (int owner in Owners(scene, @object)) { yield return owner; }
        }
        // "supplied the coast guard with a ship": who is supplied stands as the object.
        bool supplied = draft.Root is "AID" && @object >= 0 && frame.Phrase("with") >= 0;
        if (supplied) { yield return @object; }
        foreach (string preposition in Toward)
        {
            if (supplied && preposition == "with") { continue; }
            // "expelled from the country", "taken from his home".
            if (preposition == "from" && draft.Root == "COERCE" && draft.Mode is "deport" or "arrest") { continue; }
            if (preposition == "of" && @object < 0) { continue; }
            if (preposition == "in") { break; }
            if (frame.Phrase(preposition) is not (>= 0 and int phrase)) { continue; }
            if (!IsEventNoun(scene, phrase)) { yield return phrase; continue; }
            // "agreed to US mediation": whose mediation.
            foreach (int owner in Owners(scene, phrase)) { yield return owner; }
        }
        if (@object >= 0 && !(draft.Root == "ASSAULT" && (classes.Is(scene, @object, "WEAPONS") || classes.Is(scene, @object, "SHOT"))))
        {
            foreach (int owner in Owners(scene, @object)) { yield return owner; }
            // What is given is not who receives it.
            if (draft.Root is not ("AID" or "COOPERATE" or "MOBILIZE")) { yield return @object; }
        }
        if (frame.Complement >= 0)
        {
            foreach (int inner in Inside(scene, frame.Complement)) { yield return inner; }
        }
        if (draft.Root is "ASSAULT" or "COERCE" or "SANCTION" or "AID" or "PROTEST" && frame.Phrase("in") is >= 0 and int place) { yield return place; }
    }

    private bool IsEventNoun(EventScene scene, int token) => lexicon.NounsOf(scene.Noun(token)).Count > 0 && !classes.Is(scene, token, "HUMAN");

    /// <summary>"Haiti's efforts", "calls by Annan", "a Senegalese plan": whose the object is.</summary>
    private static IEnumerable<int> Owners(EventScene scene, int noun)
    {
        int[] children = scene.Parsed.Children(noun).ToArray();
        foreach (int child in children)
        {
            if (scene.Parsed.Tokens[child].Deprel == "nmod:poss") { yield return child; }
        }
        foreach (int child in children)
        {
            if (scene.Parsed.Is(child, "nmod") && scene.CaseOf(child) is "by" or "from" or "of" or "against" or "on" or "for" or "with" or "to") { yield return child; }
        }
        foreach (int child in children)
        {
            if (scene.Parsed.Is(child, "compound") || scene.Parsed.Is(child, "amod")) { yield return child; }
        }
    }

    /// <summary>The parties inside a complement: its subject, object, and phrases, nearest first.</summary>
    private static IEnumerable<int> Inside(EventScene scene, int clause)
    {
        ParsedText parsed = scene.Parsed;
        int[] children = parsed.Children(clause).ToArray();
        foreach (int child in children) { if (parsed.Is(child, "nsubj")) { yield return child; } }
        // "that the minister step down" with the verb read as a noun: its first word is the subject.
        foreach (int child in children) { if (scene.Upos(clause) == Upos.NOUN && parsed.Is(child, "compound") && child < clause) { yield return child; } }
        foreach (int child in children) { if (parsed.Is(child, "obj") || parsed.Is(child, "iobj")) { yield return child; } }
        foreach (int child in children)
        {
            if (!parsed.Is(child, "obj")) { continue; }
            foreach (int owner in Owners(scene, child)) { yield return owner; }
        }
        foreach (int child in children) { if (parsed.Is(child, "obl")) { yield return child; } }
        foreach (int child in children)
        {
            if (!parsed.Is(child, "obl")) { continue; }
            foreach (int owner in Owners(scene, child)) { yield return owner; }
        }
        foreach (int child in children)
        {
            if (!parsed.Is(child, "xcomp") && !parsed.Is(child, "advcl")) { continue; }
            foreach (int inner in parsed.Children(child).ToArray()) { if (parsed.Is(inner, "obj") || parsed.Is(inner, "obl")) { yield return inner; } }
        }
    }

    private int StrengthOf(EventScene scene, int token, List<EventActor> found)
    {
        int strength = classes.Strength(scene, token);
        return found.Exists(f => f.Code?.Country is not null) ? Math.Max(strength, 2) : strength;
    }
}
