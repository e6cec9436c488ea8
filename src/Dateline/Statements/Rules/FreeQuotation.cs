using Dateline.Text;

namespace Dateline.Statements.Rules;

/// <summary>Quotations without a cue of their own, read when all cues are known: they go on the statement right before them, else the speaker is carried over.</summary>
/// <example>Adding that he had not called, he laughed. "We will meet this weekend." -> the quotation is his.</example>
/// <seealso href="specs/statements/continuations.md"/>
internal static class FreeQuotation
{
    /// <summary>A speaker is carried over at most this many paragraphs.</summary>
    private const int LongestCarry = 2;
    private const int LongestLook = 50;
    private const double Joined = 0.75, Carried = 0.6, Implied = 0.5;

    public static void Apply(StatementContext context)
    {
        if (context.FreeQuotations.Count == 0) { return; }
        List<Draft> byEnd = [.. context.Drafts.Where(d => d.Speaker.Found || d.CarriedFrom is not null).OrderBy(EndOf)];
        foreach ((int q, Draft? lastQuoted) in context.FreeQuotations)
        {
            Quotation here = context.Quotations.Outer[q];
            Draft? before = Before(byEnd, here.Span.Start);
            int apart = before is null ? int.MaxValue : Apart(context, before, here);
            if (before is not null && (apart == 0 || (here.Continues && apart == 1)) && IsNeighbour(context, before, here))
            {
                before.Content.Add(here.Span);
                before.Confidence = Math.Min(before.Confidence, Joined);
                if (before.Form is StatementForm.Indirect) { before.Form = null; }
                Reorder(byEnd, before);
                continue;
            }
            Draft? speaker = before is not null && apart <= 1 && IsNeighbour(context, before, here) ? before : lastQuoted;
            if (speaker is null || Apart(context, speaker, here) > LongestCarry) { continue; }
            Draft implied = New(context, speaker, speaker == before ? Carried : Implied);
            implied.Content.Add(here.Span);
            context.Keep(implied);
            Reorder(byEnd, implied);
        }
    }

    private static Draft New(StatementContext context, Draft speaker, double confidence) => new()
    {
        Rule = "statements/free-standing-quotation",
        Word = context.Lexicon.Verbs("say")[0],
        CarriedFrom = speaker,
        Form = StatementForm.Direct,
        Confidence = confidence,
    };

    private static int EndOf(Draft draft) => Math.Max(draft.Extent.End, draft.CueSpan?.End ?? 0);

    /// <summary>The draft that ends last before the offset; of several that end together the longest, which holds the others.</summary>
    private static Draft? Before(List<Draft> byEnd, int offset)
    {
        int low = 0, high = byEnd.Count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (EndOf(byEnd[middle]) <= offset) { low = middle + 1; } else { high = middle; }
        }
        Draft? best = null;
        for (int i = low - 1; i >= 0 && i >= low - LongestLook; i--)
        {
            if (best is null || byEnd[i].Holds(best.CueSpan?.Start ?? best.Extent.Start)) { best = byEnd[i]; }
        }
        return best;
    }

    private static void Reorder(List<Draft> byEnd, Draft draft)
    {
        byEnd.Remove(draft);
        int at = byEnd.Count;
        while (at > 0 && EndOf(byEnd[at - 1]) > EndOf(draft)) { at--; }
        byEnd.Insert(at, draft);
    }

    private static int Apart(StatementContext context, Draft draft, Quotation here)
    {
        int token = context.Parsed.TokenAtOrAfter(EndOf(draft)) - 1;
        return token < 0 ? int.MaxValue : context.NarrativeBlocksBetween(context.Parsed.SentenceOf(token).Block, here.Block);
    }

    /// <summary>True when no sentence stands between the statement's and the quotation.</summary>
    private static bool IsNeighbour(StatementContext context, Draft draft, Quotation here)
    {
        int last = context.Parsed.TokenAtOrAfter(EndOf(draft)) - 1, first = context.Parsed.TokenAtOrAfter(here.Span.Start);
        return last >= 0 && first < context.Parsed.Tokens.Length && context.Parsed.SentenceIndex(first) - context.Parsed.SentenceIndex(last) <= 1;
    }
}
