namespace Dateline.Time.Rules;

/// <summary>A length of time. Ages ("18-year-old", "40 years old") and rates ("$5 a day") are none.</summary>
/// <example>"three days" -> P3D; "18-year" -> P18Y; "1 minute and 45 seconds" -> PT1M45S; "the past two years" -> P2Y; "for months" -> PXM.</example>
/// <seealso href="specs/time/durations.md"/>
internal sealed class Duration : ITimeRule
{
    public string Name => "time/duration";

    public ReadOnlySpan<WordClass> Starts =>
    [
        WordClass.Digits, WordClass.Number, WordClass.Scale, WordClass.VagueNumber, WordClass.Half, WordClass.Article,
            WordClass.Unit, WordClass.Deixis,
    ];

    public TimeMention? Match(TimeScan scan, int at)
    {
        int start = at;
        // "the past two years", "the first ten months of".
        if (scan.Is(at, "the") || scan.Class(at) == WordClass.Deixis)
        {
            int word = scan.Is(at, "the") ? at + 1 : at;
            if (scan.Class(word) != WordClass.Deixis && scan.Class(word) != WordClass.Ordinal) { return null; }
            start = word + 1;
            if (scan.Class(start) == WordClass.Unit && scan[start].Value > 50
                && scan.Class(start - 1) == WordClass.Deixis && !scan.Is(start - 1, "this", "that"))
            {
                return new TimeMention(at, start + 1, TimeType.Duration) { Value = TimeUnits.Duration("X",
                    (TimeUnit)(scan[start].Value - 50)) };
            }
            if (scan.Class(start) is WordClass.Unit or WordClass.Article) { return null; }
        }
        if (scan.Class(at) == WordClass.Unit) { return Bare(scan, at); }
        if (NumberPhrase.Read(scan, start) is not { } number) { return null; }
        bool dashed = scan.IsDash(number.End);
        int unitAt = dashed ? number.End + 1 : number.End;
        if (scan.Is(unitAt, "full", "long") || scan.Is(unitAt, "straight", "consecutive")
            || scan.Is(unitAt, "more", "whole") || scan.Is(unitAt, "short")) { unitAt++; }
        // "two and a half years", "ten brutal months".
        string amount = number.Amount;
        int half = scan.Is(unitAt, "and") ? (scan.Is(unitAt + 1, "a") ? unitAt + 2 : unitAt + 1) : -1;
        if (half > 0 && scan.Is(half, "half")
            && number.Count is { } wholes) { (amount, unitAt) = (string.Create(null, $"{wholes}.5"), half + 1); }
        bool adjective = scan.Class(unitAt) == WordClass.Other && unitAt < scan.Count && !scan[unitAt].Capital
            && scan[unitAt].Length > 3 && scan.Class(unitAt + 1) == WordClass.Unit && scan[unitAt + 1].Value > 50;
        if (adjective && number.Count is > 1) { unitAt++; }
        if (scan.Class(unitAt) != WordClass.Unit) { return null; }
        // "the Six-Day War", "the Thirty Years' War" are names.
        if (scan[unitAt].Capital && scan[start].Capital && !scan.StartsSentence(start)) { return null; }
        bool plural = scan[unitAt].Value > 50;
        TimeUnit unit = (TimeUnit)(scan[unitAt].Value % 50);
        // "once a year", "twice a week" come again.
        if (scan.Class(start) == WordClass.Article && !plural && !dashed && scan.Is(at - 1, "once", "twice"))
        {
            return new TimeMention(at - 1, unitAt + 1, TimeType.Set) { Value = TimeUnits.Duration("1", unit) };
        }
        if (scan.Class(start) == WordClass.Article && (dashed || plural && number.Count == 1 || IsRate(scan, at))) { return null; }
        if (!plural && !dashed && number.Count is not 1 && number.Amount is not ("0.5" or "X")
            && !scan.Is(unitAt, "min") && !scan.IsApostrophe(unitAt + 1) && number.Count is null) { return null; }
        int end = unitAt + 1;
        if (IsAge(scan, end)) { return new TimeMention(at, end, TimeType.Duration) { Rule = Age }; }
        string value = TimeUnits.Duration(amount, unit);
        if (scan.Is(end, "and") && NumberPhrase.Read(scan, end + 1) is { } second
            && scan.Class(second.End) == WordClass.Unit && number.Count is not null)
        {
            string more = TimeUnits.Duration(second.Amount, (TimeUnit)(scan[second.End].Value % 50));
            bool clock = value.StartsWith("PT", StringComparison.Ordinal);
            value += clock ? more[2..] : more[1..];
            end = second.End + 1;
        }
        if (scan.IsDash(end) && scan.Is(end + 1, "long")) { end += 2; }
        return new TimeMention(at, end, TimeType.Duration) { Value = value };
    }

    /// <summary>Marks words that are eaten so that no other rule reads them, and give no record.</summary>
    internal const string Age = "age";

    /// <summary>"for years", "took months": the number is open.</summary>
    private static TimeMention? Bare(TimeScan scan, int at)
    {
        if (scan[at].Value <= 50)
        {
            return scan.IsDash(at + 1) && scan.Is(at + 2, "long")
                ? new TimeMention(at, at + 3, TimeType.Duration) { Value = TimeUnits.Duration("1", (TimeUnit)scan[at].Value) } : null;
        }
        bool introduced = scan.Is(at - 1, "for", "in") || scan.Is(at - 1, "within", "over")
            || scan.Is(at - 1, "after", "took") || scan.Is(at - 1, "of", "during") || scan.Is(at - 1, "recent");
        return introduced ? new TimeMention(at, at + 1, TimeType.Duration) { Value = TimeUnits.Duration("X",
            (TimeUnit)(scan[at].Value - 50)) } : null;
    }

    private static bool IsAge(TimeScan scan, int at) =>
        scan.Is(at, "old") || (scan.IsDash(at) && scan.Is(at + 1, "old", "olds")) || (scan.Is(at, "of") && scan.Is(at + 1, "age"));

    /// <summary>"40,000 a year", "twice a day".</summary>
    private static bool IsRate(TimeScan scan, int at) =>
        scan.Class(at - 1) is WordClass.Digits or WordClass.Scale || scan.Is(at - 1, "times", "twice")
            || scan.Is(at - 1, "once", "million") || scan.Is(at - 1, "billion", "people")
        || (scan.Class(at - 1) == WordClass.Unit && scan[at - 1].Value > 50);
}
