using Dateline.Places;

namespace Dateline.Events;

/// <summary>Where a happening was: place phrases under its clause, and for movements origin, way and destination.</summary>
internal sealed class WhereFinder(PloverLexicon lexicon)
{
    /// <summary>Sets place, origin and way on the draft; returns further places of a list ("in Ohio, Iowa and Utah").</summary>
    public List<Place> Find(EventScene scene, EventDraft draft)
    {
        List<(Place Place, string? Preposition, bool Direct)> found = [];
        Text.Sentence sentence = scene.Parsed.SentenceOf(draft.Head);
        foreach (Place place in scene.Places)
        {
            if (place.Span.End <= sentence.Span.Start) { continue; }
            if (place.Span.Start >= sentence.Span.End) { break; }
            int head = place.Head >= 0 ? place.Head : scene.Parsed.HeadOf(place.Span);
            // "three states: Chad, Niger and Benin" act; it was not done there.
            if (head < 0 || draft.Actors.Exists(a => a.Span == place.Span && a.Code?.Sector is "GOV")) { continue; }
            string? preposition = PrepositionAbove(scene, head);
            bool first = true;
            foreach (int above in GovernorFinder.Above(scene, head))
            {
                if (draft.Heads.Contains(above)) { found.Add((place, preposition, true)); break; }
                if (first && GovernorFinder.Shares(scene, draft, above)) { found.Add((place, preposition, false)); break; }
                first = scene.Upos(above) != Text.Upos.VERB;
            }
        }
        bool moves = lexicon.IsA(draft.Lemma.ToLowerInvariant(), "MOVEMENT");
        List<Place> more = [];
        Place? chosen = null;
        int rank = -1;
        foreach ((Place place, string? preposition, bool direct) in found)
        {
            // "Islamists from Syria arrived": whence they are, not whence they came.
            if (moves && preposition is "from" or "out") { if (direct && !OfParty(scene, draft, place)) { draft.Origin ??= place; } continue; }
            if (moves && preposition is "via" or "through") { draft.Via ??= place; continue; }
            int own = Rank(place, preposition) + (direct ? 4 : 0);
            if (chosen is not null && own == rank && Listed(scene, chosen, place)) { more.Add(place); }
            else if (own > rank) { (chosen, rank) = (place, own); more.Clear(); }
        }
        if (moves && draft.Origin is null) { draft.Origin = OriginElsewhere(scene, draft, sentence); }
        draft.Place = chosen ?? (draft.Origin is null && !ActReader.IsVerbal(draft.Root) && draft.Root != "CONSULT" ? Lone(scene, sentence) ?? Before(scene, sentence) : null);
        // Who withdraws from a place does so there.
        if (draft.Root == "RETREAT") { draft.Place ??= draft.Origin; }
        return more;
    }

    /// <summary>The place is said of a noun, as "militants from Syria".</summary>
    private static bool OfParty(EventScene scene, EventDraft draft, Place place)
    {
        int head = place.Head >= 0 ? place.Head : scene.Parsed.HeadOf(place.Span);
        for (int at = head, steps = 0; at >= 0 && steps < 4; at = scene.Head(at), steps++)
        {
            if (scene.Parsed.Is(at, "nmod") && scene.CaseOf(at) is "from" && scene.Head(at) >= 0 && scene.Upos(scene.Head(at)) is Text.Upos.NOUN && !draft.Heads.Contains(scene.Head(at))) { return true; }
        }
        return false;
    }

    /// <summary>"militants, earlier taken out of Aleppo, were deployed": the way out told by another verb.</summary>
    private static Place? OriginElsewhere(EventScene scene, EventDraft draft, Text.Sentence sentence)
    {
        foreach (Place place in scene.Places)
        {
            if (place.Span.End <= sentence.Span.Start) { continue; }
            if (place.Span.Start >= sentence.Span.End) { break; }
            int head = place.Head >= 0 ? place.Head : scene.Parsed.HeadOf(place.Span);
            if (head >= 0 && place != draft.Place && PrepositionAbove(scene, head) is "out") { return place; }
        }
        return null;
    }

    /// <summary>The only place of a sentence that stands behind "in", "at" or "near".</summary>
    private static Place? Lone(EventScene scene, Text.Sentence sentence)
    {
        Place? lone = null;
        foreach (Place place in scene.Places)
        {
            if (place.Span.End <= sentence.Span.Start) { continue; }
            if (place.Span.Start >= sentence.Span.End) { break; }
            int head = place.Head >= 0 ? place.Head : scene.Parsed.HeadOf(place.Span);
            if (head < 0 || PrepositionAbove(scene, head) is not ("in" or "at" or "near" or "outside" or "inside")) { continue; }
            // "in Basra, Iraq" is one place told twice.
            if (lone is not null && lone.Country != place.Country) { return null; }
            lone ??= place;
        }
        return lone;
    }

    /// <summary>"The area", "the city" as subject or site: the place told last before.</summary>
    private Place? Before(EventScene scene, Text.Sentence sentence)
    {
        for (int i = sentence.First; i < sentence.End; i++)
        {
            if (scene.Upos(i) != Text.Upos.NOUN || !lexicon.IsA(scene.Noun(i), "PLACEWORD")) { continue; }
            // The article stands right before it, whatever the tree hangs it on.
            int det = scene.Parsed.Child(i, "det") is >= 0 and int own ? own : i - 1;
            if (det < 0 || scene.Lemma(det).ToLowerInvariant() is not ("the" or "this" or "that") || scene.Parsed.Child(i, "nmod") >= 0 || scene.Parsed.Child(i, "amod") >= 0) { continue; }
            int at = scene.Parsed.Tokens[i].Span.Start;
            Place? last = null;
            foreach (Place place in scene.Places)
            {
                if (place.Span.End > at) { break; }
                if (place.Precision is not PlacePrecision.Country) { last = place; }
            }
            return last;
        }
        return null;
    }

    private static int Rank(Place place, string? preposition)
    {
        int rank = preposition switch { "through" or "in" or "at" or "near" or "outside" or "inside" or "around" => 3, "on" or "to" or "into" or "across" or "off" or "along" or "over" or "against" => 2, "of" => 1, _ => 0 };
        // The town before its country: "in Basra, Iraq".
        return (2 * rank) + (place.Precision is PlacePrecision.Country or PlacePrecision.Region ? 0 : 1);
    }

    private static bool Listed(EventScene scene, Place first, Place second)
    {
        int a = first.Head, b = second.Head;
        return a >= 0 && b >= 0 && scene.Parsed.Is(b, "conj") && (scene.Head(b) == a || (scene.Head(b) >= 0 && scene.Head(b) == scene.Head(a)));
    }

    /// <summary>The preposition nearest above the name: "in" for "in the town of Cizre" is read at "town".</summary>
    private static string? PrepositionAbove(EventScene scene, int head)
    {
        int at = head;
        string? own = scene.CaseOf(at);
        for (int steps = 0; steps < 4; steps++)
        {
            if (own is not (null or "of")) { return own; }
            int above = scene.Head(at);
            if (above < 0 || scene.Upos(above) is Text.Upos.VERB) { return own; }
            at = above;
            own = scene.CaseOf(at) ?? own;
        }
        return own;
    }
}
