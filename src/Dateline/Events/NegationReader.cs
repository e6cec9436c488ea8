using Dateline.Text;

namespace Dateline.Events;

/// <summary>"not", "never", "no", "nobody", "without" at a verb or a noun.</summary>
internal static class NegationReader
{
    /// <summary>Marks the state where a word denies the token.</summary>
    public static void Read(EventScene scene, int token, ModalState state)
    {
        ParsedText parsed = scene.Parsed;
        foreach (int child in parsed.Children(token))
        {
            string lemma = scene.Lemma(child).ToLowerInvariant();
            if (parsed.Is(child, "advmod") && lemma is "not" or "never" or "n't" or "nowhere") { state.Negated = !scene.IsForm(child + 1 < parsed.Tokens.Length ? child + 1 : child, "only"); }
            else if (parsed.Is(child, "det") && lemma is "no" or "neither") { state.Negated = true; }
            else if (parsed.Is(child, "nsubj") || parsed.Is(child, "obj"))
            {
                if (lemma is "nobody" or "none" or "nothing" or "no-one") { state.Negated = true; }
                foreach (int inner in parsed.Children(child))
                {
                    if (parsed.Is(inner, "det") && scene.Lemma(inner).ToLowerInvariant() is "no" or "neither") { state.Negated = true; }
                    if (scene.Lemma(inner).ToLowerInvariant() is "not" && inner < child) { state.Negated = true; }
                }
            }
            else if (parsed.Is(child, "case") && lemma == "without") { state.Negated = true; }
        }
        int verb = scene.Head(token);
        if (verb >= 0 && scene.Upos(token) == Upos.NOUN && scene.Parsed.Child(verb, "expl") >= 0)
        {
            foreach (int child in parsed.Children(verb)) { if (parsed.Is(child, "advmod") && scene.Lemma(child) is "not" or "n't" or "never") { state.Negated = true; } }
        }
    }
}
