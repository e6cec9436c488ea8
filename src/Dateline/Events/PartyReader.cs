using Dateline.Text;

namespace Dateline.Events;

/// <summary>Fills a draft's actors and recipients from a frame or from the phrases of an event noun.</summary>
internal sealed class PartyReader(PloverLexicon lexicon, WordClasses classes, ActorFinder actors)
{
    private const int MostSteps = 8;
    private const int MostTokensAhead = 16;

    private readonly CandidateFinder _candidates = new(lexicon, classes);

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
        List<int> candidates = [.. _candidates.Candidates(scene, draft, frame)];
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
        // People who were hit are known before the place they were hit in, whose country they have.
        if (draft.Root == "ASSAULT" && draft.Recipients.Count > 0 && draft.Recipients.TrueForAll(r => r.Code?.Sector is "CVL")) { return; }
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

    private int StrengthOf(EventScene scene, int token, List<EventActor> found)
    {
        int strength = classes.Strength(scene, token);
        return found.Exists(f => f.Code?.Country is not null) ? Math.Max(strength, 2) : strength;
    }
}
