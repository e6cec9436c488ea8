namespace Dateline.Time.Rules;

/// <summary>A century by its number, written as its days, as the calendar counts them: 1800 to 1899 for the 19th.</summary>
/// <example>"the 19th century" -> 1800-01-01/1899-12-31; "the late 19th century" -> 1875-01-01/1899-12-31; "the 9th century BC" -> BC08.</example>
/// <seealso href="specs/time/years.md"/>
internal sealed class CenturyRule : ITimeRule
{
    public string Name => "time/century";

    public ReadOnlySpan<WordClass> Starts => [WordClass.Article, WordClass.Ordinal, WordClass.Number];

    public TimeMention? Match(TimeScan scan, int at)
    {
        int word = scan.Is(at, "the") ? at + 1 : at;
        int start = word;
        if (Days.Ordinal(scan, word) is not { Number: >= 1 and <= 30 } ordinal) { return null; }
        int end = scan.IsDash(ordinal.End) ? ordinal.End + 1 : ordinal.End;
        if (!scan.Is(end, "century", "centuries")) { return null; }
        end++;
        int first = (ordinal.Number - 1) * 100;
        if (Years.Era(scan, end) is { } era)
        {
            end = era.End;
            if (era.BeforeChrist) { return new TimeMention(start, end, TimeType.Date) { Value = string.Create(null,
                $"BC{ordinal.Number - 1:00}") }; }
        }
        return new TimeMention(start, end, TimeType.Date) { Date = new PartialDate(Grain.Century, first) };
    }
}
