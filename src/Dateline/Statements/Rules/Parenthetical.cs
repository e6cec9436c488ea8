using Dateline.Text;

namespace Dateline.Statements.Rules;

/// <summary>A cue at the end or in the middle of what is said, without a link: "The roads are shut, police said."; "The vote, he added, is void."; "as the mayor put it".</summary>
/// <seealso href="specs/statements/parentheticals.md"/>
internal static class Parenthetical
{
    /// <summary>"as the mayor put it" is short.</summary>
    private const int LongestAsClause = 14;

    public static bool Apply(StatementContext context, int cue, ReportingWord word)
    {
        if (!word.Takes(Frames.That | Frames.ObjectThat | Frames.Quote)) { return false; }
        ParsedText parsed = context.Parsed;
        bool passive = context.Syntax.IsPassive(cue);
        Speaker speaker = passive ? new Speaker(context.Syntax.Agent(cue), -1, "statements/agent") : context.SpeakerOf(cue);
        if (!speaker.Found) { return false; }
        if (!word.Takes(Frames.That | Frames.ObjectThat)) { return false; }
        if (context.Syntax.Marker(cue) == "as" && parsed.Is(cue, "advcl"))
        {
            return parsed.Right(cue) - parsed.Left(cue) <= LongestAsClause && parsed.Child(cue, "obj") < 0 && AddAround(context, cue, word, speaker, "statements/as-clause");
        }
        if (passive || !word.Takes(Frames.Quote)) { return false; }
        if (parsed.Is(cue, "parataxis") || parsed.Is(cue, "advcl:relcl")) { return AddAround(context, cue, word, speaker, "statements/parenthetical"); }
        return AtSentenceStart(context, cue, word, speaker);
    }

    /// <summary>The clause that the cue hangs on, without the cue's own words.</summary>
    private static bool AddAround(StatementContext context, int cue, ReportingWord word, Speaker speaker, string rule)
    {
        ParsedText parsed = context.Parsed;
        int head = parsed.Tokens[cue].Head;
        if (head < 0) { return false; }
        int first = parsed.Left(cue), last = parsed.Right(cue);
        if (first < head && last > head) { return false; }
        Draft draft = context.NewVerbDraft(rule, cue, word, speaker);
        context.Content.AddWithout(draft, parsed.Left(head), parsed.Right(head), first, last);
        draft.Confidence = 0.6;
        return context.Keep(draft);
    }

    /// <summary>"Police said the roads are shut" where the tree lost the clause: all behind the cue, or from its "that" on.</summary>
    private static bool AtSentenceStart(StatementContext context, int cue, ReportingWord word, Speaker speaker)
    {
        ParsedText parsed = context.Parsed;
        Sentence sentence = parsed.SentenceOf(cue);
        if (speaker.Head > cue || !word.Takes(Frames.That | Frames.ObjectThat) || cue + 3 >= sentence.End) { return false; }
        int that = context.ThatBehind(cue);
        int first = that >= 0 ? that + 1 : BehindTime(context, cue, sentence.End);
        if (context.EndsBeforeParticiple(cue)) { return false; }
        int told = that < 0 && word.Addressee == "obj" ? BehindReceiver(context, cue) : -1;
        if (told >= 0) { first = told; }
        // "The army said this past July": nothing stands behind the time.
        if (first >= sentence.End) { return false; }
        if (that < 0 && told < 0 && word.Takes(Frames.ObjectThat) && (parsed.Child(cue, "obj") > cue || parsed.Child(cue, "iobj") > cue)) { return false; }
        if (that < 0 && told < 0 && word.Takes(Frames.Object) && parsed.Child(cue, "obj") > cue) { return false; }
        if (that < 0 && (!(context.Syntax.IsFinite(cue) || (context.Syntax.HasTense(cue) && (told >= 0 || word.Lemma is "say")) || IsSaying(context, cue)) || !word.Takes(Frames.That) || parsed.Tokens[first].Upos is Upos.PUNCT or Upos.ADP || parsed.Tokens[first].Xpos is "TO" or "IN")) { return false; }
        if (that < 0 && (QuotationLayout.IsSpacedDash(parsed, cue + 1) || AnswersBySaying(context, cue))) { return false; }
        if (!HasVerb(context, first, sentence.End, anyForm: that >= 0 || (word.Lemma is "say" && context.Syntax.IsFinite(cue)))) { return false; }
        Draft draft = context.NewVerbDraft("statements/cue-then-sentence", cue, word, speaker);
        if (told >= 0) { draft.Addressee = parsed.Child(cue, "iobj") is >= 0 and int receiver ? receiver : parsed.Child(cue, "obj"); }
        context.Content.Add(draft, first, context.EndOfSaid(cue, first, sentence.End - 1, speaker));
        draft.Confidence = that >= 0 ? 0.7 : 0.5;
        return context.Keep(draft);
    }

    /// <summary>", saying his words were a farce", "by saying": a participle of plain saying with a finite verb behind it.</summary>
    private static bool IsSaying(StatementContext context, int cue) =>
        context.Parsed.Tokens[cue].Xpos is "VBG" && context.Parsed.Is(cue, "advcl") && context.Parsed.Tokens[cue].Lemma is "say" or "add" or "argue" or "claim";

    /// <summary>"answered the widow by saying …": the participle is the cue.</summary>
    private static bool AnswersBySaying(StatementContext context, int cue)
    {
        foreach (int child in context.Parsed.Children(cue))
        {
            if (child > cue && context.Parsed.Is(child, "advcl") && context.Syntax.Marker(child) is "by") { return true; }
        }
        return false;
    }

    /// <summary>"said on Thursday he had gone", "said in a statement the plant was safe": the day and occasion of saying are passed over.</summary>
    private static int BehindTime(StatementContext context, int cue, int end)
    {
        ParsedText parsed = context.Parsed;
        int first = cue + 1;
        foreach (int child in parsed.Children(cue))
        {
            if (parsed.Left(child) != first || !parsed.Is(child, "obl") || !(context.IsTime(child) || context.Lexicon.Occasions.Contains(parsed.Tokens[child].Lemma))) { continue; }
            first = child + 1;
            while (first < end - 2 && context.IsTime(first)) { first++; }
        }
        return first;
    }

    /// <summary>"told the broadcaster she was leaving": behind the one who is told a pronoun and its verb begin the clause; -1 where they do not.</summary>
    private static int BehindReceiver(StatementContext context, int cue)
    {
        ParsedText parsed = context.Parsed;
        int receiver = parsed.Child(cue, "iobj");
        if (receiver < 0) { receiver = parsed.Child(cue, "obj"); }
        if (receiver < cue) { return -1; }
        int next = receiver + 1;
        return next + 1 < parsed.SentenceOf(cue).End && parsed.Tokens[next].Lemma is "he" or "she" or "they" or "we" or "it" && parsed.Tokens[next].Xpos is "PRP"
            && (context.Syntax.IsFinite(next + 1) || parsed.Tokens[next + 1].Upos is Upos.AUX) ? next : -1;
    }

    private static bool HasVerb(StatementContext context, int first, int end, bool anyForm)
    {
        for (int i = first; i < end; i++)
        {
            if (anyForm ? context.Parsed.Tokens[i].Upos is Upos.VERB or Upos.AUX : context.Syntax.IsFinite(i)) { return true; }
        }
        return false;
    }
}
