using Dateline.Entities;
using Dateline.Text;

namespace Dateline.Statements.Rules;

/// <summary>Cues of headlines that the tagger took for nouns: "Esper accuses China of theft", "Tank fired at reporters, report finds".</summary>
/// <seealso href="specs/statements/headlines.md"/>
internal sealed class HeadlineVerb(HeadlineSpeaker speakers)
{
    private const int LongestSubject = 8, LongestTail = 6;
    private const double Guessed = 0.65;

    public void Apply(StatementContext context, EntitySet entities)
    {
        foreach (TextSpan title in HeadlineSpeaker.Titles(context.Story))
        {
            (int first, int end) = context.Parsed.TokensIn(title);
            while (end > first && context.Parsed.Tokens[end - 1].Upos is Upos.PUNCT && !context.Quotations.IsMark(end - 1)) { end--; }
            if (end - first < 4 || HasCue(context, first, end)) { continue; }
            if (!AtEnd(context, entities, first, end)) { AtStart(context, entities, first, end); }
        }
    }

    private static bool HasCue(StatementContext context, int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            if (context.ByCue.ContainsKey(i)) { return true; }
        }
        return false;
    }

    /// <summary>"…, report finds": a short phrase behind the last comma that ends with the verb.</summary>
    private bool AtEnd(StatementContext context, EntitySet entities, int first, int end)
    {
        int comma = end - 2;
        while (comma > first && end - comma <= LongestTail && context.Parsed.Form(comma) is not ",") { comma--; }
        if (comma <= first + 2 || context.Parsed.Form(comma) is not "," || WordAt(context, end - 1) is not { } word || !word.Takes(Frames.That)
            || !speakers.IsSpeaker(context, entities, comma + 1, end - 2, atEnd: true)) { return false; }
        return Add(context, word, end - 1, end - 1, comma + 1, end - 2, first, comma - 1);
    }

    /// <summary>"Esper accuses China of …": the first word that can be a verb of saying behind a phrase that can speak.</summary>
    private bool AtStart(StatementContext context, EntitySet entities, int first, int end)
    {
        ParsedText parsed = context.Parsed;
        for (int i = first + 1; i < end - 1 && i - first <= LongestSubject; i++)
        {
            if (parsed.Tokens[i].Upos is Upos.AUX or Upos.PUNCT && parsed.Form(i) is not ("\u2019" or "'")) { return false; }
            if (WordAt(context, i) is not { } word)
            {
                if (context.Syntax.IsFinite(i) && !char.IsUpper(parsed.Form(i)[0])) { return false; }
                continue;
            }
            if (context.Syntax.IsFinite(i + 1) || !speakers.IsSpeaker(context, entities, first, i - 1, atEnd: false)) { return false; }
            int last = i, content = i + 1;
            foreach (string preposition in word.Prepositions)
            {
                if (context.Syntax.Says(content, preposition) && preposition is not ("of" or "at" or "against")) { last = content++; break; }
            }
            return content < end && Add(context, word, i, last, first, i - 1, content, end - 1);
        }
        return false;
    }

    /// <summary>A word in -s that is a verb of saying without it.</summary>
    private static ReportingWord? WordAt(StatementContext context, int token)
    {
        ReadOnlySpan<char> form = context.Parsed.Form(token);
        if (form.Length < 4 || form[^1] is not 's' || !char.IsLower(form[0])) { return null; }
        string stem = form[..^1].ToString();
        foreach (string lemma in (ReadOnlySpan<string>)[stem, stem.EndsWith('e') ? stem[..^1] : stem, stem.EndsWith("ie", StringComparison.Ordinal) ? stem[..^2] + "y" : stem])
        {
            foreach (ReportingWord word in context.Lexicon.Verbs(lemma))
            {
                if (word.Rest.Length == 0 && word.Takes(Frames.That | Frames.Object | Frames.As | Frames.Quote) || (word.Rest.Length == 0 && word.ObjectPrepositions.Length > 0)) { return word; }
            }
        }
        return null;
    }

    private static bool Add(StatementContext context, ReportingWord word, int cue, int cueLast, int speakerFirst, int speakerLast, int first, int last)
    {
        ParsedText parsed = context.Parsed;
        Draft draft = new()
        {
            Rule = "statements/headline-verb",
            Word = word,
            CueHead = cue,
            CueSpan = parsed.SpanOf(cue, cueLast),
            Speaker = new Speaker(parsed.HeadOf(parsed.SpanOf(speakerFirst, speakerLast)), -1, "statements/headline") { Span = parsed.SpanOf(speakerFirst, speakerLast) },
            Form = StatementForm.Headline,
            Confidence = Guessed,
        };
        context.Content.Add(draft, first, last);
        return context.Keep(draft);
    }
}
