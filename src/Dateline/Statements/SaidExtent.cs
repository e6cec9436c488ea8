using Dateline.Text;

namespace Dateline.Statements;

/// <summary>How far the content goes that follows its cue.</summary>
/// <seealso href="specs/statements/clauses.md"/>
internal sealed class SaidExtent(StatementContext context)
{
    /// <summary>A lost end of a clause is not longer than this; more words are another clause.</summary>
    private const int LongestTail = 40, LongestSubject = 10;

    private readonly ParsedText _parsed = context.Parsed;

    /// <summary>Where the content of a clause that follows its cue ends: before a second verb of saying that belongs to the same speaker, else with the sentence when nothing of the cue's own stands between.</summary>
    /// <remarks>"said A and added B", "said A, saying B": the second cue is registered for the speaker of the first.</remarks>
    public int End(int cue, int first, int last, Speaker speaker)
    {
        Sentence sentence = _parsed.SentenceOf(cue);
        int end = sentence.End - 1, quotation = context.Quotations.OuterOf(cue);
        while (end > last && _parsed.Tokens[end].Upos is Upos.PUNCT) { end--; }
        end = Math.Min(end, BeforeMainClause(cue, first, end));
        last = Math.Min(last, end);
        bool said = context.IsSpeechVerb(cue);
        for (int i = first + 1; i <= end; i++)
        {
            if (context.Quotations.OuterOf(i) != quotation) { continue; }
            if (said && IsSecondCue(cue, i, first))
            {
                // The outer cue is read first, and its speaker is the one who goes on.
                context.Overrides.TryAdd(i, speaker with { Rule = _parsed.Tokens[i].Xpos is "VBG" ? "statements/participle" : "statements/shared-subject" });
                return Math.Min(Math.Max(first, PieceStart(i) - 1), end);
            }
            if (i > last && OwnOfCue(cue, i)) { return last; }
            if (i > first + 1 && OpensOther(i, end)) { return Math.Min(i - 2, end); }
        }
        return said && end - last <= LongestTail ? end : last;
    }

    /// <summary>The last token before somebody else is told to speak, else the given one.</summary>
    public int BeforeOther(int first, int last)
    {
        for (int i = first + 2; i < last; i++)
        {
            if (OpensOther(i, last)) { return i - 2; }
        }
        return last;
    }

    /// <summary>", but the envoy says …": behind the comma somebody else is told to speak.</summary>
    private bool OpensOther(int joiner, int end)
    {
        if (_parsed.Form(joiner - 1) is not "," || _parsed.Form(joiner) is not ("but" or "and" or "while" or "though" or "although" or "with")) { return false; }
        bool absolute = _parsed.Form(joiner) is "with";
        for (int i = joiner + 1; i <= end && i <= joiner + LongestSubject; i++)
        {
            if (_parsed.Tokens[i].Upos is Upos.PUNCT or Upos.SCONJ) { return false; }
            // ", with the envoy warning of …"
            if (absolute && i > joiner + 1 && _parsed.Tokens[i].Xpos is "VBG" && Reports(i)) { return true; }
            if (!context.Syntax.IsFinite(i)) { continue; }
            if (absolute) { return false; }
            return context.IsSpeechVerb(i) && _parsed.Child(i, "nsubj") is >= 0 and int subject && subject > joiner && subject < i && _parsed.Tokens[subject].Upos is not Upos.PRON;
        }
        return false;
    }

    private bool Reports(int token)
    {
        foreach (ReportingWord word in context.Lexicon.Verbs(_parsed.Tokens[token].Lemma))
        {
            if (word.Rest.Length == 0 && word.Act is not (Act.Believe or Act.Intend) && (word.Takes(Frames.That | Frames.Predicate) || word.Prepositions.Length > 0)) { return true; }
        }
        return false;
    }

    /// <summary>"after the court had ruled that he must go, there was calm": a cue in a clause before its main clause ends with that clause.</summary>
    private int BeforeMainClause(int cue, int first, int end)
    {
        int main = _parsed.Tokens[cue].Head;
        if (main <= first || main > end || !_parsed.Is(cue, "advcl")) { return end; }
        int start = main;
        foreach (int child in _parsed.Children(main))
        {
            if (_parsed.Left(child) > first && child > cue && _parsed.Tokens[child].Upos is not Upos.PUNCT) { start = Math.Min(start, _parsed.Left(child)); }
        }
        return start - 1 > first ? start - 1 : end;
    }

    /// <summary>"… and added", "…, saying": a verb of saying of the cue's tense without a subject, or a participle behind a comma.</summary>
    private bool IsSecondCue(int cue, int token, int first)
    {
        if (!context.Syntax.IsVerb(token) || _parsed.Child(token, "nsubj") >= 0 || context.Syntax.IsPassive(token)) { return false; }
        if (!context.IsSpeechVerb(token)) { return TakesUp(token, first) || (_parsed.Is(token, "conj") && Commands(token) && SameTense(_parsed.Tokens[token].Xpos, _parsed.Tokens[cue].Xpos)); }
        if (_parsed.Tokens[token].Xpos is "VBG") { return token > first + 1 && _parsed.Form(token - 1) is "," && _parsed.Child(token, "aux") < 0; }
        return _parsed.Is(token, "conj") && SameTense(_parsed.Tokens[token].Xpos, _parsed.Tokens[cue].Xpos) && _parsed.Child(token, "aux") < 0
            && PieceStart(token) < token && (_parsed.Tokens[token].Head == cue || _parsed.Is(_parsed.Tokens[token].Head, "ccomp"));
    }

    /// <summary>", warning of …": a participle of saying that never stands beside a quotation, behind a comma.</summary>
    private bool TakesUp(int token, int first)
    {
        if (_parsed.Tokens[token].Xpos is not "VBG" || token <= first + 1 || _parsed.Form(token - 1) is not "," || _parsed.Child(token, "aux") >= 0) { return false; }
        foreach (ReportingWord word in context.Lexicon.Verbs(_parsed.Tokens[token].Lemma))
        {
            if (word.Rest.Length == 0 && word.Takes(Frames.That | Frames.ObjectThat) && word.Act is not (Act.Believe or Act.Intend)) { return true; }
        }
        return false;
    }

    /// <summary>"ruled that the law was void and ordered the state to pay": what is void gives no orders.</summary>
    private bool Commands(int token)
    {
        if (_parsed.Tokens[token].Head < 0 || context.Syntax.IsVerb(_parsed.Tokens[token].Head) || _parsed.Child(_parsed.Tokens[token].Head, "cop") < 0) { return false; }
        foreach (ReportingWord word in context.Lexicon.Verbs(_parsed.Tokens[token].Lemma))
        {
            if (word.Takes(Frames.ObjectTo)) { return true; }
        }
        return false;
    }

    /// <summary>Past tense and participle look alike and are mixed up by taggers.</summary>
    public static bool SameTense(string a, string b) => a == b ? a is "VBD" or "VBZ" or "VBP" : a is "VBD" or "VBN" && b is "VBD" or "VBN";

    /// <summary>The conjunction, comma or adverb before a second verb.</summary>
    private int PieceStart(int token)
    {
        int at = token;
        while (at > 0 && _parsed.Tokens[at - 1].Upos is Upos.CCONJ or Upos.ADV or Upos.PUNCT) { at--; }
        return at;
    }

    /// <summary>Words behind the content that hang on the cue itself: another clause of its own, "according to", a participle.</summary>
    private bool OwnOfCue(int cue, int token)
    {
        Token t = _parsed.Tokens[token];
        if (t.Lemma is "accord" && context.Syntax.Says(token, "according")) { return true; }
        if (t.Upos is Upos.VERB && t.Xpos is "VBG" && _parsed.Form(token - 1) is ",") { return true; }
        return t.Head == cue && (_parsed.Is(token, "conj") || _parsed.Is(token, "parataxis")) && _parsed.Child(token, "nsubj") >= 0;
    }
}
