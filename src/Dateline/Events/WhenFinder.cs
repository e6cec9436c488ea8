using Dateline.Time;

namespace Dateline.Events;

/// <summary>When a happening was: the time expression under its clause, as a half-open range of days with its basis.</summary>
internal sealed class WhenFinder
{
    private const int MostSteps = 12;

    /// <summary>The times told of each draft; several when dates are listed ("in 2014, April 2016 and this past July").</summary>
    public List<TimeExpression> Find(EventScene scene, EventDraft draft)
    {
        List<TimeExpression> direct = [], shared = [];
        Text.Sentence sentence = scene.Parsed.SentenceOf(draft.Head);
        foreach (TimeExpression time in scene.Times)
        {
            if (time.Span.End <= sentence.Span.Start) { continue; }
            if (time.Span.Start >= sentence.Span.End) { break; }
            if (time.Type is not (TimeType.Date or TimeType.Time) || (time.Start is null && time.End is null)) { continue; }
            int head = scene.Parsed.HeadOf(time.Span);
            if (head < 0) { continue; }
            bool first = true;
            foreach (int above in GovernorFinder.Above(scene, head))
            {
                if (draft.Heads.Contains(above)) { direct.Add(time); break; }
                if (first && GovernorFinder.Shares(scene, draft, above)) { shared.Add(time); break; }
                first = scene.Upos(above) != Text.Upos.VERB;
            }
        }
        if (direct.Count > 0) { return direct; }
        return shared.Count > 0 ? shared : Lone(scene, draft, sentence);
    }

    /// <summary>"in 2014, in April 2016 and this past July": nothing but commas, "and" and a preposition between them; "overnight into Sunday" is one time told twice.</summary>
    public static bool AreListed(EventScene scene, List<TimeExpression> times)
    {
        for (int i = 1; i < times.Count; i++)
        {
            ReadOnlySpan<char> between = scene.Parsed.Text.AsSpan(times[i - 1].Span.End, Math.Max(0, times[i].Span.Start - times[i - 1].Span.End));
            if (!between.Contains(',') && !between.Contains(" and ", StringComparison.Ordinal) && !between.Contains(" or ", StringComparison.Ordinal)) { return false; }
        }
        return true;
    }

    /// <summary>The only date of a sentence dates what it tells, unless it dates the saying.</summary>
    private static List<TimeExpression> Lone(EventScene scene, EventDraft draft, Text.Sentence sentence)
    {
        TimeExpression? lone = null;
        foreach (TimeExpression time in scene.Times)
        {
            if (time.Span.End <= sentence.Span.Start) { continue; }
            if (time.Span.Start >= sentence.Span.End) { break; }
            if (time.Type is not (TimeType.Date or TimeType.Time) || time.Start is null) { continue; }
            if (lone is not null) { return []; }
            lone = time;
        }
        if (lone is null) { return []; }
        // "Britain, which mediated earlier talks, will send a team this week": the date is the main clause's.
        if (RelativeClause(scene, draft.Predicate) is >= 0 and int clause && scene.Parsed.HeadOf(lone.Span) is >= 0 and int dated && !scene.Parsed.IsUnder(dated, clause) && scene.Parsed.Tokens[dated].Span.Start > scene.Parsed.SubtreeSpan(clause).End) { return []; }
        int head = scene.Parsed.HeadOf(lone.Span);
        if (head >= 0 && InSideClause(scene, head, draft)) { return []; }
        foreach (int above in GovernorFinder.Above(scene, head))
        {
            if (scene.Upos(above) == Text.Upos.VERB && PloverLexicon.Default.IsA(scene.Verb(above), "SPEECH")) { return []; }
        }
        return [lone];
    }

    /// <summary>The verb of the relative clause that the token stands in, or -1.</summary>
    private static int RelativeClause(EventScene scene, int token)
    {
        for (int at = token, steps = 0; at >= 0 && steps < MostSteps; at = scene.Head(at), steps++)
        {
            if (scene.Parsed.Tokens[at].Deprel == "acl:relcl") { return at; }
        }
        return -1;
    }

    /// <summary>"an aid package stalled since October", "The war, which erupted in April, has killed": a date in a clause about a noun dates that clause only.</summary>
    private static bool InSideClause(EventScene scene, int token, EventDraft draft)
    {
        int at = token, first = Math.Max(scene.Parsed.SentenceOf(token).First, scene.Parsed.Left(token) - 1);
        // A date at the end of a sentence hangs on the last participle more often than it belongs there.
        bool since = scene.IsForm(first, "since") || scene.CaseOf(token) is "since";
        for (int steps = 0; steps < MostSteps && at >= 0; steps++)
        {
            if (scene.Parsed.Is(at, "acl") && scene.Upos(at) == Text.Upos.VERB && (since || scene.Parsed.Tokens[at].Deprel == "acl:relcl")) { return !scene.Parsed.IsUnder(draft.Head, at); }
            at = scene.Head(at);
        }
        return false;
    }

    /// <summary>The days of a time expression, by the preposition before it: "since" has no end, "by" and "before" no start.</summary>
    public EventWhen Days(EventScene scene, TimeExpression time)
    {
        int first = scene.Parsed.TokenAtOrAfter(time.Span.Start);
        string before = first > 0 ? scene.Lemma(first - 1).ToLowerInvariant() : "";
        string own = first < scene.Parsed.Tokens.Length ? scene.Lemma(first).ToLowerInvariant() : "";
        DateOnly? start = time.Start, end = time.End;
        int head = scene.Parsed.HeadOf(time.Span);
        // "since the coup of February 2021".
        bool since = head >= 0 && scene.Parsed.Is(head, "nmod") && scene.Head(head) is >= 0 and int over && over < head && scene.CaseOf(over) is "since";
        if (since || before == "since" || own == "since") { end = null; }
        else if (before == "by" || own == "by") { start = null; }
        else if (before is "before" or "until" || own is "before" or "until") { (start, end) = (null, time.Start ?? time.End); }
        // "shortly after noon" is of that day.
        else if (time.Type == TimeType.Time) { }
        else if (before is "after" || own is "after") { (start, end) = (time.End ?? time.Start, null); }
        return new EventWhen { Start = start, End = end, Precision = Precision(time), Basis = WhenBasis.Stated };
    }

    /// <summary>Nothing told: it can have been no later than the day of publication.</summary>
    public static EventWhen? Unknown(EventScene scene) =>
        scene.DayAfter is { } after ? new EventWhen { End = after, Basis = WhenBasis.Publication } : null;

    private static WhenPrecision? Precision(TimeExpression time)
    {
        string value = time.Value ?? "";
        if (value.Contains('/', StringComparison.Ordinal)) { return WhenPrecision.Interval; }
        if (value.Length >= 8 && value[4] == '-' && value[5] == 'W') { return WhenPrecision.Week; }
        if (value.Length >= 10) { return WhenPrecision.Day; }
        if (value.Length == 7) { return char.IsAsciiLetter(value[5]) ? (value[5] is 'Q' or 'H' ? WhenPrecision.Interval : WhenPrecision.Season) : WhenPrecision.Month; }
        if (value.Length == 4) { return WhenPrecision.Year; }
        if (time.Start is { } start && time.End is { } end)
        {
            int days = end.DayNumber - start.DayNumber;
            return days switch { <= 1 => WhenPrecision.Day, <= 7 => WhenPrecision.Week, <= 31 => WhenPrecision.Month, <= 366 => WhenPrecision.Year, _ => WhenPrecision.Interval };
        }
        return null;
    }
}
