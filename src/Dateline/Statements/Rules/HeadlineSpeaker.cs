using System.Collections.Frozen;
using Dateline.Entities;
using Dateline.Knowledge;
using Dateline.Stories;
using Dateline.Text;

namespace Dateline.Statements.Rules;

/// <summary>A headline that names its speaker behind a dash, colon or full stop, or before a colon.</summary>
/// <example>Ceasefire talks to resume next week — Halvorsen</example>
/// <seealso href="specs/statements/headlines.md"/>
internal sealed class HeadlineSpeaker
{
    /// <summary>More words than these are no speaker but a second half of the headline.</summary>
    private const int LongestSpeaker = 6;
    private const int LongestTitle = 160, LongestLabel = 2;

    private readonly FrozenSet<string> _labels;

    public HeadlineSpeaker()
    {
        TsvTable table = TsvTable.Embedded("en/headline-labels.tsv");
        _labels = table.Rows.Select(row => table.Cell(row, "label")).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }

    public void Apply(StatementContext context, EntitySet entities)
    {
        foreach (TextSpan title in Titles(context.Story)) { Read(context, entities, title); }
    }

    /// <summary>The headlines; bare text may open with its title and no sign of it, as a single short line.</summary>
    public static IEnumerable<TextSpan> Titles(Story story)
    {
        bool titled = false;
        foreach (Block block in story.Blocks)
        {
            if (block.Role is BlockRole.Headline or BlockRole.Subheading)
            {
                titled = true;
                yield return block.Span;
            }
            else if (block.Role is BlockRole.Paragraph)
            {
                if (!titled && block.Span.Length <= LongestTitle && story.Blocks[^1] != block) { yield return block.Span; }
                titled = true;
            }
        }
    }

    private void Read(StatementContext context, EntitySet entities, TextSpan block)
    {
        ParsedText parsed = context.Parsed;
        (int first, int end) = parsed.TokensIn(block);
        for (int i = end - 1; i > first; i--)
        {
            if (!IsSeparator(parsed, i) || context.Quotations.OuterOf(i) >= 0) { continue; }
            bool colon = parsed.Form(i) is ":";
            if (context.ByCue.ContainsKey(i)) { return; }
            if (colon && i + 1 < end && IsRole(context, i - 1) && IsSpeaker(context, entities, first, i - 1, atEnd: false)) { Add(context, i + 1, end - 1, i, first, i - 1, colon); return; }
            int last = end - 1;
            while (last > i && parsed.Tokens[last].Upos is Upos.PUNCT) { last--; }
            if (last > i && i > first + 1 && IsSpeaker(context, entities, i + 1, last, atEnd: true)) { Add(context, first, i - 1, i, i + 1, last, colon); return; }
            // "Amnesty. More than 100 killed": a name alone before a full stop is a label, as before a colon.
            bool label = colon || (parsed.Form(i) is "." && i - first <= LongestLabel);
            if (label && last > i && IsSpeaker(context, entities, first, i - 1, atEnd: false)) { Add(context, i + 1, last, i, first, i - 1, colon); return; }
        }
    }

    private static bool IsSeparator(ParsedText parsed, int token)
    {
        ReadOnlySpan<char> form = parsed.Form(token);
        if (form is ":" or "\u2014" or "\u2013" or "--") { return true; }
        // A hyphen separates when blanks stand around it; a full stop when it stands inside the headline.
        TextSpan span = parsed.Tokens[token].Span;
        return form is "-" ? span.Start > 0 && parsed.Text[span.Start - 1] == ' ' && span.End < parsed.Text.Length && parsed.Text[span.End] == ' ' : form is ".";
    }

    public bool IsSpeaker(StatementContext context, EntitySet entities, int first, int last, bool atEnd)
    {
        ParsedText parsed = context.Parsed;
        if (last < first || last - first >= LongestSpeaker) { return false; }
        for (int i = first; i <= last; i++)
        {
            // "Sweden 1 – 0 Korea": a score, nobody speaks.
            if (context.Syntax.IsFinite(i) || char.IsAsciiDigit(parsed.Form(i)[0])) { return false; }
        }
        TextSpan span = parsed.SpanOf(first, last);
        if (_labels.GetAlternateLookup<ReadOnlySpan<char>>().Contains(span.In(parsed.Text))) { return false; }
        if (IsRole(context, last)) { return true; }
        foreach ((Entity entity, Mention mention) in entities.In(span))
        {
            if (mention.Span.End < span.End - 1) { continue; }
            return atEnd ? entity.Type is not (EntityType.Place or EntityType.Event) : entity.Type is EntityType.Person or EntityType.Organization or EntityType.Group;
        }
        return atEnd && last - first < 3 && parsed.Tokens[first].Upos is not (Upos.DET or Upos.ADP) && parsed.Tokens[last].Upos is Upos.PROPN or Upos.NOUN;
    }

    /// <summary>"governor", "sources", "report": a noun that can only be a speaker here.</summary>
    private static bool IsRole(StatementContext context, int token)
    {
        if (context.Parsed.Tokens[token].Upos is not (Upos.NOUN or Upos.PROPN)) { return false; }
        string lemma = context.Parsed.Tokens[token].Lemma.ToLowerInvariant();
        return context.Lexicon.Unnamed.Contains(lemma) || context.Lexicon.Documents.Contains(lemma) || context.Lexicon.Spokes.Contains(lemma)
            || RoleLexicon.Default.Find(lemma) is not null;
    }

    private static void Add(StatementContext context, int from, int to, int separator, int speakerFirst, int speakerLast, bool colon)
    {
        ParsedText parsed = context.Parsed;
        Draft draft = new()
        {
            Rule = colon ? "statements/headline-colon" : "statements/headline-dash",
            Word = context.Lexicon.Verbs("say")[0],
            CueKind = CueKind.Punctuation,
            CueHead = separator,
            CueSpan = parsed.Tokens[separator].Span,
            Speaker = new Speaker(parsed.HeadOf(parsed.SpanOf(speakerFirst, speakerLast)), -1, "statements/headline") { Span = parsed.SpanOf(speakerFirst, speakerLast) },
            Form = StatementForm.Headline,
            Confidence = 0.85,
        };
        context.Content.Add(draft, from, to);
        context.Keep(draft);
    }
}
