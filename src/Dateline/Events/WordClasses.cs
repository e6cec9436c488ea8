using Dateline.Entities;
using Dateline.Knowledge;
using Dateline.Places;
using Dateline.Text;

namespace Dateline.Events;

/// <summary>Decides whether a noun phrase, by its head token, is of a class: actor, armed, place, aid …</summary>
internal sealed class WordClasses(PloverLexicon lexicon)
{
    private const int MostQuantifiers = 3;

    /// <summary>True when the phrase bears the class or its head is the lemma itself.</summary>
    public bool Is(EventScene scene, int token, string @class)
    {
        int head = Counted(scene, token);
        string lemma = scene.Noun(head);
        return @class switch
        {
            "ACTOR" => Strength(scene, head) >= 2 || IsPlaceActor(scene, head),
            "HUMAN" => IsHuman(scene, head, lemma),
            "ARMED" => SectorOf(scene, head) is "MIL" or "REB" or "COP" or "PRM" or "UAF" || lexicon.IsA(lemma, "WEAPONS") && lexicon.SectorOf(lemma) == "MIL",
            "POLICE" => SectorOf(scene, head) is "COP",
            "STATE" => SectorOf(scene, head) is "GOV" or "LEG" or "IGO" || IsCountry(scene, head),
            "COURT" => SectorOf(scene, head) is "JUD" || lexicon.IsA(lemma, "COURT"),
            "POLITICIAN" => SectorOf(scene, head) is "PTY" or "LEG" || (SectorOf(scene, head) is "GOV" && scene.EntityAt(head)?.Type == EntityType.Person),
            "PARLIAMENT" => SectorOf(scene, head) is "LEG" || lexicon.IsA(lemma, "PARLIAMENT"),
            "PROTESTERS" => SectorOf(scene, head) is "OPP",
            "WORKERS" => SectorOf(scene, head) is "LAB" || lexicon.IsA(lemma, "WORKERS"),
            "IGO" => SectorOf(scene, head) is "IGO",
            "NGO" => SectorOf(scene, head) is "NGO" || lexicon.IsA(lemma, "NGO"),
            "SPY" => SectorOf(scene, head) is "SPY",
            "MED" => SectorOf(scene, head) is "MED",
            "PRISONER" => SectorOf(scene, head) is "PRE" || lexicon.IsA(lemma, "PRISONER"),
            "TROOPS" => SectorOf(scene, head) is "MIL" or "REB" or "COP" or "PRM",
            "REFUGEE" => SectorOf(scene, head) is "REF" || lexicon.IsA(lemma, "REFUGEE"),
            "GOVERNMENT" => SectorOf(scene, head) is "GOV" || lexicon.IsA(lemma, "GOVERNMENT"),
            "PARTYORG" => SectorOf(scene, head) is "PTY" or "OPP" || lexicon.IsA(lemma, "PARTYORG") || scene.EntityAt(head)?.Type == EntityType.Organization,
            "DIPLOMAT" => lexicon.IsA(lemma, "DIPLOMAT"),
            "PLACE" => scene.EntityAt(head)?.Type == EntityType.Place || scene.PlaceAt(head) is not null || IsCountry(scene, head),
            "TERRITORY" => scene.EntityAt(head)?.Type == EntityType.Place || lexicon.IsA(lemma, "TERRITORY") || scene.PlaceAt(head) is not null,
            "ASSAULTS" => IsEventNoun(scene, head, lemma, "ASSAULT"),
            "PROTESTS" => IsEventNoun(scene, head, lemma, "PROTEST") || lexicon.IsA(lemma, "PROTESTS"),
            // "tear gas" is no weapon of war.
            "CHEMICAL" => lexicon.IsA(lemma, "CHEMICAL") && !(head > 0 && lemma == "gas" && (scene.IsForm(head - 1, "tear") || scene.IsForm(head - 1, "pepper"))),
            "EMERGENCY" => lemma == "emergency" || IsEmergency(scene, head, lemma),
            _ => char.IsUpper(@class[0]) ? lexicon.IsA(lemma, @class) || HollowIs(scene, head, lemma, @class) : lemma == @class,
        };
    }

    /// <summary>True when the phrase bears one of the classes; no classes: true.</summary>
    public bool IsAny(EventScene scene, int token, IReadOnlyList<string> classes)
    {
        foreach (string @class in classes)
        {
            if (Is(scene, token, @class)) { return true; }
        }
        return false;
    }

    /// <summary>How well an actor is known: 3 by country or body, 2 by a public role, 1 a person of no known part, 0 no actor.</summary>
    public int Strength(EventScene scene, int token)
    {
        int head = Counted(scene, token);
        Entity? entity = scene.EntityAt(head);
        if (entity is not null)
        {
            if (entity.Code is { } code && (code.Country is not null || code.Organization is not null || code.Sector is not (null or "CVL" or "BUS" or "EDU"))) { return 3; }
            if (entity.Type == EntityType.Country) { return 3; }
            if (entity.Role is not null) { return 2; }
            if (entity.Type == EntityType.Organization) { return 2; }
            // A region or city that acts.
            if (entity.Type == EntityType.Place && scene.PlaceAt(head)?.Country is not null) { return 2; }
        }
        string? sector = SectorOf(scene, head);
        if (sector is not null and not ("CVL" or "BUS" or "EDU" or "CRM")) { return 2; }
        if (sector is not null && HasCountry(scene, head)) { return 2; }
        return sector is not null || entity?.Type is EntityType.Person or EntityType.Group || IsPersonPronoun(scene, head)
            || scene.Upos(head) == Upos.NUM || lexicon.IsA(scene.Noun(head), "QUANTIFIER") ? 1 : 0;
    }

    /// <summary>PLOVER sector of the phrase: its entity's, else that of its noun.</summary>
    public string? SectorOf(EventScene scene, int token)
    {
        int head = Counted(scene, token);
        Entity? entity = scene.EntityAt(head);
        string? noun = scene.Upos(head) is Upos.NOUN or Upos.PROPN or Upos.ADJ ? lexicon.SectorOf(scene.Noun(head)) : null;
        if (entity?.Code is { IsGiven: true } given) { return given.Sector; }
        // "rebel leaders": the entity's own code tells more than a broad noun.
        if (noun is "GOV" or "CVL" && entity?.Code?.Sector is { } own and not ("GOV" or "CVL")) { return own; }
        // A noun that says what they are tells more than a broad code.
        if (noun is not null && (entity?.Code?.Sector is null or "GOV" or "CVL" || scene.Upos(head) == Upos.NOUN)) { return noun; }
        return entity?.Code?.Sector ?? noun;
    }

    /// <summary>"dozens of protesters": the counted noun; else the token itself.</summary>
    public int Counted(EventScene scene, int token)
    {
        for (int step = 0; step < MostQuantifiers; step++)
        {
            if (!lexicon.IsA(scene.Lemma(token), "QUANTIFIER") && scene.Upos(token) != Upos.NUM) { return token; }
            int inner = -1;
            foreach (int child in scene.Parsed.Children(token))
            {
                if (scene.Parsed.Is(child, "nmod") && scene.CaseOf(child) is "of" or "among") { inner = child; break; }
            }
            // "part of a programme" with the programme hung elsewhere.
            if (inner < 0 && token + 2 < scene.Parsed.Tokens.Length && scene.IsForm(token + 1, "of") && scene.Parsed.Is(token + 1, "case") && scene.Head(token + 1) > token) { inner = scene.Head(token + 1); }
            if (inner < 0) { return token; }
            token = inner;
        }
        return token;
    }

    /// <summary>"martial law", "emergency rule", "state of emergency", "state of siege".</summary>
    private static bool IsEmergency(EventScene scene, int head, string lemma)
    {
        if (lemma is not ("law" or "rule" or "state")) { return false; }
        foreach (int child in scene.Parsed.Children(head))
        {
            string word = scene.Lemma(child).ToLowerInvariant();
            if (word is "martial" or "emergency" || (word == "siege" && scene.CaseOf(child) == "of")) { return true; }
        }
        return false;
    }

    /// <summary>"curfew hours", "gas supplies", "a package of sanctions": the modifier says what it is.</summary>
    private bool HollowIs(EventScene scene, int head, string lemma, string @class)
    {
        if (!lexicon.IsA(lemma, "HOLLOW")) { return false; }
        foreach (int child in scene.Parsed.Children(head))
        {
            if ((scene.Parsed.Is(child, "compound") || (scene.Parsed.Is(child, "nmod") && scene.CaseOf(child) == "of")) && lexicon.IsA(scene.Noun(child), @class)) { return true; }
        }
        return false;
    }

    /// <summary>A common noun that tells an event and no people: "talks", "request".</summary>
    public bool IsHappening(EventScene scene, int token) => scene.Upos(token) == Upos.NOUN && scene.Noun(token) is var lemma && lexicon.NounsOf(lemma).Count > 0 && lexicon.SectorOf(lemma) is null;

    private bool IsEventNoun(EventScene scene, int head, string lemma, string root)
    {
        foreach (NounSense sense in lexicon.NounsOf(lemma))
        {
            if (sense.Root != root) { continue; }
            // "artillery fire": the modifier makes it one.
            if (sense.Before.Length == 0 || (sense.Before.Length == 1 && head > 0 && scene.Noun(head - 1) == sense.Before[0])) { return true; }
        }
        return false;
    }

    private bool IsHuman(EventScene scene, int head, string lemma)
    {
        if (scene.EntityAt(head)?.Type is EntityType.Person or EntityType.Group) { return true; }
        return lexicon.SectorOf(lemma) is not null || IsPersonPronoun(scene, head)
            || CountryTable.Default.ByDemonym(scene.Parsed.Form(head)) is not null
            // "46 were killed", "dozens were wounded": a bare number is of people.
            || scene.Upos(head) == Upos.NUM || lexicon.IsA(lemma, "QUANTIFIER");
    }

    private static bool IsPersonPronoun(EventScene scene, int head) =>
        scene.Upos(head) == Upos.PRON && !scene.IsForm(head, "it") && !scene.IsForm(head, "this") && !scene.IsForm(head, "that") && !scene.IsForm(head, "which");

    private static bool IsCountry(EventScene scene, int head) =>
        scene.EntityAt(head)?.Type == EntityType.Country || scene.EntityAt(head)?.Code?.Sector == "GOV"
        || (scene.Upos(head) == Upos.PROPN && CountryTable.Default.ByName(scene.Parsed.Form(head)) is not null)
        || (scene.Upos(head) == Upos.ADJ && CountryTable.Default.ByDemonym(scene.Parsed.Form(head)) is not null);

    private static bool IsPlaceActor(EventScene scene, int head) => scene.PlaceAt(head) is Place { Kind: "country" } || IsCountry(scene, head);

    private static bool HasCountry(EventScene scene, int head)
    {
        foreach (int child in scene.Parsed.Children(head))
        {
            if (scene.Parsed.Is(child, "amod") && CountryTable.Default.ByDemonym(scene.Parsed.Form(child)) is not null) { return true; }
        }
        return false;
    }
}
