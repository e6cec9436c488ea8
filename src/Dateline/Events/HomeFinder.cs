using Dateline.Entities;
using Dateline.Knowledge;
using Dateline.Text;

namespace Dateline.Events;

/// <summary>The state of an official of whom no words say which: the only country whose own people, courts, parliament or elections the sentence speaks of.</summary>
internal sealed class HomeFinder(PloverLexicon lexicon)
{
    /// <summary>"President Levy Mwanawasa … the Zambian people": ZMB; null when none or several come into question.</summary>
    public string? Of(EventScene scene, Entity person, int token)
    {
        if (person.Type != EntityType.Person || person.Role is null || person.Code is not { Country: null, Organization: null, Sector: "GOV" or "LEG" or "MIL" or "JUD" }) { return null; }
        Sentence sentence = scene.Parsed.SentenceOf(token);
        string? home = null;
        for (int i = sentence.First; i < sentence.End; i++)
        {
            if (scene.Upos(i) != Upos.NOUN || !lexicon.IsA(scene.Noun(i), "DOMESTIC")) { continue; }
            if (Owner(scene, i) is not { } country) { continue; }
            if (home is not null && home != country) { return null; }
            home = country;
        }
        return home;
    }

    private static string? Owner(EventScene scene, int noun)
    {
        foreach (int child in scene.Parsed.Children(noun))
        {
            if (child > noun || !(scene.Parsed.Is(child, "amod") || scene.Parsed.Is(child, "compound") || scene.Parsed.Is(child, "nmod"))) { continue; }
            if (CountryTable.Default.ByDemonym(scene.Parsed.Form(child)) is { } people) { return people.Code; }
            if (scene.EntityAt(child)?.Code?.Country is { } code) { return code; }
        }
        return null;
    }
}
