namespace Dateline.Text.Neural;

/// <summary>Gives a sentence its main verb: "Two hostages - an American and a Swede - who had been held since 2016 were released." read with the noun for a root.</summary>
internal sealed class MainVerbGrammar
{
    private readonly bool[] _finite, _clause, _subject;
    private readonly int _stop, _root, _nominal, _passiveNominal, _auxiliary, _passive, _copula, _object, _mark, _punctuation;

    /// <summary>Takes the tags and relations of a model.</summary>
    public MainVerbGrammar(EncoderModel model)
    {
        IList<string> relations = [.. model.Deprel], tags = [.. model.Xpos];
        _finite = [.. tags.Select(t => t is "VBD" or "VBZ" or "VBP" or "MD")];
        _stop = tags.IndexOf(".");
        _clause = [.. relations.Select(r => r is "acl" or "advcl" or "parataxis")];
        _subject = [.. relations.Select(r => r is "nsubj" or "nsubj:pass" or "csubj" or "csubj:pass" or "expl")];
        (_root, _nominal, _passiveNominal, _object, _mark) = (relations.IndexOf("root"), relations.IndexOf("nsubj"), relations.IndexOf("nsubj:pass"), relations.IndexOf("obj"), relations.IndexOf("mark"));
        (_auxiliary, _passive, _copula, _punctuation) = (relations.IndexOf("aux"), relations.IndexOf("aux:pass"), relations.IndexOf("cop"), relations.IndexOf("punct"));
    }

    /// <summary>Mends the tree of one sentence. A noun for a root gives way to the finite verb behind it that has no subject.</summary>
    public void Mend(ReadOnlySpan<Upos> upos, ReadOnlySpan<int> xpos, Span<int> heads, Span<int> deprel)
    {
        int root = heads.IndexOf(-1);
        if (root < 0 || xpos[^1] != _stop || upos[root] is not (Upos.NOUN or Upos.PROPN)) { return; }
        for (int i = 0; i < heads.Length; i++)
        {
            if (heads[i] == root && (_subject[deprel[i]] || deprel[i] == _auxiliary || deprel[i] == _copula || deprel[i] == _object)) { return; }
        }
        for (int verb = root + 1; verb < heads.Length; verb++)
        {
            if (!_clause[deprel[verb]] || !IsMain(verb, root, xpos, heads, deprel, out bool passive)) { continue; }
            for (int i = verb + 1; i < heads.Length; i++)
            {
                if (heads[i] == root) { heads[i] = verb; }
            }
            (heads[root], deprel[root]) = (verb, passive ? _passiveNominal : _nominal);
            (heads[verb], deprel[verb]) = (-1, _root);
            return;
        }
    }

    // A finite verb without subject or subordinator. A past form that might be a participle must follow the mark that closes what was put in.
    private bool IsMain(int verb, int root, ReadOnlySpan<int> xpos, ReadOnlySpan<int> heads, ReadOnlySpan<int> deprel, out bool passive)
    {
        bool helped = false;
        passive = false;
        for (int i = 0; i < heads.Length; i++)
        {
            if (heads[i] != verb) { continue; }
            if (_subject[deprel[i]] || deprel[i] == _mark) { return false; }
            if (i > root && i < verb && deprel[i] is var r && (r == _auxiliary || r == _passive || r == _copula))
            {
                helped |= _finite[xpos[i]];
                passive |= r == _passive;
            }
        }
        return helped || (_finite[xpos[verb]] && verb > root + 1 && deprel[verb - 1] == _punctuation);
    }
}
