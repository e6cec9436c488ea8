using Dateline.Entities;
using Dateline.Knowledge;
using Dateline.Text;
using RoleKind = Dateline.Knowledge.RoleKind;

namespace Dateline.Places;

/// <summary>
/// A name as a place, or as something else: the powers of a country ("Moscow said", "Turkey's behaviour"), a part of another name ("Boston Globe", "Vietnam War"),
/// a person ("Paris Hilton"). Only places get a point.
/// </summary>
internal sealed class LiteralReader(ParsedText parsed, NameCover names, PlaceCues cues, RoleNounTable roles, Gazetteer gazetteer, IReadOnlySet<int> placeHeads)
{
    private const int MostClimbs = 12;
    private const uint KnownTown = 100_000;

    /// <summary>Why the name is no place; null when it is one. Sets <see cref="PlaceMention.HasCue"/> where a preposition puts something there.</summary>
    public string? Read(PlaceMention mention)
    {
        if (mention.First < 0) { return null; }
        if (Inside(mention) is { } inside) { return inside; }
        if (Hyphened(mention) is { } hyphened) { return hyphened.Length == 0 ? null : hyphened; }
        if (Embedded(mention) is { } embedded) { return embedded; }
        // The words right before it outweigh a tree that went astray: "in the United States and Canada has been linked".
        if (mention.Container is not null || PutBy(mention)) { return Cued(mention); }
        int head = Conjunct(mention.Head);
        return Relation(mention, head);
    }

    /// <summary>True when a preposition of place puts something at a name that begins at one token and is headed by another.</summary>
    public bool IsPut(int first, int head)
    {
        int start = parsed.SentenceOf(first).First;
        for (int i = first - 1; i >= start && i >= first - 3; i--)
        {
            if (parsed.Tokens[i].Upos is Upos.DET or Upos.ADJ || Directional(parsed.Form(i))) { continue; }
            if (PlaceWords.LoosePrepositions.Contains(parsed.Form(i))) { return true; }
            break;
        }
        return PrepositionOf(Conjunct(head)) is "in" or "at" or "near" or "inside" or "outside" or "along" or "into" or "across" or "through";
    }

    /// <summary>Inside the name of a person, a body or an event.</summary>
    private string? Inside(PlaceMention mention)
    {
        if (names.At(mention.Head) is not { } cover) { return null; }
        bool wider = cover.Span.Length > mention.Span.Length && cover.Span.Contains(mention.Span) && OneRun(cover.Span);
        bool known = IsWellKnown(mention);
        switch (cover.Type)
        {
            case EntityType.Person when wider: return "part of a person's name";
            case EntityType.Person: return names.IsPartOfPerson(mention.Span.In(parsed.Text)) || !(known || mention.Container is not null || PutBy(mention)) ? "person" : null;
            case EntityType.Organization when wider: return "part of an organization's name";
            case EntityType.Event or EntityType.Other when wider: return "part of another name";
            case EntityType.Organization when !known && mention.Container is null && !PutBy(mention): return "organization";
            default: return null;
        }
    }

    /// <summary>True for a name without a comma or preposition in it; "Marion, Ohio" taken for one name is two.</summary>
    private bool OneRun(TextSpan span)
    {
        (int first, int end) = parsed.TokensIn(span);
        for (int i = first; i < end; i++)
        {
            if (parsed.Form(i) is "," or ";" or "in" or "from" or "near") { return false; }
        }
        return true;
    }

    /// <summary>"in", "near", "across" … right before the name, past an article and adjectives.</summary>
    private bool PutBy(PlaceMention mention)
    {
        int first = parsed.SentenceOf(mention.First).First;
        for (int i = mention.First - 1; i >= first && i >= mention.First - 3; i--)
        {
            Token token = parsed.Tokens[i];
            if (token.Upos is Upos.DET or Upos.ADJ || Directional(parsed.Form(i))) { continue; }
            if (parsed.Form(i) is "and" or "or" or "," && mention.Beside is { } beside && beside.Last < mention.First) { return beside.Rejected is null && beside.HasCue; }
            return PlaceWords.Prepositions.Contains(parsed.Form(i)) && Free(mention);
        }
        return false;
    }

    /// <summary>False when a noun of persons or bodies follows: "in US troops", "in China policy".</summary>
    private bool Free(PlaceMention mention)
    {
        int next = mention.Last + 1;
        return next >= parsed.SentenceOf(mention.Last).End || parsed.Tokens[next].Upos is not (Upos.NOUN or Upos.PROPN) && parsed.Form(next) is not ("'s" or "’s");
    }

    /// <summary>"Calgary-based" is a place, "U.S.-led" and "US-China" are none; "" when it is one for certain.</summary>
    private string? Hyphened(PlaceMention mention)
    {
        int next = mention.Last + 1;
        bool joined = next + 1 < parsed.Tokens.Length && parsed.Form(next) is "-" or "–" && parsed.Tokens[next].Span.Start == mention.Span.End && parsed.Tokens[next + 1].Span.Start == parsed.Tokens[next].Span.End;
        if (joined)
        {
            ReadOnlySpan<char> word = parsed.Form(next + 1);
            if (word is "based" or "area" or "bound") { mention.HasCue = true; return ""; }
            if (char.IsLower(word[0])) { return "before a hyphen"; }
            return mention.Country is not null ? "one of two joined countries" : null;
        }
        int before = mention.First - 1;
        bool after = before > 0 && parsed.Form(before) is "-" or "–" && parsed.Tokens[before].Span.End == mention.Span.Start && parsed.Tokens[before - 1].Span.End == parsed.Tokens[before].Span.Start;
        return after && mention.Country is not null ? "one of two joined countries" : after && char.IsLower(parsed.Form(before - 1)[0]) ? "after a hyphen" : null;
    }

    /// <summary>A word of the same capitalised run hangs on it or bears it: "Air Zimbabwe", "Boston Globe", "Bank of England".</summary>
    private string? Embedded(PlaceMention mention)
    {
        int head = mention.Head;
        Token token = parsed.Tokens[head];
        int governor = token.Head;
        if (governor >= 0 && Named(governor) && (parsed.Is(head, "compound") || parsed.Is(head, "flat") || parsed.Is(head, "amod") || parsed.Is(head, "nmod")) && !(governor >= mention.First && governor <= mention.Last))
        {
            bool adjacent = governor == mention.Last + 1 || (governor > mention.Last && Run(mention.Last + 1, governor)) || (governor < mention.First && Run(governor, mention.First - 1));
            bool of = governor < mention.First && PrepositionOf(head) is "of" && mention.First - governor <= 3;
            if (adjacent && !of)
            {
                if (Spatial(governor)) { mention.NamesDivision = Division(parsed.Form(governor)); mention.HasCue = true; return null; }
                return "part of a longer name";
            }
        }
        foreach (int child in parsed.Children(head))
        {
            if (child >= mention.First && child <= mention.Last) { continue; }
            bool joins = parsed.Is(child, "flat") || (parsed.Is(child, "compound") && Named(child));
            if (!joins) { continue; }
            if (child == mention.Last + 1) { return "part of a longer name"; }
            if (child == mention.First - 1 && !Directional(parsed.Form(child))) { return "part of a longer name"; }
        }
        return null;
    }

    private string? Relation(PlaceMention mention, int head)
    {
        for (int climbs = 0; climbs < MostClimbs; climbs++)
        {
            Token token = parsed.Tokens[head];
            int governor = token.Head;
            if (governor < 0) { return null; }
            if (parsed.Is(head, "conj") || parsed.Is(head, "appos") || parsed.Is(head, "list")) { head = governor; continue; }
            if (parsed.Is(head, "nsubj") || parsed.Is(head, "csubj")) { return Subject(mention, head, governor); }
            if (parsed.Is(head, "obj") || parsed.Is(head, "iobj")) { return Object(mention, governor); }
            if (parsed.Is(head, "xcomp") && PrepositionOf(head) is null) { return Power(mention) ? "complement" : null; }
            if (parsed.Is(head, "nmod:poss")) { return Modifier(mention, governor, possessive: true); }
            if (parsed.Is(head, "compound") || parsed.Is(head, "amod") || parsed.Is(head, "flat")) { return Modifier(mention, governor, possessive: false); }
            if (parsed.Is(head, "obl") || parsed.Is(head, "nmod")) { return Oblique(mention, head, governor); }
            if (parsed.Is(head, "vocative")) { return "addressed"; }
            if (PrepositionOf(head) is { } word && cues.Find(CueUse.Preposition, word) == CueReading.Place) { mention.HasCue = true; return null; }
            return null;
        }
        return null;
    }

    private string? Subject(PlaceMention mention, int head, int verb)
    {
        ReadOnlySpan<char> lemma = parsed.Tokens[verb].Lemma;
        if (parsed.Is(head, "nsubj:pass"))
        {
            return cues.Find(CueUse.Object, lemma) == CueReading.Place || cues.Find(CueUse.Subject, lemma) == CueReading.Place || !Power(mention) ? null : "acted upon";
        }
        if (cues.Find(CueUse.Subject, lemma) == CueReading.Place) { return null; }
        if (cues.Find(CueUse.SubjectOfCount, lemma) == CueReading.Place && parsed.Child(verb, "obj") is int thing and >= 0 && cues.Find(CueUse.Count, parsed.Tokens[thing].Lemma) == CueReading.Place) { return null; }
        // "Syria is a country where": a copula with a noun of place.
        if (parsed.Child(verb, "cop") >= 0 && parsed.Tokens[verb].Upos is Upos.NOUN or Upos.PROPN or Upos.ADJ or Upos.NUM or Upos.ADV)
        {
            return cues.Find(CueUse.HeadNoun, lemma) == CueReading.Place || !Power(mention) || parsed.Tokens[verb].Upos is Upos.NOUN && roles.Find(lemma) is null ? null : "described as a power";
        }
        return parsed.Tokens[verb].Upos is Upos.VERB or Upos.AUX ? "acts" : null;
    }

    /// <summary>By the lemma, or by the form where the analyser has no good lemma for it ("fled").</summary>
    private string? Object(PlaceMention mention, int verb) =>
        (cues.Find(CueUse.Object, parsed.Tokens[verb].Lemma) ?? cues.Find(CueUse.Object, parsed.Form(verb))) == CueReading.Place ? Cued(mention) : "acted upon";

    private string? Modifier(PlaceMention mention, int noun, bool possessive)
    {
        ReadOnlySpan<char> lemma = parsed.Tokens[noun].Lemma;
        if (parsed.Form(Math.Min(mention.Last + 1, parsed.Tokens.Length - 1)) is "based") { return Cued(mention); }
        // "Turkey's Gaziantep": a place of a place.
        if (possessive && placeHeads.Contains(noun)) { return Cued(mention); }
        string lower = parsed.Tokens[noun].Lemma.ToLowerInvariant();
        CueReading? cue = cues.Find(CueUse.HeadNoun, lower) ?? cues.Find(CueUse.HeadNoun, parsed.Form(noun));
        // "the Karabakh conflict zone": the last noun of the compound tells.
        for (int steps = 0; cue is null && steps < MostClimbs && parsed.Is(noun, "compound") && parsed.Tokens[noun].Head > noun; steps++)
        {
            noun = parsed.Tokens[noun].Head;
            lower = parsed.Tokens[noun].Lemma.ToLowerInvariant();
            cue = cues.Find(CueUse.HeadNoun, lower);
        }
        if (cue == CueReading.Place || (possessive && (Superlative(noun) || cues.Find(CueUse.Count, lower) == CueReading.Place)))
        {
            mention.NamesDivision = !possessive && Division(lemma);
            mention.HasCue = true;
            return null;
        }
        if (cue == CueReading.Agent || roles.Find(lemma) is { Kind: not RoleKind.Unknown }) { return "modifies a person or body"; }
        return IsRegion(mention) ? null : "modifies";
    }

    /// <summary>"China's largest processor", "Vietnam's fourth infection": the largest there is in that place.</summary>
    private bool Superlative(int noun)
    {
        foreach (int child in parsed.Children(noun))
        {
            if (parsed.Is(child, "amod") && (parsed.Tokens[child].Xpos is "JJS" || PlaceWords.Ranks.Contains(parsed.Form(child)))) { return true; }
        }
        return false;
    }

    private string? Oblique(PlaceMention mention, int head, int governor)
    {
        if (PrepositionOf(head) is not { } word) { return null; }
        ReadOnlySpan<char> lemma = parsed.Tokens[governor].Lemma;
        switch (word)
        {
            case "of": return OfNoun(mention, governor, lemma);
            case "by": return parsed.Is(head, "obl:agent") || Power(mention) ? "agent" : null;
            case "from": return cues.Find(CueUse.FromNoun, lemma) == CueReading.Agent && Power(mention) ? "source" : Cued(mention);
            case "for" when cues.Find(CueUse.ForVerb, lemma) == CueReading.Place: return Cued(mention);
            case "to" when MovesPerson(governor): return Cued(mention);
            case "to": return (cues.Find(CueUse.ToVerb, lemma) == CueReading.Agent || cues.Find(CueUse.ToNoun, lemma) == CueReading.Agent) && Power(mention) ? "recipient" : Cued(mention);
            case "on": return cues.Find(CueUse.OnNoun, lemma) == CueReading.Place || !Power(mention) ? Cued(mention) : "target";
            // "cities like Beijing", "all states except Queensland".
            case "like" or "except" or "among" or "besides" when cues.Find(CueUse.HeadNoun, lemma) == CueReading.Place: return Cued(mention);
            // "shared among Tamil Nadu and Kerala": divisions, which no news takes for the powers of a country.
            case "among" when mention.Country is null: return Cued(mention);
            case "with" when cues.Find(CueUse.BetweenNoun, lemma) == CueReading.Place: return Cued(mention);
            case "between": return cues.Find(CueUse.BetweenNoun, lemma) == CueReading.Place || !Power(mention) ? Cued(mention) : "party";
            case "about" or "toward" or "towards" or "over" when Power(mention) && parsed.Tokens[governor].Upos != Upos.VERB: return "topic";
            case "about": return Power(mention) ? "topic" : null;
        }
        return cues.Find(CueUse.Preposition, word) switch
        {
            CueReading.Place => Cued(mention),
            CueReading.Agent when Power(mention) => "party",
            _ => null,
        };
    }

    /// <summary>"sending them to Italy", "brought the fighters to Tripoli": persons go to places, goods to powers.</summary>
    private bool MovesPerson(int verb) =>
        parsed.Tokens[verb].Upos == Upos.VERB && (parsed.Child(verb, "obj") is int thing and >= 0 || (thing = parsed.Child(verb, "iobj")) >= 0)
        && (parsed.Tokens[thing].Upos == Upos.PRON || roles.Find(parsed.Tokens[thing].Lemma) is { Kind: RoleKind.Person or RoleKind.Body });

    private string? OfNoun(PlaceMention mention, int noun, ReadOnlySpan<char> lemma)
    {
        if (cues.Find(CueUse.HeadNoun, lemma) == CueReading.Place) { return Cued(mention); }
        if (cues.Find(CueUse.OfNoun, lemma) == CueReading.Agent || (roles.Find(lemma) is { Kind: RoleKind.Person, Sector: not ("CVL" or "REF" or "MED" or "EDU" or "LAB" or "AGR") })) { return "of a person or body"; }
        return Named(noun) && names.At(noun) is { Type: EntityType.Organization } ? "part of a longer name" : null;
    }

    private static string? Cued(PlaceMention mention)
    {
        mention.HasCue = true;
        return null;
    }

    /// <summary>A country or capital, whose name news uses for its government.</summary>
    private bool Power(PlaceMention mention)
    {
        if (mention.Country is not null) { return true; }
        foreach ((int place, bool main) in mention.Candidates)
        {
            if (gazetteer.Feature(place) == "PPLC") { return true; }
            if (gazetteer.Kind(place) is PlaceKind.Admin1 or PlaceKind.Continent && main) { return true; }
        }
        return false;
    }

    /// <summary>A region or sea, whose name news never uses for a government: "the Karabakh issue", "the Atlantic hurricane season".</summary>
    private bool IsRegion(PlaceMention mention) => mention.Country is null && mention.Candidates.Any(c => c.Main && gazetteer.Kind(c.Place) is PlaceKind.Region or PlaceKind.Sea or PlaceKind.River or PlaceKind.Mountain && gazetteer.Population(c.Place) > 0);

    /// <summary>True when the name has some place that a reader knows without help.</summary>
    public bool IsWellKnown(PlaceMention mention) =>
        mention.Country is not null || mention.Candidates.Any(c => gazetteer.Population(c.Place) >= KnownTown || gazetteer.Kind(c.Place) is not (PlaceKind.City or PlaceKind.Admin2 or PlaceKind.Island));

    private int Conjunct(int head)
    {
        for (int climbs = 0; climbs < MostClimbs && parsed.Is(head, "conj") && parsed.Tokens[head].Head >= 0; climbs++) { head = parsed.Tokens[head].Head; }
        return head;
    }

    /// <summary>The preposition of a noun, in lower case; the last of several ("out of").</summary>
    private string? PrepositionOf(int noun)
    {
        string? word = null;
        foreach (int child in parsed.Children(noun))
        {
            if (parsed.Is(child, "case") && child < noun && parsed.Tokens[child].Upos == Upos.ADP) { word = parsed.Tokens[child].Lemma; }
        }
        return word;
    }

    private bool Named(int token) => parsed.Tokens[token].Upos == Upos.PROPN;

    private bool Run(int first, int last)
    {
        for (int i = first; i <= last; i++)
        {
            if (!Named(i) && parsed.Form(i) is not ("-" or "&" or ".")) { return false; }
        }
        return true;
    }

    private bool Spatial(int token) => cues.Find(CueUse.HeadNoun, parsed.Tokens[token].Lemma.ToLowerInvariant()) == CueReading.Place;

    private static bool Division(ReadOnlySpan<char> word) => PlaceWords.Divisions.Contains(word);

    private static bool Directional(ReadOnlySpan<char> word) => PlaceWords.Directions.Contains(word);
}
