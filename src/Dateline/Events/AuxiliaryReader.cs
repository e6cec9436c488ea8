using Dateline.Text;

namespace Dateline.Events;

/// <summary>Tense and mood at the verb itself: auxiliaries, marks, "still" and "now".</summary>
internal static class AuxiliaryReader
{
    /// <summary>Adds to the state what stands at the verb.</summary>
    public static void Read(EventScene scene, int verb, ModalState state)
    {
        ParsedText parsed = scene.Parsed;
        bool progressive = scene.Xpos(verb) == "VBG", be = false, past = false;
        foreach (int child in parsed.Children(verb))
        {
            if (parsed.Is(child, "aux"))
            {
                string lemma = scene.Lemma(child).ToLowerInvariant();
                ReadOnlySpan<char> form = parsed.Form(child);
                if (lemma is "will" or "shall" or "'ll" || form.Equals("will", StringComparison.OrdinalIgnoreCase)) { state.Set(form.Equals("would", StringComparison.OrdinalIgnoreCase) ? Would(scene, verb) : Modality.Planned); }
                else if (form.Equals("would", StringComparison.OrdinalIgnoreCase) || form.Equals("'d", StringComparison.Ordinal)) { state.Set(Would(scene, verb)); }
                else if (lemma is "may" or "might" or "could" or "can") { state.Set(Modality.Hypothetical); }
                else if (lemma is "should") { state.Set(child < verb && IsInverted(scene, verb, child) ? Modality.Hypothetical : Modality.Demanded); }
                else if (lemma is "must" or "ought") { state.Set(Modality.Demanded); }
                if (lemma == "be") { be = true; past |= form.Equals("was", StringComparison.OrdinalIgnoreCase) || form.Equals("were", StringComparison.OrdinalIgnoreCase); }
            }
            else if (parsed.Is(child, "mark"))
            {
                string mark = scene.Lemma(child).ToLowerInvariant();
                if (mark is "if" or "unless" or "whether" or "lest" or "in case") { state.Set(Modality.Hypothetical); }
                if (mark == "to" && (parsed.Child(verb, "aux") is >= 0 and int aux && scene.Lemma(aux) == "be" || parsed.Child(verb, "cop") >= 0)) { state.Set(Modality.Planned); }
                if (mark == "to" && (parsed.Is(verb, "root") || (parsed.Is(verb, "acl") && IsHeadline(scene, verb)))) { state.Set(Modality.Planned); }
                // "were due to arrive".
                if (mark == "due" && scene.Xpos(verb) == "VB") { state.Set(Modality.Planned); }
                if (mark == "without") { state.Negated = true; }
            }
            else if (parsed.Is(child, "advmod") && IsOngoingWord(scene, child)) { state.Ongoing = true; }
        }
        NegationReader.Read(scene, verb, state);
        if (progressive && be && !past) { state.Ongoing = true; }
        if (scene.Lemma(verb) == "go" && progressive && parsed.Child(verb, "xcomp") >= 0) { state.Ongoing = false; state.Set(Modality.Planned); }
    }

    private static bool IsHeadline(EventScene scene, int token) => scene.RoleOf(token) is Stories.BlockRole.Headline or Stories.BlockRole.Deck || scene.Parsed.SentenceOf(token).First == 0;

    private static bool IsInverted(EventScene scene, int verb, int aux) =>
        scene.Parsed.Child(verb, "nsubj") is >= 0 and int subject && aux < scene.Parsed.Left(subject);

    private static bool IsOngoingWord(EventScene scene, int token) => scene.IsForm(token, "still") || scene.IsForm(token, "now");

    /// <summary>"would" is future seen from the past ("said it would station"), unless a condition is near ("would … if").</summary>
    private static Modality Would(EventScene scene, int verb)
    {
        foreach (int child in scene.Parsed.Children(verb))
        {
            if (scene.Parsed.Is(child, "advcl") && scene.Parsed.Child(child, "mark") is >= 0 and int mark && scene.Lemma(mark) is "if" or "unless") { return Modality.Hypothetical; }
        }
        return scene.Parsed.Is(verb, "ccomp") || scene.Parsed.Is(verb, "conj") || scene.Parsed.Is(verb, "acl") ? Modality.Planned : Modality.Hypothetical;
    }
}
