using Dateline.Text;

namespace Dateline.Entities;

/// <summary>Where a pronoun stands in its sentence, and where others stand as seen from it.</summary>
internal sealed class PronounPlace
{
    /// <summary>The number that stands for "behind the pronoun" among the distances.</summary>
    public const int AheadDistance = 4;

    private const int LongestClimb = 16, MostClauses = 6;
    private readonly ParsedText _parsed;
    private readonly Clauses _clauses;
    // The predicates from the pronoun's clause upwards.
    private readonly List<int> _predicates = new(MostClauses);
    private readonly int _subject;

    public PronounPlace(ParsedText parsed, Clauses clauses, int token, Pronoun pronoun)
    {
        (_parsed, _clauses, Token, Pronoun) = (parsed, clauses, token, pronoun);
        Slot = pronoun.Case is PronounCase.Owner || parsed.Is(token, "nmod:poss") ? PronounSlot.Owner : parsed.Is(token, "nsubj") ? PronounSlot.Subject : PronounSlot.Object;
        int predicate = clauses.Predicate(token);
        for (int i = 0; i < MostClauses; i++)
        {
            _predicates.Add(predicate);
            if (parsed.Tokens[predicate].Head < 0) { break; }
            int upper = clauses.Predicate(predicate);
            if (upper == predicate) { break; }
            predicate = upper;
        }
        _subject = clauses.Subject(_predicates[0]);
        Speaks = clauses.Speaks(token) >= 0;
        IsMainSubject = IsMain(token);
    }

    public int Token { get; }
    public Pronoun Pronoun { get; }
    public PronounSlot Slot { get; }
    /// <summary>True for the subject of a verb of speaking.</summary>
    public bool Speaks { get; }
    public bool IsMainSubject { get; }

    /// <summary>The token that ties a mention into its clause: the title's noun for a name apposed to it.</summary>
    public int Top(MentionDraft mention)
    {
        int top = mention.Head;
        for (int steps = 0; steps < 4 && _parsed.Tokens[top].Deprel is "flat" or "appos" or "compound" && _parsed.Tokens[top].Head is int head and >= 0; steps++)
        {
            if (head < mention.First - LongestClimb || (_parsed.Is(top, "compound") && head > mention.Last)) { break; }
            top = head;
        }
        return top;
    }

    /// <summary>Number of the mention's role among those of <see cref="AntecedentSigns"/>.</summary>
    public int Role(int top) => _parsed.Tokens[top].Deprel switch
    {
        "nsubj" => 0, "nsubj:pass" => 1, "obj" or "iobj" => 2, "obl" or "obl:agent" or "obl:npmod" => 3, "nmod" or "compound" or "flat" => 4,
        "nmod:poss" => 5, "conj" => 6, "appos" => 7, _ => 8,
    };

    /// <summary>True for the subject of a sentence's main clause.</summary>
    public bool IsMain(int token) => _parsed.Is(token, "nsubj") && _parsed.Tokens[token].Head is int verb and >= 0 && _parsed.Tokens[verb].Head < 0;

    /// <summary>Number of the preposition before the mention, or -1.</summary>
    public int PrepositionOf(int top) => _parsed.Child(top, "case") is int preposition and >= 0 ? _parsed.Form(preposition) switch
    {
        "by" => 0, "with" => 1, "of" => 2, "to" => 3, "for" => 4, "from" => 5, "in" => 6, "between" => 7, _ => -1,
    } : -1;

    /// <summary>True when the token is the subject of a verb of speaking whose words the pronoun stands in.</summary>
    public bool SpokenBy(int top) => _clauses.Speaks(top) is int verb and >= 0 && _predicates.IndexOf(verb) > 0;

    /// <summary>True for the subject of a clause that the pronoun's phrase is put before: "In his speech, Macron said".</summary>
    public bool IsFrontedBefore(int top)
    {
        int verb = _parsed.Tokens[top].Head;
        return _parsed.Is(top, "nsubj") && verb > Token && _parsed.IsUnder(Token, verb) && !_parsed.IsUnder(Token, top);
    }

    /// <summary>The mention's clause as seen from the pronoun's.</summary>
    public ClauseRelation Relation(MentionDraft mention, int top)
    {
        if (top == _subject || mention.Head == _subject) { return ClauseRelation.OwnSubject; }
        if (_parsed.IsUnder(Token, top)) { return UnderRelative(top) ? ClauseRelation.RelativeOf : ClauseRelation.Inside; }
        int clause = _clauses.Predicate(top), level = _predicates.IndexOf(clause);
        if (level < 0) { return ClauseRelation.Elsewhere; }
        if (level == 0) { return ClauseRelation.OwnOther; }
        if (!_parsed.Is(top, "nsubj")) { return ClauseRelation.AboveOther; }
        if (level > 1) { return ClauseRelation.Above; }
        return _parsed.Tokens[_predicates[0]].Deprel switch
        {
            "ccomp" or "parataxis" => ClauseRelation.SaysIt, "advcl" => ClauseRelation.MainOfAdverbial, "acl" or "acl:relcl" => ClauseRelation.MainOfRelative,
            "conj" => ClauseRelation.ConjoinedBefore, "xcomp" => ClauseRelation.Controls, _ => ClauseRelation.Above,
        };
    }

    private bool UnderRelative(int top)
    {
        int i = Token;
        for (int steps = 0; steps < LongestClimb && i >= 0 && i != top; steps++, i = _parsed.Tokens[i].Head)
        {
            if (_parsed.Is(i, "acl")) { return true; }
        }
        return false;
    }
}

internal enum PronounSlot { Subject, Object, Owner }

/// <summary>In the order of the answers of <see cref="AntecedentSigns.Clause"/>.</summary>
internal enum ClauseRelation { OwnSubject, OwnOther, SaysIt, MainOfAdverbial, MainOfRelative, ConjoinedBefore, Controls, Above, AboveOther, RelativeOf, Inside, Elsewhere }
