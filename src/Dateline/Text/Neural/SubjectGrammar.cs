namespace Dateline.Text.Neural;

/// <summary>What the grammar of English says of subjects where the arcs of a tree, each chosen for itself, contradict it.</summary>
internal sealed class SubjectGrammar
{
    private readonly int _conj, _cc, _subject, _object, _clause, _copula, _auxiliary;

    /// <summary>Takes the relations of a model.</summary>
    public SubjectGrammar(IReadOnlyList<string> deprel)
    {
        IList<string> relations = [.. deprel];
        (_conj, _cc, _subject, _object) = (relations.IndexOf("conj"), relations.IndexOf("cc"), relations.IndexOf("nsubj"), relations.IndexOf("obj"));
        (_clause, _copula, _auxiliary) = (relations.IndexOf("ccomp"), relations.IndexOf("cop"), relations.IndexOf("aux"));
    }

    /// <summary>"Kenya and the rebels had been talking": a further subject with an "and" of its own is coordinated with the one before. Returns how many subjects are left, in front.</summary>
    public int Join(Span<int> subjects, Span<int> heads, Span<int> deprel)
    {
        int left = Math.Min(1, subjects.Length);
        for (int k = 1; k < subjects.Length; k++)
        {
            int i = subjects[k], before = subjects[left - 1];
            if (ChildBetween(i, before, i, _cc, _cc, heads, deprel) >= 0) { (heads[i], deprel[i]) = (before, _conj); }
            else { subjects[left++] = i; }
        }
        return left;
    }

    /// <summary>"saying his refusal was a matter of law": an object before a finite clause that has no subject is its subject.</summary>
    public void Complete(Span<int> heads, Span<int> deprel)
    {
        for (int i = 0; i < heads.Length; i++)
        {
            if (deprel[i] == _clause && heads[i] >= 0 && heads[i] < i) { Complete(i, heads, deprel); }
        }
    }

    private void Complete(int clause, Span<int> heads, Span<int> deprel)
    {
        int finite = ChildBetween(clause, heads[clause], clause, _copula, _auxiliary, heads, deprel);
        if (finite < 0) { return; }
        int found = -1;
        for (int i = heads[clause] + 1; i < finite; i++)
        {
            if (heads[i] == heads[clause] && deprel[i] == _object) { found = i; }
            else if (heads[i] == clause) { return; }
        }
        if (found >= 0) { (heads[found], deprel[found]) = (clause, _subject); }
    }

    // The first dependent of a word between two others that has one of two relations, or -1.
    private static int ChildBetween(int head, int after, int before, int relation, int orRelation, ReadOnlySpan<int> heads, ReadOnlySpan<int> deprel)
    {
        for (int i = after + 1; i < before; i++)
        {
            if (heads[i] == head && (deprel[i] == relation || deprel[i] == orRelation)) { return i; }
        }
        return -1;
    }
}
