using System.Collections.Immutable;

namespace Dateline.Text;

/// <summary>A text with its tokens, sentences and dependency trees. Immutable; look-ups allocate nothing.</summary>
public sealed class ParsedText
{
    private readonly int[] _childStart;
    private readonly int[] _children;
    private readonly int[] _sentenceOf;
    private readonly int[] _left;
    private readonly int[] _right;

    /// <summary>Builds the index of dependants over tokens whose heads lie in the same sentence.</summary>
    public ParsedText(string text, ImmutableArray<Token> tokens, ImmutableArray<Sentence> sentences)
    {
        Text = text;
        Tokens = tokens;
        Sentences = sentences;
        int n = tokens.Length;
        _childStart = new int[n + 1];
        _children = new int[n];
        _sentenceOf = new int[n];
        _left = new int[n];
        _right = new int[n];
        for (int s = 0; s < sentences.Length; s++)
        {
            for (int i = sentences[s].First; i < sentences[s].End; i++) { _sentenceOf[i] = s; }
        }
        for (int i = 0; i < n; i++)
        {
            _left[i] = _right[i] = i;
            if (tokens[i].Head >= 0) { _childStart[tokens[i].Head + 1]++; }
        }
        for (int i = 0; i < n; i++) { _childStart[i + 1] += _childStart[i]; }
        int[] fill = _childStart.AsSpan(0, n).ToArray();
        for (int i = 0; i < n; i++)
        {
            if (tokens[i].Head >= 0) { _children[fill[tokens[i].Head]++] = i; }
        }
        CoverSubtrees();
    }

    /// <summary>The story's text that all spans point into.</summary>
    public string Text { get; }

    /// <summary>All words, in text order.</summary>
    public ImmutableArray<Token> Tokens { get; }

    /// <summary>All sentences, in text order; together they hold every token once.</summary>
    public ImmutableArray<Sentence> Sentences { get; }

    /// <summary>The word as written.</summary>
    public ReadOnlySpan<char> Form(int token) => Tokens[token].Span.In(Text);

    /// <summary>Direct dependants, in text order.</summary>
    public ReadOnlySpan<int> Children(int token) => _children.AsSpan(_childStart[token], _childStart[token + 1] - _childStart[token]);

    /// <summary>The first dependant with this relation; a relation without subtype matches all its subtypes; -1 if none.</summary>
    public int Child(int token, string relation)
    {
        foreach (int child in Children(token))
        {
            if (Is(child, relation)) { return child; }
        }
        return -1;
    }

    /// <summary>True when the token bears the relation, or a subtype of it (<c>nsubj</c> holds for <c>nsubj:pass</c>).</summary>
    public bool Is(int token, string relation)
    {
        string own = Tokens[token].Deprel;
        return ReferenceEquals(own, relation) || (own.StartsWith(relation, StringComparison.Ordinal)
            && (own.Length == relation.Length || own[relation.Length] == ':'));
    }

    /// <summary>First token (index) of the subtree.</summary>
    public int Left(int token) => _left[token];

    /// <summary>Last token (index, inclusive) of the subtree.</summary>
    public int Right(int token) => _right[token];

    /// <summary>Characters from the first to the last word of the subtree.</summary>
    public TextSpan SubtreeSpan(int token) => new(Tokens[_left[token]].Span.Start, Tokens[_right[token]].Span.End);

    /// <summary>Characters from one token to another, both inclusive.</summary>
    public TextSpan SpanOf(int first, int last) => new(Tokens[first].Span.Start, Tokens[last].Span.End);

    /// <summary>True when <paramref name="ancestor"/> governs <paramref name="token"/>, directly or not, or is it.</summary>
    public bool IsUnder(int token, int ancestor)
    {
        for (int i = token, steps = 0; i >= 0 && steps <= Tokens.Length; i = Tokens[i].Head, steps++)
        {
            if (i == ancestor) { return true; }
        }
        return false;
    }

    /// <summary>Index of the sentence that holds the token.</summary>
    public int SentenceIndex(int token) => _sentenceOf[token];

    /// <summary>The sentence that holds the token.</summary>
    public Sentence SentenceOf(int token) => Sentences[_sentenceOf[token]];

    /// <summary>The first token that ends after the offset; <c>Tokens.Length</c> when there is none.</summary>
    public int TokenAtOrAfter(int offset)
    {
        int low = 0, high = Tokens.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (Tokens[middle].Span.End <= offset) { low = middle + 1; } else { high = middle; }
        }
        return low;
    }

    /// <summary>The tokens that overlap the span, as <c>[First, End)</c>.</summary>
    public (int First, int End) TokensIn(TextSpan span)
    {
        int first = TokenAtOrAfter(span.Start), end = first;
        while (end < Tokens.Length && Tokens[end].Span.Start < span.End) { end++; }
        return (first, end);
    }

    /// <summary>The token of a span whose head lies outside it; the last one when several do.</summary>
    public int HeadOf(TextSpan span)
    {
        (int first, int end) = TokensIn(span);
        int best = -1;
        for (int i = first; i < end; i++)
        {
            int head = Tokens[i].Head;
            if ((head < first || head >= end) && Tokens[i].Upos != Upos.PUNCT && (best < 0 || _right[best] - _left[best] <= _right[i] - _left[i])) { best = i; }
        }
        return best >= 0 ? best : end > first ? end - 1 : -1;
    }

    /// <summary>Hands the extent of each subtree to its head once all of its own dependants have done so: linear at any depth.</summary>
    private void CoverSubtrees()
    {
        int n = Tokens.Length;
        int[] open = new int[n], ready = new int[n];
        int count = 0;
        for (int i = 0; i < n; i++)
        {
            open[i] = _childStart[i + 1] - _childStart[i];
            if (open[i] == 0) { ready[count++] = i; }
        }
        for (int k = 0; k < count; k++)
        {
            int i = ready[k], head = Tokens[i].Head;
            if (head < 0) { continue; }
            _left[head] = Math.Min(_left[head], _left[i]);
            _right[head] = Math.Max(_right[head], _right[i]);
            if (--open[head] == 0) { ready[count++] = head; }
        }
    }
}
