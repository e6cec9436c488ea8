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
        if (UnitCounts.Read(scan, at) is { } counts)
        {
            return Marker(scan, counts.End) is not { } found ? Ahead(scan, at, counts) : new TimeMention(at, found.End, TimeType.Date)
            {
                Resolve = context => Resolve(context, counts, found.Step, found.FromFocus, told: scan.Is(found.End - 1, "after", "before")),
            };
        }
        NumberPhrase? number = NumberPhrase.Read(scan, at);
        int word = number?.End ?? at;
        if (number is null && !(scan.Class(at) == WordClass.Unit && scan[at].Value > 50)) { return null; }
        if (scan.Is(word, "full", "whole") || scan.Is(word, "short", "long")) { word++; }
        return scan.Class(word) == WordClass.Unit && Marker(scan, word + 1) is { } marker
            ? new TimeMention(at, marker.End, TimeType.Date) { Value = marker.Step < 0 ? "PAST_REF" : "FUTURE_REF" } : null;
    }

    /// <summary>"will meet in two weeks", "in two weeks' time" look ahead; "fell in two weeks" tells how long it took.</summary>
    private static TimeMention? Ahead(TimeScan scan, int at, UnitCounts counts)
    {
        int before = scan.Class(at - 1) == WordClass.Approximate ? at - 2 : at - 1;
        if (!scan.Is(before, "in") || counts.Finest < TimeUnit.Day || TimeUnits.GrainOf(counts.Finest) is not { } grain) { return null; }
        bool time = scan.IsApostrophe(counts.End) && scan.Is(counts.End + 1, "time");
        bool since = scan.Is(before - 1, "time", "once") || scan.Is(before - 1, "first", "ever");
        if (!time && (since || scan.Is(counts.End, "of", "old") || scan.IsDash(counts.End) || scan.IsApostrophe(counts.End))) { return null; }
        return new TimeMention(at, time ? counts.End + 2 : counts.End, TimeType.Duration)
        {
            Resolve = context => (time || context.Lean == Direction.Future) && !context.Narrative && context.Reference is { } day
                && counts.From(day, 1) is { } moved
                ? new TimeValue(PartialDate.Of(moved, grain), FromReference: true) { Type = TimeType.Date }
                : new TimeValue(null) { Value = counts.Duration },
        };
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
            Resolve = context => Resolve(context, new UnitCounts(at + 2, [(1, unit)]), before ? -1 : 1, fromFocus: true) is { Date: { } date } value
                ? value with { Date = unit == TimeUnit.Night ? date with { Clock = "TNI" } : date } : null,
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

    private static TimeValue? Resolve(TimeContext context, UnitCounts counts, int step, bool fromFocus, bool told = false)
    {
        // "ten years after the war" is reckoned from the war, which only a date before it can stand for.
        if (told && context.Focus is null) { return null; }
        // "a decade ago" is told to the year, "24 hours ago" to the day.
        (int count, TimeUnit unit) = counts.Parts[0];
        if (unit is TimeUnit.Decade or TimeUnit.Century) { (unit, count) = (TimeUnit.Year, count * (unit == TimeUnit.Decade ? 10 : 100)); }
        if (unit == TimeUnit.Hour && count % 24 == 0) { (unit, count) = (TimeUnit.Day, count / 24); }
        if (TimeUnits.GrainOf(unit) is not { } grain) { return null; }
        PartialDate? from = fromFocus ? context.AnchorFor(grain) : context.Present is { } day ? PartialDate.OfDay(day) : null;
        if (from is not { } anchor) { return null; }
        bool reference = fromFocus ? context.Focus is null : context.PresentIsReference;
        if (anchor.Year is < 0 && grain == Grain.Year) { return new TimeValue(PartialDate.OfYear(anchor.Year.Value + (count * step))); }
        if (anchor.Range() is not { } range) { return null; }
        if (anchor.Grain < grain && grain >= Grain.Month && anchor.Grain != Grain.Week)
        {
            return anchor.Grain < Grain.Year ? null
                : new TimeValue(null) { Value = PartialDate.OfYear(range.Start.Year) + (grain == Grain.Month ? "-XX" : "-XX-XX") };
        }
        // "two years and three months later": the finer part counts where the date it is reckoned from is as fine.
        if (counts.Parts.Length > 1 && TimeUnits.GrainOf(counts.Finest) is { } finest && anchor.Grain >= finest && counts.From(range.Start, step) is { } exact)
        {
            return new TimeValue(PartialDate.Of(exact, finest), reference);
        }
        return TimeUnits.Add(range.Start, unit, count * step) is { } moved ? new TimeValue(PartialDate.Of(moved, grain), reference) : null;
    }
}
