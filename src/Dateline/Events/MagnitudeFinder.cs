using Dateline.Quantities;
using Dateline.Text;

namespace Dateline.Events;

/// <summary>How many: quantities of the trigger's object or subject, measured by what befell them.</summary>
internal sealed class MagnitudeFinder(PloverLexicon lexicon, WordClasses classes)
{
    public void Find(EventScene scene, EventDraft draft, Frame? frame)
    {
        if (scene.Quantities.Count == 0) { return; }
        if (frame is not null)
        {
            int counted = draft.Root == "PROTEST" || frame.Object < 0 || (draft.Root is "CONSULT" or "REQUEST") ? frame.Subject : frame.Object;
            Add(scene, draft, counted);
            if (draft.IsNoun && draft.Head != counted) { Add(scene, draft, draft.Head); }
        }
        else { Add(scene, draft, draft.Head); }
        // "12 people died when gunmen opened fire": the toll stands in the clause above.
        int above = scene.Head(draft.Predicate);
        if (draft.Root == "ASSAULT" && above >= 0 && scene.Parsed.Is(draft.Predicate, "advcl") && scene.Parsed.Child(above, "nsubj") is >= 0 and int victims
            && scene.Upos(above) == Upos.VERB && (lexicon.IsA(scene.Verb(above), "DEADLY") || lexicon.IsA(scene.Verb(above), "HARM")))
        {
            Add(scene, draft, victims, lexicon.IsA(scene.Verb(above), "DEADLY") ? "dead" : "injured");
        }
        foreach (int child in scene.Parsed.Children(draft.Head))
        {
            if (draft.IsNoun && scene.Parsed.Is(child, "nmod") && scene.CaseOf(child) is "of" or "by") { Add(scene, draft, child); }
        }
    }

    private void Add(EventScene scene, EventDraft draft, int token, string? measure = null)
    {
        if (token < 0) { return; }
        TextSpan span = scene.Parsed.SubtreeSpan(token);
        TextSpan word = scene.Parsed.Tokens[token].Span;
        foreach (Quantity quantity in scene.Quantities)
        {
            if (quantity.Span.Start >= span.End) { break; }
            bool own = quantity.Head == token || quantity.Head == classes.Counted(scene, token) || quantity.Span.Overlaps(word)
                || (quantity.Head < 0 && quantity.Span.End <= word.Start && span.Contains(quantity.Span) && word.Start - quantity.Span.End < 30);
            if (!own || draft.Magnitudes.Exists(m => m.Quantity == quantity.Id)) { continue; }
            if (draft.IsNoun && token == draft.Head) { draft.Aggregate = quantity.Low > 1 || quantity.Vague == true; continue; }
            draft.Magnitudes.Add(new Magnitude
            {
                Quantity = quantity.Id,
                Measure = measure ?? Measure(scene, draft, token),
                Of = scene.Upos(classes.Counted(scene, token)) == Upos.NOUN ? scene.Parsed.Form(classes.Counted(scene, token)).ToString() : null,
                Scope = IsRunningTotal(scene, draft, quantity) ? MagnitudeScope.Cumulative : MagnitudeScope.Incident,
            });
        }
    }

    /// <summary>"the death toll rose to 40", "has killed 300 so far": a running total, no incident's own.</summary>
    private bool IsRunningTotal(EventScene scene, EventDraft draft, Quantity quantity)
    {
        // "the war has killed thousands", "have killed 5,000 since the coup": the perfect sums up.
        bool perfect = false;
        foreach (int child in scene.Parsed.Children(draft.Predicate)) { perfect |= scene.Parsed.Is(child, "aux") && scene.Lemma(child) == "have"; }
        int token = scene.Parsed.TokenAtOrAfter(quantity.Span.Start);
        if (token >= scene.Parsed.Tokens.Length) { return false; }
        Sentence sentence = scene.Parsed.SentenceOf(token);
        for (int i = sentence.First; i < sentence.End; i++)
        {
            if (lexicon.IsA(scene.Noun(i), "TOTALWORD") && !scene.Parsed.Is(i, "amod")) { return true; }
            if (perfect && (scene.IsForm(i, "since") || draft.Lemma is "war" or "conflict" or "insurgency")) { return true; }
            if (scene.IsForm(i, "so") && i + 1 < sentence.End && scene.IsForm(i + 1, "far")) { return true; }
        }
        return false;
    }

    /// <summary>"Air strikes <i>killed</i> 17 people": the verb over an event noun whose object is counted; else null.</summary>
    private static string? Kills(EventScene scene, EventDraft draft, int token) =>
        draft.IsNoun && draft.Predicate != draft.Head && draft.Frame?.Object == token && scene.Upos(draft.Predicate) == Upos.VERB ? scene.Verb(draft.Predicate) : null;

    /// <summary>"shot dead", "stabbed to death".</summary>
    private static bool EndsDead(EventScene scene, int verb)
    {
        if (verb + 1 < scene.Parsed.Tokens.Length && scene.Upos(verb) == Upos.VERB && scene.IsForm(verb + 1, "dead")) { return true; }
        foreach (int child in scene.Parsed.Children(verb))
        {
            if (child > verb && (scene.IsForm(child, "dead") || (scene.IsForm(child, "death") && scene.CaseOf(child) is "to"))) { return true; }
        }
        return false;
    }

    private string Measure(EventScene scene, EventDraft draft, int token)
    {
        string lemma = draft.Lemma.ToLowerInvariant();
        string counted = scene.Noun(classes.Counted(scene, token));
        if (draft.Root == "ASSAULT" && (lexicon.IsA(lemma, "DEADLY") || EndsDead(scene, draft.Predicate) || (Kills(scene, draft, token) is { } verb && lexicon.IsA(verb, "DEADLY")))) { return "dead"; }
        if (draft.Root == "ASSAULT" && Kills(scene, draft, token) is { } wounds && lexicon.IsA(wounds, "HARM")) { return "injured"; }
        if (lexicon.IsA(lemma, "HARM")) { return "injured"; }
        if (draft.Mode == "abduct") { return "captured"; }
        if (draft.Root == "COERCE" && draft.Mode == "arrest") { return "arrested"; }
        if (lemma is "displace" or "uproot" || draft.Mode == "deport") { return "displaced"; }
        if (draft.Root == "PROTEST") { return "crowd"; }
        if (lexicon.IsA(counted, "MONEY")) { return "money"; }
        if (draft.Root is "MOBILIZE" or "RETREAT" && classes.Is(scene, token, "ARMED"))
        {
            return classes.SectorOf(scene, token) == "REB" ? "fighters" : "troops";
        }
        return "other";
    }
}
