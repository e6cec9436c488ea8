namespace Dateline.Time.Rules;

/// <summary>A part of a longer time, which keeps the longer time's value: "early January", "the end of 1958".</summary>
/// <example>"early January" -> 2020-01; "late Saturday" -> 2026-05-23; "the beginning of 1864" -> 1864; "later that year".</example>
/// <seealso href="specs/time/edges.md"/>
internal sealed class EdgeOf(TimeGrammar grammar) : ITimeRule
{
    public string Name => "time/edge";

    public ReadOnlySpan<WordClass> Starts => [WordClass.Edge, WordClass.EdgeNoun, WordClass.Article];

    public TimeMention? Match(TimeScan scan, int at)
    {
        int word = scan.Is(at, "the") ? at + 1 : at;
        if (scan.Class(word) is WordClass.Edge && scan.Class(word + 1) == WordClass.EdgeNoun) { word++; }
        int part = scan.Class(word) == WordClass.Edge ? YearsPart(scan[word].Code) : 0;
        switch (scan.Class(word))
        {
            case WordClass.EdgeNoun:
                if (!scan.Is(word + 1, "of")) { return null; }
                word += 2;
                break;
            case WordClass.Edge when scan.Is(word, "middle"):
                if (!scan.Is(word + 1, "of")) { return null; }
                word += 2;
                break;
            case WordClass.Edge:
                word++;
                if (scan.IsDash(word) || scan.Is(word, "in", "on")) { word++; }
                else if (scan.Is(word, "part") && scan.Is(word + 1, "of")) { word += 2; }
                break;
            default:
                return null;
        }
        TimeMention? core = grammar.Core(scan, word);
        if (core is null && scan.Is(word, "the") && scan.Class(word + 1) == WordClass.Unit
            && scan[word + 1].Value < 50) { core = TheUnit(scan, word); }
        // "by end of month".
        if (core is null && scan.Class(word) == WordClass.Unit && !scan[word].Capital && scan[word].Value < 50 && scan.Is(word - 1, "of")) { core = TheUnit(scan, word - 1); }
        return core is null || core.Rule == Duration.Age || core.Type is TimeType.Duration or TimeType.Set || core.Value is not null ? null
            : core with { First = at, Date = InPart(core.Date, part) };
    }

    /// <summary>"the late 1950s" are other years than "the 1950s"; "late 1958" is 1958.</summary>
    private static PartialDate? InPart(PartialDate? date, int part) =>
        date is { Grain: Grain.Decade or Grain.Century } years ? years with { Part = part } : date;

    private static int YearsPart(string? edge) => edge switch { "early" => 1, "mid" or "middle" => 2, "late" or "later" => 3, _ => 0 };

    /// <summary>"the end of the year": the year last named, or the story's.</summary>
    private static TimeMention? TheUnit(TimeScan scan, int at)
    {
        if (TimeUnits.GrainOf((TimeUnit)scan[at + 1].Value) is not { } grain || grain is Grain.Day) { return null; }
        return new TimeMention(at, at + 2, TimeType.Date)
        {
            Resolve = context => context.Present is { } day ? new TimeValue(PartialDate.Of(day, grain), context.PresentIsReference) : null,
        };
    }
}
