using Dateline.Text;

namespace Dateline.Entities;

/// <summary>Clause questions that pronouns ask of the tree. Every climb is short and capped.</summary>
internal sealed class Clauses(ParsedText parsed)
{
    private const int LongestClimb = 24;

    /// <summary>The verb (or other predicate) of the clause the token stands in.</summary>
    public int Predicate(int token)
    {
        int i = token;
        for (int steps = 0; steps < LongestClimb; steps++)
        {
            int head = parsed.Tokens[i].Head;
            if (head < 0) { return i; }
            if (i != token && OpensClause(i)) { return i; }
            i = head;
        }
        return i;
    }

    /// <summary>True for relations that head a clause of their own.</summary>
    public bool OpensClause(int token) => parsed.Is(token, "root") || parsed.Is(token, "ccomp") || parsed.Is(token, "advcl") || parsed.Is(token, "acl")
        || parsed.Is(token, "xcomp") || parsed.Is(token, "parataxis") || parsed.Is(token, "csubj") || (parsed.Is(token, "conj") && parsed.Tokens[token].Upos is Upos.VERB or Upos.AUX);

    /// <summary>The subject of the predicate, also one shared with the verb it is coordinated to or controlled by; -1 for none.</summary>
    public int Subject(int predicate)
    {
        int i = predicate;
        for (int steps = 0; steps < 4 && i >= 0; steps++)
        {
            int subject = parsed.Child(i, "nsubj");
            if (subject >= 0) { return subject; }
            if (!parsed.Is(i, "conj") && !parsed.Is(i, "xcomp") && !parsed.Is(i, "advcl")) { return -1; }
            i = parsed.Tokens[i].Head;
        }
        return -1;
    }

    /// <summary>True when both stand in the clause of one predicate.</summary>
    public bool SameClause(int a, int b) => Predicate(a) == Predicate(b);

    /// <summary>The verb of speaking whose subject the token is, or -1.</summary>
    public int Speaks(int token)
    {
        for (int steps = 0; steps < 4 && parsed.Is(token, "conj") && parsed.Tokens[token].Upos is not Upos.VERB; steps++) { token = parsed.Tokens[token].Head; }
        if (!parsed.Is(token, "nsubj")) { return -1; }
        int verb = parsed.Tokens[token].Head;
        return SpeechVerbs.Contains(parsed.Tokens[verb].Lemma) ? verb : -1;
    }

    /// <summary>True for words inside what somebody else is said to say: "Michel said that Macron agreed" has one speaker.</summary>
    public bool IsReported(int token)
    {
        int predicate = Predicate(token);
        for (int steps = 0; steps < 4 && parsed.Is(predicate, "conj") && parsed.Tokens[predicate].Head >= 0; steps++) { predicate = parsed.Tokens[predicate].Head; }
        return parsed.Is(predicate, "ccomp") && parsed.Tokens[predicate].Head is int verb and >= 0 && verb < predicate && verb < token && SpeechVerbs.Contains(parsed.Tokens[verb].Lemma);
    }

    /// <summary>True for X in "according to X".</summary>
    public bool Accords(int token)
    {
        int preposition = parsed.Child(token, "case");
        return preposition >= 0 && parsed.Form(preposition) is "according" or "According" or "per";
    }
}
