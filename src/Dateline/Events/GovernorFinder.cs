using Dateline.Text;

namespace Dateline.Events;

/// <summary>Which happening a time or place phrase belongs to: the first trigger above it in the tree.</summary>
internal static class GovernorFinder
{
    private const int MostSteps = 8;

    /// <summary>Tokens from the phrase's head up to the verb that governs it, at most <see cref="MostSteps"/>; verbs end the climb.</summary>
    public static IEnumerable<int> Above(EventScene scene, int token)
    {
        for (int at = token, steps = 0; at >= 0 && steps < MostSteps; at = scene.Head(at), steps++)
        {
            if (steps > 0) { yield return at; }
            if (steps > 0 && scene.Upos(at) is Upos.VERB && !scene.Parsed.Is(at, "amod")) { yield break; }
        }
    }

    /// <summary>The verbs that share a clause with the trigger: itself, its light verb, and those above through infinitives, participles and conjuncts.</summary>
    public static bool Shares(EventScene scene, EventDraft draft, int governor)
    {
        foreach (int head in draft.Heads) { if (head == governor) { return true; } }
        int at = draft.Predicate;
        for (int steps = 0; steps < MostSteps && at >= 0; steps++)
        {
            int above = scene.Head(at);
            if (above < 0) { return false; }
            string relation = scene.Parsed.Tokens[at].Deprel;
            bool open = relation is "xcomp" or "advcl" || (relation == "conj" && scene.Parsed.Child(at, "nsubj") < 0)
                || (draft.IsNoun && steps == 0 && relation is "nsubj" or "obj" or "obl" or "nsubj:pass" or "nmod");
            if (!open) { return false; }
            if (above == governor) { return true; }
            if (scene.Upos(at) == Upos.VERB && scene.Upos(above) != Upos.VERB && relation is not ("advcl" or "xcomp")) { return false; }
            at = above;
        }
        return false;
    }
}
