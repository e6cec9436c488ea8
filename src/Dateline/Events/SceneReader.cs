using Dateline.Entities;
using Dateline.Places;
using Dateline.Stories;
using Dateline.Text;

namespace Dateline.Events;

/// <summary>Day and country that the words around a happening give it, where its own words give none; marked as inferred.</summary>
internal static class SceneReader
{
    /// <summary>How many paragraphs on a day is still that of the narrative.</summary>
    private const int MostParagraphs = 4;
    /// <summary>Days before the story in which a happening is still today's news.</summary>
    private const int NewsDays = 10;

    /// <summary>Completes joined drafts, in text order.</summary>
    public static void Fill(EventScene scene, List<EventDraft> drafts)
    {
        foreach (EventDraft draft in drafts)
        {
            if (draft.Root == "ACCUSE" && draft.Recipients.Count == 0) { Doers(drafts, draft); }
            if (draft.When is not { Basis: WhenBasis.Stated } && Day(scene, drafts, draft) is { } when) { draft.When = when; }
            if (draft.Place is null && draft.Origin is null) { draft.SceneCountry = SoleCountry(scene, draft) ?? AtHome(scene, draft) ?? AtDateline(scene, draft); }
        }
    }

    /// <summary>"condemned the attack": those who, as the story tells elsewhere, made it.</summary>
    private static void Doers(List<EventDraft> drafts, EventDraft draft)
    {
        if (draft.Frame is not { Object: >= 0 and int deed }) { return; }
        if (drafts.Find(d => d.Root != draft.Root && d.Actors.Count > 0 && (d.Head == deed || d.Others.Exists(o => o.Head == deed))) is not { } told) { return; }
        foreach (EventActor doer in told.Actors)
        {
            if (!draft.Actors.Exists(a => PartyReader.Same(a, doer))) { draft.Recipients.Add(doer with { Inferred = true }); }
        }
    }

    /// <summary>"Rebels shelled the town on Monday. … The army shot back.": a deed in the simple past is of the day last told of the same parties.</summary>
    private static EventWhen? Day(EventScene scene, List<EventDraft> drafts, EventDraft draft)
    {
        if (draft.Modality != Modality.Actual || draft.Background || draft.Aggregate || scene.Story.ReferenceDate is not { } reference || !IsSimplePast(scene, draft)) { return null; }
        int block = scene.Parsed.SentenceOf(draft.Head).Block, reach = ActReader.IsVerbal(draft.Root) ? 1 : MostParagraphs;
        EventWhen? day = null;
        foreach (EventDraft other in drafts)
        {
            if (other.Head >= draft.Head) { break; }
            if (other.Background || other.Modality != Modality.Actual || block - scene.Parsed.SentenceOf(other.Head).Block > reach) { continue; }
            if (other.When is not { Precision: WhenPrecision.Day, Basis: not WhenBasis.Publication, Start: { } start } when || start > reference.Value || start.DayNumber < reference.Value.DayNumber - NewsDays) { continue; }
            if (Share(other, draft)) { day = when; }
        }
        return day is null ? null : day with { Basis = WhenBasis.Inferred };
    }

    private static bool IsSimplePast(EventScene scene, EventDraft draft)
    {
        int verb = draft.Predicate;
        if (scene.Upos(verb) != Upos.VERB) { return false; }
        foreach (int child in scene.Parsed.Children(verb))
        {
            if (!scene.Parsed.Is(child, "aux")) { continue; }
            if (!scene.IsForm(child, "was") && !scene.IsForm(child, "were")) { return false; }
        }
        return scene.Xpos(verb) is "VBD" or "VBN" && !scene.Parsed.Is(verb, "acl") && !scene.Parsed.Is(verb, "amod");
    }

    /// <summary>A party of one takes part in the other.</summary>
    private static bool Share(EventDraft a, EventDraft b)
    {
        foreach (EventActor x in a.Actors.Concat(a.Recipients))
        {
            foreach (EventActor y in b.Actors.Concat(b.Recipients))
            {
                if ((x.Entity is not null && x.Entity == y.Entity) || (x.Code?.Country is { } country && country == y.Code?.Country)) { return true; }
            }
        }
        return false;
    }

    /// <summary>The one country that all places of the sentence lie in, for deeds done somewhere.</summary>
    private static string? SoleCountry(EventScene scene, EventDraft draft)
    {
        if (ActReader.IsVerbal(draft.Root) || draft.Root is "CONSULT") { return null; }
        Sentence sentence = scene.Parsed.SentenceOf(draft.Head);
        string? sole = null;
        foreach (Place place in scene.Places)
        {
            if (place.Span.End <= sentence.Span.Start || place.Country is null) { continue; }
            if (place.Span.Start >= sentence.Span.End) { break; }
            if (sole is not null && sole != place.Country) { return null; }
            sole = place.Country;
        }
        return sole;
    }

    /// <summary>"South Korea evacuated people in the town of Yeoncheon": where a state helps or compels in a place of which nothing is known, it is at home.</summary>
    private static string? AtHome(EventScene scene, EventDraft draft)
    {
        if (draft.Root is not ("AID" or "COERCE") || draft.Actors.Count != 1 || draft.Actors[0].Code is not { Country: { } home, Sector: "GOV" or "COP" or "MIL" }) { return null; }
        foreach ((Entity entity, Mention mention) in scene.Entities.In(scene.Parsed.SentenceOf(draft.Head).Span))
        {
            if (entity.Type == EntityType.Place && entity.Code?.Country is null && scene.PlaceAt(mention.Head) is null && (scene.CaseOf(mention.Head) ?? "of") is "in" or "at" or "near" or "of" && scene.Parsed.IsUnder(mention.Head, draft.Predicate)) { return home; }
        }
        return null;
    }

    /// <summary>"HANOI — The American minister on Wednesday accused China": who speaks abroad, where the story is datelined and the lead tells it, speaks there.</summary>
    private static string? AtDateline(EventScene scene, EventDraft draft)
    {
        if (!ActReader.IsVerbal(draft.Root) || draft.Chain.Count > 0 || draft.Actors.Count != 1 || scene.Entities.ById(draft.Actors[0].Entity) is not { Type: EntityType.Person, Code.Country: { } home }) { return null; }
        if (scene.Story.Dateline is not { } dateline || scene.Places.FirstOrDefault(p => dateline.Span.Contains(p.Span)) is not { Country: { } country } || country == home) { return null; }
        int lead = -1;
        for (int i = 0; i < scene.Story.Blocks.Count && lead < 0; i++) { if (scene.Story.Blocks[i].Role == BlockRole.Paragraph) { lead = i; } }
        return scene.Parsed.SentenceOf(draft.Head).Block is var block && block >= lead && block <= lead + 1 ? country : null;
    }
}
