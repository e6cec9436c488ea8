using Dateline.Stories;
using Dateline.Text;
using Dateline.Time;

namespace Dateline.Events;

/// <summary>History or news: old dates, "since 1992", the past before the past.</summary>
internal static class Background
{
    /// <summary>Days before the story after which a dated happening is history.</summary>
    private const int HistoryAfterDays = 30;
    private const int MostSteps = 6;
    /// <summary>A shorter text has no lead of its own.</summary>
    private const int LeastParagraphs = 4;

    public static void Judge(EventScene scene, EventDraft draft)
    {
        DateOnly? reference = scene.Story.ReferenceDate?.Value;
        if (draft.When is { Basis: WhenBasis.Stated or WhenBasis.Inferred } when)
        {
            if (reference is { } day)
            {
                DateOnly? last = when.End ?? when.Start;
                draft.Background = draft.Modality == Modality.Actual && !IsLeadNews(scene, draft) && last is { } end && end.DayNumber < day.DayNumber - HistoryAfterDays;
            }
            return;
        }
        draft.Background = draft.Modality == Modality.Actual && (IsAside(scene, draft.Predicate) || IsPluperfect(scene, draft.Predicate) || IsToldOn(scene, draft, reference));
    }

    /// <summary>"In August 2020 a frigate was rammed. Athens accused Ankara of piracy.": in the simple past, and in the paragraph of an old date, the story tells on.</summary>
    private static bool IsToldOn(EventScene scene, EventDraft draft, DateOnly? reference)
    {
        int verb = draft.Predicate;
        if (reference is not { } day || draft.Chain.Count > 0 || scene.Xpos(verb) != "VBD" || Have(scene, verb) >= 0 || scene.Parsed.Child(verb, "aux") >= 0) { return false; }
        for (int steps = 0, at = verb; scene.Head(at) >= 0; at = scene.Head(at))
        {
            // "have imposed martial law and launched …" is the perfect of the first verb.
            if (++steps > MostSteps || !(scene.Parsed.Is(at, "conj") || scene.Parsed.Is(at, "parataxis")) || Have(scene, scene.Head(at)) >= 0) { return false; }
        }
        int block = scene.Parsed.SentenceOf(verb).Block, from = scene.Parsed.SentenceOf(verb).Span.Start;
        TimeExpression? told = null;
        foreach (TimeExpression time in scene.Times)
        {
            if (time.Span.Start >= from) { break; }
            int token = scene.Parsed.TokenAtOrAfter(time.Span.Start);
            if (time.Type is TimeType.Date or TimeType.Time && time.Start is not null && token < scene.Parsed.Tokens.Length && scene.Parsed.SentenceOf(token).Block == block) { told = time; }
        }
        return told is { End: { } end } && end.DayNumber < day.DayNumber - HistoryAfterDays;
    }

    /// <summary>"A tank crew killed a reporter in October, a report said on Thursday": what headline or lead tells by somebody's word is the news, however old.</summary>
    private static bool IsLeadNews(EventScene scene, EventDraft draft)
    {
        int block = scene.Parsed.SentenceOf(draft.Head).Block, paragraphs = 0, before = 0;
        for (int i = 0; i < scene.Story.Blocks.Count; i++)
        {
            if (scene.Story.Blocks[i].Role != BlockRole.Paragraph) { continue; }
            paragraphs++;
            if (i < block) { before++; }
        }
        return paragraphs >= LeastParagraphs && before == 0 && draft.Chain.Count > 0 && !scene.Parsed.Is(draft.Predicate, "acl") && !scene.Parsed.Is(draft.Predicate, "advcl");
    }

    /// <summary>"who had fled", "which sees … and has rejected", "to have signed" beside a noun: what is known of it, not the news.</summary>
    private static bool IsAside(EventScene scene, int verb)
    {
        if (Have(scene, verb) < 0) { return false; }
        int at = verb;
        for (int steps = 0; steps < MostSteps && scene.Parsed.Is(at, "conj"); steps++) { at = scene.Head(at); }
        return at >= 0 && scene.Parsed.Is(at, "acl");
    }

    /// <summary>"The two sides had been holding talks": the past before the past, in the outlet's own main clause (in reported words "had" only shifts the tense).</summary>
    private static bool IsPluperfect(EventScene scene, int verb) =>
        Have(scene, verb) is >= 0 and int have && scene.IsForm(have, "had") && scene.Parsed.Is(verb, "root") && scene.Chains.Innermost(scene.Parsed.Tokens[verb].Span) is null;

    private static int Have(EventScene scene, int verb)
    {
        foreach (int child in scene.Parsed.Children(verb))
        {
            if (scene.Parsed.Is(child, "aux") && scene.Lemma(child) == "have") { return child; }
        }
        return -1;
    }
}
