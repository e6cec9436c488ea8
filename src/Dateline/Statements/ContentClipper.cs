using Dateline.Text;

namespace Dateline.Statements;

/// <summary>Two drafts of a sentence that hold each other's cue cannot both be right: the one read from the order of words keeps its extent, the other is cut to it.</summary>
/// <example>"France confirms that militants arrived, Macron told reporters": what France confirms ends before Macron.</example>
internal static class ContentClipper
{
    public static void Clip(StatementContext context)
    {
        List<Draft> sentence = [];
        int current = -1;
        foreach (Draft draft in context.Drafts.Where(d => d.CueHead >= 0).OrderBy(d => d.CueHead))
        {
            int index = context.Parsed.SentenceIndex(draft.CueHead);
            if (index != current) { sentence.Clear(); }
            current = index;
            foreach (Draft other in sentence) { ClipPair(draft, other); }
            if (sentence.Count < 30) { sentence.Add(draft); }
        }
    }

    private static void ClipPair(Draft a, Draft b)
    {
        if (a.CueSpan is not { } cueA || b.CueSpan is not { } cueB || !a.Holds(cueB.Start) || !b.Holds(cueA.Start)) { return; }
        Draft outer = IsTrusted(a) == IsTrusted(b) ? (a.Extent.Length >= b.Extent.Length ? a : b) : IsTrusted(a) ? a : b;
        Draft inner = outer == a ? b : a;
        TextSpan home = outer.Content.Find(p => p.Contains(inner.CueSpan!.Value.Start));
        if (home.IsEmpty) { return; }
        List<TextSpan> kept = [];
        foreach (TextSpan part in inner.Content)
        {
            TextSpan cut = new(Math.Max(part.Start, home.Start), Math.Min(part.End, home.End));
            if (!cut.IsEmpty) { kept.Add(cut); }
        }
        if (kept.Count == 0) { return; }
        inner.Content.Clear();
        inner.Content.AddRange(kept);
    }

    private static bool IsTrusted(Draft draft) => draft.Rule is "statements/cue-at-the-end" or "statements/cue-in-the-middle" or "statements/quotation-then-cue" or "statements/according-to";
}
