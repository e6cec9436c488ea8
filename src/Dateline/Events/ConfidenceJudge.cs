using Dateline.Text;

namespace Dateline.Events;

/// <summary>How sure the coding is: trigger, parties, and how near the main clause it stands.</summary>
internal static class ConfidenceJudge
{
    private const double Base = 0.45;
    private const double SureTrigger = 0.08;
    private const double PerActorStrength = 0.05;
    private const double PerRecipientStrength = 0.03;
    private const double MainClause = 0.14;
    private const double PerLevel = 0.04;
    private const double OwnArguments = 0.03;

    public static double Of(EventScene scene, EventDraft draft)
    {
        double value = Base + (draft.Sure ? SureTrigger : 0) + (PerActorStrength * draft.ActorStrength) + (PerRecipientStrength * draft.RecipientStrength);
        int depth = Depth(scene.Parsed, draft.Predicate);
        value += MainClause - (PerLevel * Math.Min(depth, 6));
        if (draft.IsNoun && draft.Predicate == draft.Head) { value -= 0.06; }
        if (draft.Place is not null) { value += OwnArguments; }
        if (draft.Time is not null) { value += OwnArguments; }
        if (draft.Frame is { Inherited: true }) { value -= 0.03; }
        if (draft.Background) { value -= 0.08; }
        if (draft.Modality == Modality.Hypothetical) { value -= 0.08; }
        if (draft.Modality == Modality.Demanded) { value -= 0.08; }
        if (draft.Polarity == EventPolarity.Negated) { value -= 0.05; }
        if (draft.Phase is Phase.Foiled or Phase.Cancelled) { value -= 0.08; }
        if (draft.Purpose) { value -= 0.12; }
        if (draft.Rule == "events/statement-act") { value -= 0.12; }
        return Math.Clamp(value, 0.05, 0.99);
    }

    /// <summary>Clauses above; the clause of a plain "said" does not count.</summary>
    private static int Depth(ParsedText parsed, int token)
    {
        int depth = 0;
        for (int at = token, steps = 0; parsed.Tokens[at].Head >= 0 && steps < 30; at = parsed.Tokens[at].Head, steps++)
        {
            int head = parsed.Tokens[at].Head;
            string relation = parsed.Tokens[at].Deprel;
            if (relation == "ccomp" || relation == "parataxis") { depth += IsSpeech(parsed, head) ? 0 : 1; }
            else if (relation is "conj") { depth += head < at ? 1 : 0; }
            else if (relation is "advcl" or "acl" or "acl:relcl" or "appos") { depth += 2; }
            else if (relation is "xcomp" or "nmod" or "obl") { depth += 1; }
        }
        return depth;
    }

    private static bool IsSpeech(ParsedText parsed, int token) => PloverLexicon.Default.IsA(parsed.Tokens[token].Lemma, "SPEECH");
}
