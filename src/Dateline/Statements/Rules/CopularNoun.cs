using Dateline.Text;

namespace Dateline.Statements.Rules;

/// <summary>A noun of saying that is what is said: her response was that …; the view in Oslo is that …; the army's position remains that ….</summary>
/// <seealso href="specs/statements/nouns.md"/>
internal static class CopularNoun
{
    /// <summary>Between the noun and its verb stands at most a short phrase ("the view in Oslo is").</summary>
    private const int LongestPhrase = 8;
    private const double Owned = 0.7;

    public static bool Apply(StatementContext context, int noun, ReportingWord word)
    {
        if (!word.Takes(Frames.That)) { return false; }
        ParsedText parsed = context.Parsed;
        int copula = CopulaBehind(context, noun);
        if (copula < 0 || !context.Syntax.Says(copula + 1, "that")) { return false; }
        Speaker speaker = SpeakerOf(context, noun, copula);
        Sentence sentence = parsed.SentenceOf(noun);
        int last = sentence.End - 1;
        if (!speaker.Found || copula + 3 > last) { return false; }
        Draft draft = new()
        {
            Rule = "statements/copular-noun",
            Word = word,
            CueKind = CueKind.Noun,
            CueHead = noun,
            CueSpan = copula - noun <= 2 ? parsed.SpanOf(noun, copula) : parsed.Tokens[noun].Span,
            Speaker = speaker,
            Confidence = Owned,
        };
        context.Content.Add(draft, copula + 2, context.EndOfSaid(noun, copula + 2, last, speaker));
        return context.Keep(draft);
    }

    /// <summary>"is", "was" or "remains" behind the noun, with no other verb between; -1 for none.</summary>
    private static int CopulaBehind(StatementContext context, int noun)
    {
        ParsedText parsed = context.Parsed;
        int end = Math.Min(parsed.SentenceOf(noun).End, noun + LongestPhrase + 1);
        for (int i = noun + 1; i < end; i++)
        {
            if (parsed.Tokens[i].Lemma is "be" or "remain" && parsed.Tokens[i].Xpos is "VBZ" or "VBD" or "VBP") { return i; }
            if (parsed.Tokens[i].Upos is Upos.VERB or Upos.AUX or Upos.PUNCT || context.Quotations.OuterOf(i) != context.Quotations.OuterOf(noun)) { return -1; }
        }
        return -1;
    }

    /// <summary>The owner ("her response"), else the one behind "of", "from", "in" or "among" ("the view in Oslo").</summary>
    private static Speaker SpeakerOf(StatementContext context, int noun, int copula)
    {
        ParsedText parsed = context.Parsed;
        int owner = parsed.Child(noun, "nmod:poss");
        if (owner >= 0) { return context.IsTime(owner) ? Speaker.None : new Speaker(owner, -1, "statements/possessor"); }
        foreach (int child in parsed.Children(noun))
        {
            if (child > noun && child < copula && parsed.Is(child, "nmod") && context.Syntax.Marker(child) is "of" or "from" or "in" or "among" or "by" && !context.IsTime(child))
            {
                return new Speaker(child, -1, "statements/by-phrase");
            }
        }
        return Speaker.None;
    }
}
