using Dateline.Text;

namespace Dateline.Statements;

/// <summary>Finds for each statement the narrowest other one whose content holds its cue. One sweep over the text.</summary>
internal static class ParentFinder
{
    /// <summary>Index of the parent, -1 for none.</summary>
    public static int[] Find(IReadOnlyList<Draft> drafts)
    {
        int[] parents = new int[drafts.Count];
        Array.Fill(parents, -1);
        List<(TextSpan Part, int Draft)> parts = [];
        for (int i = 0; i < drafts.Count; i++)
        {
            foreach (TextSpan part in drafts[i].Content) { parts.Add((part, i)); }
        }
        parts.Sort((a, b) => a.Part.CompareTo(b.Part));
        int[] order = [.. Enumerable.Range(0, drafts.Count)];
        Array.Sort(order, (a, b) => Anchor(drafts[a]) != Anchor(drafts[b]) ? Anchor(drafts[a]).CompareTo(Anchor(drafts[b])) : a.CompareTo(b));
        List<(TextSpan Part, int Draft)> active = [];
        int next = 0;
        foreach (int i in order)
        {
            int anchor = Anchor(drafts[i]);
            while (next < parts.Count && parts[next].Part.Start <= anchor) { active.Add(parts[next++]); }
            active.RemoveAll(p => p.Part.End <= anchor);
            int best = -1, bestLength = int.MaxValue;
            foreach ((TextSpan part, int d) in active)
            {
                if (d == i || part.Length >= bestLength || HoldEachOther(drafts[i], drafts[d])) { continue; }
                best = d;
                bestLength = part.Length;
            }
            parents[i] = best;
        }
        OpenRings(parents, drafts);
        return parents;
    }

    /// <summary>Three or more that hold each other's cues around are an error of the tree too: the longest of the ring has no parent.</summary>
    private static void OpenRings(int[] parents, IReadOnlyList<Draft> drafts)
    {
        int[] walk = new int[parents.Length];
        for (int start = 0; start < parents.Length; start++)
        {
            int at = start;
            for (; at >= 0 && walk[at] == 0; at = parents[at]) { walk[at] = start + 1; }
            if (at < 0 || walk[at] != start + 1) { continue; }
            int longest = at;
            for (int member = parents[at]; member != at; member = parents[member])
            {
                if (drafts[member].Extent.Length > drafts[longest].Extent.Length) { longest = member; }
            }
            parents[longest] = -1;
        }
    }

    private static int Anchor(Draft draft) => draft.CueSpan?.Start ?? draft.Extent.Start;

    /// <summary>Two that hold each other's cue are an error of the tree: only the longer one is a parent.</summary>
    private static bool HoldEachOther(Draft inner, Draft outer) => inner.Holds(Anchor(outer)) && inner.Extent.Length >= outer.Extent.Length;
}
