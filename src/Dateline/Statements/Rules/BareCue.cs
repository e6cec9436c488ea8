using Dateline.Text;

namespace Dateline.Statements.Rules;

/// <summary>Silence told as such: did not respond to …, declined, gave no details on ….</summary>
/// <example>The firm did not respond to requests for comment -> decline</example>
/// <seealso href="specs/statements/declining.md"/>
internal static class BareCue
{
    public static bool Apply(StatementContext context, int cue, ReportingWord word)
    {
        ParsedText parsed = context.Parsed;
        bool silent = word.Takes(Frames.Bare) || (context.Syntax.IsNegated(cue) && word.Lemma is "respond" or "reply" or "comment" or "answer" or "elaborate");
        Speaker speaker = context.SpeakerOf(cue);
        if (!silent || !speaker.Found) { return false; }
        Draft draft = context.NewVerbDraft("statements/no-comment", cue, word, speaker);
        draft.Act = Act.Decline;
        foreach (int child in parsed.Children(cue))
        {
            if (child > cue && (parsed.Is(child, "obl") || parsed.Is(child, "obj") || parsed.Is(child, "advcl")))
            {
                context.Content.Add(draft, parsed.Left(child), parsed.Right(child));
                break;
            }
        }
        if (draft.Content.Count == 0) { draft.Content.Add(draft.CueSpan!.Value); }
        draft.Confidence = 0.85;
        return context.Keep(draft);
    }
}
