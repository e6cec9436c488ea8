namespace Dateline.Time.Rules;

/// <summary>A length or a time of day with a word that blurs it; the value stays.</summary>
/// <example>"about 4:30 a.m." -> T04:30; "more than three years" -> P3Y; "nearly a week" -> P1W.</example>
/// <seealso href="specs/time/durations.md"/>
internal sealed class Approximated(TimeGrammar grammar) : ITimeRule
{
    public string Name => "time/approximate";

    public ReadOnlySpan<WordClass> Starts => [WordClass.Approximate, WordClass.Other];

    public TimeMention? Match(TimeScan scan, int at)
    {
        int word = at + 1;
        if (scan.Class(at) == WordClass.Other)
        {
            if (!(scan.Is(at, "more", "less") && scan.Is(word, "than")) && !(scan.Is(at, "at") && scan.Is(word, "least"))) { return null; }
            word++;
        }
        else if (scan.Is(at, "than", "least")) { return null; }
        else if (scan.Class(word) == WordClass.Approximate && !scan.Is(word, "than", "least")) { word++; }
        TimeMention? core = grammar.Core(scan, word);
        bool blurs = core is { Type: TimeType.Duration } or { Type: TimeType.Time, ClockTime: not null } or { Rule: "time/offset" };
        return blurs ? core! with { First = core!.Type == TimeType.Duration || core.Type == TimeType.Time ? at : core.First } : null;
    }
}
