using Dateline.Stories;
using Dateline.Text;

namespace Dateline.Statements.Rules;

/// <summary>Speakers that stand beside a quotation by layout, without a verb of saying: "…" — Michelle Marks; Clinton: "…"; He returned to his theme: "…".</summary>
/// <seealso href="specs/statements/layout.md"/>
internal static class QuotationLayout
{
    /// <summary>More words before a colon, or behind a dash, are a sentence and no speaker.</summary>
    private const int LongestLabel = 9, LongestSignature = 16;
    private const double Guessed = 0.75, Signed = 0.85;

    /// <summary>True for a dash of any length that stands alone; a hyphen inside a word is no token.</summary>
    public static bool IsDash(ParsedText parsed, int token) => parsed.Form(token) is "-" or "--" or "\u2013" or "\u2014" or "\u2015";

    /// <summary>True for a dash with blanks around it; in "back-handed" the tokens touch.</summary>
    public static bool IsSpacedDash(ParsedText parsed, int token) =>
        IsDash(parsed, token) && token > 0 && token + 1 < parsed.Tokens.Length
        && parsed.Tokens[token - 1].Span.End < parsed.Tokens[token].Span.Start && parsed.Tokens[token].Span.End < parsed.Tokens[token + 1].Span.Start;

    /// <summary>"…" — Michelle Marks, Philadelphia: a name behind a dash, up to the end of its line.</summary>
    public static Draft? NameBehindDash(StatementContext context, int dash, int first)
    {
        ParsedText parsed = context.Parsed;
        int last = LineEnd(context, first, parsed.SentenceOf(first).Block);
        if (!IsSignature(context, first, last)) { return null; }
        return New(context, "statements/name-behind-dash", dash, SignatureOf(context, first, last), Signed);
    }

    /// <summary>A paragraph of its own right behind a quotation that only names a person: "— John Smith, driver", "Maria Lopez, teacher".</summary>
    public static Draft? NameBelow(StatementContext context, Quotation quotation)
    {
        ParsedText parsed = context.Parsed;
        IReadOnlyList<Block> blocks = context.Story.Blocks;
        if (quotation.Span.Length < blocks[quotation.Block].Span.Length - 2 || quotation.Block + 1 >= blocks.Count) { return null; }
        int first = parsed.TokenAtOrAfter(blocks[quotation.Block + 1].Span.Start), dash = -1;
        if (first >= parsed.Tokens.Length || !blocks[quotation.Block + 1].Span.Contains(parsed.Tokens[first].Span)) { return null; }
        if (IsDash(parsed, first)) { dash = first++; }
        if (first >= parsed.Tokens.Length || parsed.SentenceOf(first).Block != quotation.Block + 1) { return null; }
        int last = LineEnd(context, first, quotation.Block + 1);
        bool whole = last >= first && parsed.Text.AsSpan(parsed.Tokens[last].Span.End, blocks[quotation.Block + 1].Span.End - parsed.Tokens[last].Span.End).Trim(" .\u00A0\n\r").Length == 0;
        // Without a dash only a name and a role make a signature; a bare name may be a headline.
        bool named = dash >= 0 || (first + 2 <= last && parsed.Tokens[last + 1 < parsed.Tokens.Length ? last : first].Upos is Upos.NOUN or Upos.PROPN && HasComma(parsed, first, last));
        if (!whole || !named || !IsSignature(context, first, last)) { return null; }
        return New(context, "statements/name-below", dash, SignatureOf(context, first, last), dash >= 0 ? Signed : Guessed);
    }

    /// <summary>"He returned to his theme: '…'": the main verb before the colon is the cue, its subject speaks; else a short phrase without a verb labels the speaker.</summary>
    public static Draft? ByColon(StatementContext context, Sentence sentence, int colon)
    {
        ParsedText parsed = context.Parsed;
        int subject = -1;
        for (int i = colon - 1; i > sentence.First && colon - i <= LongestLabel; i--)
        {
            // "Pollsters agree - Carl Bialik: '…'": what stands between dash and colon names the speaker.
            if (IsSpacedDash(parsed, i)) { return Labelled(context, i + 1, colon); }
            if (context.Syntax.IsVerb(i) || context.Quotations.OuterOf(i) >= 0) { break; }
        }
        for (int i = colon - 1; i >= sentence.First; i--)
        {
            if (!parsed.Is(i, "nsubj") || context.Quotations.OuterOf(i) >= 0 || parsed.Tokens[i].Head >= colon || parsed.Tokens[i].Xpos is "WDT" or "WP") { continue; }
            // "When he died, the president released a statement:" is about the main clause.
            bool main = IsMainClause(parsed, parsed.Tokens[i].Head);
            if (subject < 0 || main) { subject = i; }
            if (main) { break; }
        }
        if (subject < 0) { return Labelled(context, sentence.First, colon); }
        int clause = parsed.Tokens[subject].Head;
        bool verb = context.Syntax.IsVerb(clause);
        Draft draft = New(context, "statements/colon", colon, new Speaker(subject, -1, "statements/subject"), Guessed);
        if (verb)
        {
            draft.CueKind = CueKind.Verb;
            draft.CueHead = clause;
            draft.CueSpan = parsed.SpanOf(context.Syntax.GroupStart(clause), clause);
        }
        return draft;
    }

    private static bool IsMainClause(ParsedText parsed, int clause) =>
        !parsed.Is(clause, "advcl") && !parsed.Is(clause, "acl") && !parsed.Is(clause, "ccomp") && !parsed.Is(clause, "csubj");

    /// <summary>'Clinton: "Our goal is …"': a short phrase without a verb labels the speaker.</summary>
    private static Draft? Labelled(StatementContext context, int first, int colon)
    {
        ParsedText parsed = context.Parsed;
        if (colon - first is < 1 or > LongestLabel || colon < first) { return null; }
        for (int i = first; i < colon; i++)
        {
            if (context.Syntax.IsVerb(i) || context.Quotations.OuterOf(i) >= 0) { return null; }
        }
        int head = parsed.HeadOf(parsed.SpanOf(first, colon - 1));
        return head < 0 || parsed.Tokens[head].Upos is not (Upos.PROPN or Upos.NOUN) ? null
            : New(context, "statements/label", colon, new Speaker(head, -1, "statements/label"), Guessed);
    }

    /// <summary>The last token before the line, the block or the next quotation ends; final stops are left out.</summary>
    private static int LineEnd(StatementContext context, int first, int block)
    {
        ParsedText parsed = context.Parsed;
        int last = first - 1;
        for (int i = first; i < parsed.Tokens.Length && i - first <= LongestSignature; i++)
        {
            if (parsed.SentenceOf(i).Block != block || context.Quotations.OuterOf(i) >= 0) { break; }
            if (i > first && parsed.Text.AsSpan(parsed.Tokens[i - 1].Span.End, parsed.Tokens[i].Span.Start - parsed.Tokens[i - 1].Span.End).Contains('\n')) { break; }
            last = i;
        }
        while (last > first && parsed.Form(last) is "." or "," or ";") { last--; }
        return last;
    }

    /// <summary>A capitalised phrase without a verb.</summary>
    private static bool IsSignature(StatementContext context, int first, int last)
    {
        if (last < first || last - first >= LongestSignature || !char.IsUpper(context.Parsed.Form(first)[0]) || context.Parsed.Tokens[first].Upos is not (Upos.PROPN or Upos.NOUN or Upos.ADJ or Upos.X or Upos.VERB)) { return false; }
        for (int i = first; i <= last; i++)
        {
            // '"Plan found on street" — City Star, August 15, 2008': with a date it refers to a text, nobody speaks.
            if (i > first && context.IsTime(i) && context.IsTime(i - 1)) { return false; }
            if (!char.IsUpper(context.Parsed.Form(i)[0]) && (context.Syntax.IsFinite(i) || context.Parsed.Tokens[i].Upos is Upos.AUX)) { return false; }
            if (context.Parsed.Form(i) is ":" or "?" or "!") { return false; }
        }
        return true;
    }

    private static bool HasComma(ParsedText parsed, int first, int last)
    {
        for (int i = first + 1; i < last; i++)
        {
            if (parsed.Form(i) is ",") { return true; }
        }
        return false;
    }

    private static Speaker SignatureOf(StatementContext context, int first, int last)
    {
        TextSpan span = context.Parsed.SpanOf(first, last);
        return new Speaker(QuotationSpeaker.HeadOfPhrase(context, first, first), -1, "statements/signature") { Span = span };
    }

    private static Draft New(StatementContext context, string rule, int mark, Speaker speaker, double confidence) => new()
    {
        Rule = rule,
        Word = context.Lexicon.Verbs("say")[0],
        CueKind = CueKind.Punctuation,
        CueHead = mark,
        CueSpan = mark >= 0 ? context.Parsed.Tokens[mark].Span : null,
        Speaker = speaker,
        Form = StatementForm.Direct,
        Confidence = confidence,
    };
}
