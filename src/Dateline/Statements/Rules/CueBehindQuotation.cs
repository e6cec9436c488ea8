using Dateline.Text;

namespace Dateline.Statements.Rules;

/// <summary>Finds the verb of saying behind a quotation: '…," Scott Pruitt, who asked not to be filmed, told'.</summary>
/// <seealso href="specs/statements/quotations.md"/>
internal sealed class CueBehindQuotation(CueFinder cues)
{
    private const int LongestClimb = 45;

    /// <summary>The first verb of saying that is the main verb of the words behind the quotation; a verb of another kind before it ends the search.</summary>
    public int Find(StatementContext context, int at, int end, out ReportingWord? word)
    {
        ParsedText parsed = context.Parsed;
        bool subjectSeen = false;
        word = null;
        if (parsed.Tokens[at].Xpos is "WP" or "WDT") { return -1; }
        for (int i = at; i < end && context.Quotations.OuterOf(i) < 0; i++)
        {
            if (!context.Syntax.IsVerb(i))
            {
                if (subjectSeen && i < at + 4 && cues.LostVerbAt(parsed, i) is { } lost)
                {
                    word = lost;
                    return i;
                }
                if (parsed.Tokens[i].Upos is Upos.NOUN or Upos.PROPN or Upos.PRON or Upos.NUM) { subjectSeen = true; }
                else if (i == at && parsed.Tokens[i].Upos is Upos.AUX && !char.IsUpper(parsed.Form(i)[0])) { return -1; }
                continue;
            }
            word = cues.VerbAt(parsed, i);
            if (char.IsUpper(parsed.Form(i)[0]) && !(subjectSeen && parsed.Form(i - 1) is "," && word is not null)) { subjectSeen = true; continue; }
            bool ofNoun = subjectSeen && IsOfNoun(parsed, i, at);
            if (word is not null && word.Takes(Frames.Quote))
            {
                if (!ofNoun || !HasLaterCue(context, i + 1, end)) { return i; }
            }
            else if (!ofNoun && !parsed.Is(i, "amod") && !parsed.Is(i, "compound")) { return -1; }
        }
        return -1;
    }

    /// <summary>"an official, who asked not to be named, told": asked and named tell of the official; neither is the cue while a later one is there.</summary>
    private static bool IsOfNoun(ParsedText parsed, int verb, int first)
    {
        for (int at = verb, steps = 0; at >= first && steps < LongestClimb; at = parsed.Tokens[at].Head, steps++)
        {
            if ((parsed.Is(at, "acl") || parsed.Is(at, "amod")) && parsed.Tokens[at].Head >= first) { return true; }
        }
        return false;
    }

    private bool HasLaterCue(StatementContext context, int from, int end)
    {
        for (int i = from; i < end; i++)
        {
            if (context.Syntax.IsVerb(i) && !context.Parsed.Is(i, "acl") && cues.VerbAt(context.Parsed, i) is { } word && word.Takes(Frames.Quote)) { return true; }
        }
        return false;
    }
}
