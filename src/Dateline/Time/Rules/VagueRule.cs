namespace Dateline.Time.Rules;

/// <summary>Words for a present, past or future without limits.</summary>
/// <example>"now" -> PRESENT_REF; "recently", "in recent years" -> PAST_REF; "soon", "in the near future" -> FUTURE_REF.</example>
/// <seealso href="specs/time/vague.md"/>
internal sealed class VagueRule : ITimeRule
{
    public string Name => "time/vague";

    public ReadOnlySpan<WordClass> Starts => [WordClass.Vague, WordClass.Article, WordClass.Other];

    public TimeMention? Match(TimeScan scan, int at)
    {
        // "Now, what of the house?" turns to a new matter.
        if (scan.Is(at, "now") && scan.StartsSentence(at) && scan.IsGlued(at + 1, ",")) { return null; }
        // "the recently released film": the word belongs to a noun.
        if (scan.Class(at) == WordClass.Vague && (scan.IsDash(at + 1) || (scan.Is(at, "recently") && (scan.Is(at - 1, "the", "a") || scan.IsGlued(at, "(") || scan.Is(at - 1, "("))))) { return null; }
        if (scan.Class(at) == WordClass.Vague) { return scan.Is(at, "soon") && scan.Is(at + 1, "after") ? null
            : Mention(at, at + 1, scan[at].Code!); }
        if (scan.Is(at, "recent") && scan.Class(at + 1) == WordClass.Unit
            && scan[at + 1].Value > 50) { return Mention(at, at + 2, "PAST_REF"); }
        if (scan.Is(at, "these") && scan.Is(at + 1, "days")) { return Mention(at, at + 2, "PRESENT_REF"); }
        if (!scan.Is(at, "the")) { return null; }
        if (scan.Is(at + 1, "near", "foreseeable") && scan.Is(at + 2, "future")) { return Mention(at, at + 3, "FUTURE_REF"); }
        if (!scan.Is(at - 1, "in")) { return null; }
        if (scan.Is(at + 1, "future")) { return Mention(at, at + 2, "FUTURE_REF"); }
        return scan.Is(at + 1, "past") && scan.Class(at + 2) == WordClass.Mark ? Mention(at, at + 2, "PAST_REF") : null;
    }

    private static TimeMention Mention(int at, int end, string value) => new(at, end, TimeType.Date) { Value = value };
}
