using Dateline.Entities;
using Dateline.Stories;
using Dateline.Text;

namespace Dateline.Statements.Rules;

/// <summary>A transcript names its speaker in capitals before a colon: "WALLACE: Will she be there?"</summary>
/// <seealso href="specs/statements/transcripts.md"/>
internal static class TranscriptTurn
{
    private const int LongestLabel = 5;

    /// <summary>Adds the turns of paragraphs that stand without quotation marks; a paragraph without a label goes on only in quotations.</summary>
    public static void Apply(StatementContext context, EntitySet entities)
    {
        ParsedText parsed = context.Parsed;
        int interviewed = -2;
        foreach (Block block in context.Story.Blocks)
        {
            if (block.Role is not BlockRole.Paragraph) { continue; }
            int first = parsed.TokenAtOrAfter(block.Span.Start);
            if (first >= parsed.Tokens.Length || !block.Span.Contains(parsed.Tokens[first].Span) || context.Quotations.OuterOf(first) >= 0) { continue; }
            int colon = ColonBehindLabel(parsed, first);
            if (colon < 0 || context.ByCue.ContainsKey(colon)) { continue; }
            int end = parsed.TokensIn(block.Span).End;
            if (end <= colon + 1) { continue; }
            Draft draft = New(context, first, colon);
            if (IsLetter(parsed, first, 'Q')) { draft.Act = Act.Ask; }
            if (IsLetter(parsed, first, 'A'))
            {
                if (interviewed == -2) { interviewed = Interviewed(entities, parsed.Tokens[first].Span.Start); }
                draft.Speaker = draft.Speaker with { Antecedent = interviewed };
            }
            draft.Content.Add(parsed.SpanOf(colon + 1, end - 1));
            context.Keep(draft);
        }
    }

    /// <summary>The turn that a quotation holds whose first words are a label; null for other quotations.</summary>
    public static Draft? InQuotation(StatementContext context, Quotation quotation)
    {
        ParsedText parsed = context.Parsed;
        int first = parsed.TokenAtOrAfter(quotation.Inner.Start);
        if (first >= parsed.Tokens.Length) { return null; }
        int colon = ColonBehindLabel(parsed, first);
        if (colon < 0 || parsed.Tokens[colon].Span.End >= quotation.Span.End) { return null; }
        Draft draft = New(context, first, colon);
        int start = parsed.Tokens[colon].Span.End;
        while (start < quotation.Span.End - 1 && char.IsWhiteSpace(parsed.Text[start])) { start++; }
        draft.Content.Add(new TextSpan(start, quotation.Span.End));
        return draft;
    }

    private static bool IsLetter(ParsedText parsed, int token, char letter) => parsed.Form(token).Length == 1 && parsed.Form(token)[0] == letter;

    /// <summary>"A:" answers for the person named last before the first answer; -1 for nobody.</summary>
    private static int Interviewed(EntitySet entities, int before)
    {
        int head = -1;
        foreach ((Entity entity, Mention mention) in entities.Mentions)
        {
            if (mention.Span.Start >= before) { break; }
            if (entity.Type is EntityType.Person && mention.Form is MentionForm.Name) { head = mention.Head; }
        }
        return head;
    }

    private static int ColonBehindLabel(ParsedText parsed, int first)
    {
        for (int i = first; i < parsed.Tokens.Length && i <= first + LongestLabel; i++)
        {
            ReadOnlySpan<char> form = parsed.Form(i);
            if (i > first && form is ":") { return i; }
            if (form.Length < 2 && form is not "." && !(i == first && form is "Q" or "A" && i + 1 < parsed.Tokens.Length && parsed.Form(i + 1) is ":")) { return -1; }
            foreach (char c in form)
            {
                if (char.IsLower(c) || char.IsDigit(c)) { return -1; }
            }
        }
        return -1;
    }

    private static Draft New(StatementContext context, int first, int colon) => new()
    {
        Rule = "statements/transcript-turn",
        Word = context.Lexicon.Verbs("say")[0],
        CueKind = CueKind.Punctuation,
        CueHead = colon,
        CueSpan = context.Parsed.Tokens[colon].Span,
        Speaker = new Speaker(context.Parsed.HeadOf(context.Parsed.SpanOf(first, colon - 1)), -1, "statements/transcript-turn") { Span = context.Parsed.SpanOf(first, colon - 1) },
        Form = StatementForm.Direct,
        Confidence = 0.85,
    };
}
