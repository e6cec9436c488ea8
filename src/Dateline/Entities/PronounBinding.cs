using Dateline.Text;

namespace Dateline.Entities;

/// <summary>Whom a pronoun cannot mean by grammar alone: the object of a clause is not its subject, the owner not the thing owned.</summary>
internal sealed class PronounBinding(ParsedText parsed, Clauses clauses)
{
    /// <summary>True when grammar rules the mention out: in "Bush met him" he is not Bush, in "his brother John" he is not John.</summary>
    public bool Excludes(int token, Pronoun pronoun, MentionDraft mention)
    {
        if (pronoun.Case is PronounCase.Owner || parsed.Is(token, "nmod:poss"))
        {
            int noun = parsed.Tokens[token].Head;
            return noun >= 0 && (mention.Head == noun || (mention.OtherHeads?.Contains(noun) ?? false) || (mention.First > token && parsed.IsUnder(mention.Head, noun)));
        }
        if (pronoun.Case is PronounCase.Reflexive) { return false; }
        int predicate = clauses.Predicate(token);
        if (parsed.Is(token, "nsubj")) { return clauses.Predicate(mention.Head) == predicate && mention.Head > token; }
        int subject = clauses.Subject(predicate);
        return subject == mention.Head || (subject >= 0 && (mention.OtherHeads?.Contains(subject) ?? false));
    }
}
