using Dateline.Text;

namespace Dateline.Events;

/// <summary>The phrases of a verb that may name its recipient, the likeliest first.</summary>
internal sealed class CandidateFinder(PloverLexicon lexicon, WordClasses classes)
{
    private static readonly string[] Toward = ["against", "with", "on", "upon", "to", "at", "from", "for", "toward", "towards", "into", "over", "of", "between", "among", "in"];
    private static readonly string[] Movers = ["CONSULT/visit", "MOBILIZE/troops"];

    /// <summary>Head tokens in the order in which they are tried.</summary>
    public IEnumerable<int> Candidates(EventScene scene, EventDraft draft, Frame frame)
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
        // "delivered wheat to Beira for families": people before the place it came to.
        if (draft.Root is "AID")
        {
            foreach (string preposition in (string[])["for", "to"]) { if (frame.Phrase(preposition) is >= 0 and int people && scene.Upos(people) == Upos.NOUN && classes.Is(scene, people, "HUMAN")) { yield return people; } }
        }
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
    private IEnumerable<int> Owners(EventScene scene, int noun)
    {
        int[] children = scene.Parsed.Children(noun).ToArray();
        foreach (int child in children)
        {
            if (scene.Parsed.Tokens[child].Deprel == "nmod:poss") { yield return child; }
        }
        foreach (int child in children)
        {
            if (scene.Parsed.Is(child, "nmod") && scene.CaseOf(child) is "by" or "from" or "of" or "against" or "on" or "for" or "with" or "to" && !scene.IsForm(child, "sorts")) { yield return child; }
        }
        foreach (int child in children)
        {
            if ((scene.Parsed.Is(child, "compound") || scene.Parsed.Is(child, "amod")) && !lexicon.IsA(scene.Lemma(child), "QUANTIFIER")) { yield return child; }
        }
    }

    /// <summary>The parties inside a complement: its subject, object, and phrases, nearest first.</summary>
    private IEnumerable<int> Inside(EventScene scene, int clause)
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
}
