namespace Dateline.Time.Rules;

/// <summary>So many units before or after the story's date ("ago", "from now") or the date last named ("later", "earlier").</summary>
/// <example>Story of 2011-03-08: "ten years ago" -> 2001; after "5 March": "two days later" -> 03-07; "years later" -> FUTURE_REF.</example>
/// <seealso href="specs/time/offsets.md"/>
internal sealed class Offset : ITimeRule
{
    public string Name => "time/offset";

    public ReadOnlySpan<WordClass> Starts => [WordClass.Digits, WordClass.Number, WordClass.Scale,
        WordClass.VagueNumber, WordClass.Article, WordClass.Unit, WordClass.Half];

    public TimeMention? Match(TimeScan scan, int at)
    {
        if (scan.Is(at, "the")) { return Definite(scan, at); }
        NumberPhrase? number = NumberPhrase.Read(scan, at);
        int word = number?.End ?? at;
        if (number is null && !(scan.Class(at) == WordClass.Unit && scan[at].Value > 50)) { return null; }
        if (scan.Is(word, "full", "whole") || scan.Is(word, "short", "long")) { word++; }
        if (scan.Class(word) != WordClass.Unit) { return null; }
        TimeUnit unit = (TimeUnit)(scan[word].Value % 50);
        int end = word + 1;
        // "two years and three months later": the finer part is not reckoned with.
        if (scan.Is(end, "and") && NumberPhrase.Read(scan, end + 1) is { } more
            && scan.Class(more.End) == WordClass.Unit && Marker(scan, more.End + 1) is not null) { end = more.End + 1; }
        if (Marker(scan, end) is not { } marker) { return null; }
        if (number?.Count is not { } count)
        {
            return new TimeMention(at, marker.End, TimeType.Date) { Value = marker.Step < 0 ? "PAST_REF" : "FUTURE_REF" };
        }
        return new TimeMention(at, marker.End, TimeType.Date) { Resolve = context => Resolve(context, unit,
            count * marker.Step, marker.FromFocus, told: scan.Is(marker.End - 1, "after", "before")) };
    }

    /// <summary>"the day before", "the year after", "the night before".</summary>
    private static TimeMention? Definite(TimeScan scan, int at)
    {
        if (scan.Class(at + 1) != WordClass.Unit || scan[at + 1].Value > 50) { return null; }
        bool before = scan.Is(at + 2, "before");
        if ((!before && !scan.Is(at + 2, "after", "following")) || scan.Is(at + 3, "yesterday", "tomorrow")) { return null; }
        TimeUnit unit = (TimeUnit)scan[at + 1].Value;
        return new TimeMention(at, at + 3, TimeType.Date)
        {
            Resolve = context => Resolve(context, unit, before ? -1 : 1, fromFocus: true) is { Date: { } date } value
                && unit == TimeUnit.Night
                ? value with { Date = date with { Clock = "TNI" } } : Resolve(context, unit, before ? -1 : 1, fromFocus: true),
        };
    }

    private static (int Step, bool FromFocus, int End)? Marker(TimeScan scan, int at)
    {
        if (scan.Is(at, "ago")) { return (-1, false, at + 1); }
        if (scan.Is(at, "from") && scan.Is(at + 1, "now")) { return (1, false, at + 2); }
        if (scan.Is(at, "later")) { return (1, true, at + 1); }
        // "a week before moving on" is a length.
        if (scan.Is(at, "before") && scan.Word(at + 1).EndsWith("ing", StringComparison.Ordinal)) { return null; }
        if (scan.Is(at, "earlier", "before") || scan.Is(at, "previously", "prior")) { return (-1, true, at + 1); }
        if (scan.Is(at, "after")) { return (1, true, at + 1); }
        return null;
    }

    private static TimeValue? Resolve(TimeContext context, TimeUnit unit, int count, bool fromFocus, bool told = false)
    {
        // "ten years after the war" is reckoned from the war, which only a date before it can stand for.
        if (told && context.Focus is null) { return null; }
        // "a decade ago" is told to the year, "24 hours ago" to the day.
        if (unit is TimeUnit.Decade or TimeUnit.Century) { (unit, count) = (TimeUnit.Year, count * (unit == TimeUnit.Decade ? 10 : 100)); }
        if (unit == TimeUnit.Hour && count % 24 == 0) { (unit, count) = (TimeUnit.Day, count / 24); }
        if (TimeUnits.GrainOf(unit) is not { } grain) { return null; }
        PartialDate? from = fromFocus ? context.AnchorFor(grain) : context.Present is { } day ? PartialDate.OfDay(day) : null;
        if (from is not { } anchor) { return null; }
        bool reference = fromFocus ? context.Focus is null : context.PresentIsReference;
        if (anchor.Year is < 0 && grain == Grain.Year) { return new TimeValue(PartialDate.OfYear(anchor.Year.Value + count)); }
        if (anchor.Range() is not { } range) { return null; }
        if (anchor.Grain < grain && grain >= Grain.Month && anchor.Grain != Grain.Week)
        {
            return anchor.Grain < Grain.Year ? null
                : new TimeValue(null) { Value = PartialDate.OfYear(range.Start.Year) + (grain == Grain.Month ? "-XX" : "-XX-XX") };
        }
        return TimeUnits.Add(range.Start, unit, count) is { } moved ? new TimeValue(PartialDate.Of(moved, grain), reference) : null;
    }
}
