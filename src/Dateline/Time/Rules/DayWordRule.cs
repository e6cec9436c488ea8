namespace Dateline.Time.Rules;

/// <summary>Days named from the day of writing.</summary>
/// <example>Story of 2015-08-21: "yesterday" -> 2015-08-20; "tonight" -> 2015-08-21TNI; "the day before yesterday" -> 2015-08-19.</example>
/// <seealso href="specs/time/deictic.md"/>
internal sealed class DayWordRule : ITimeRule
{
    public string Name => "time/day-word";

    public ReadOnlySpan<WordClass> Starts => [WordClass.DayWord, WordClass.Article];

    public TimeMention? Match(TimeScan scan, int at)
    {
        int word = at, shift = 0;
        if (scan.Class(at) == WordClass.Article)
        {
            if (!scan.Is(at, "the") || !scan.Is(at + 1, "day")) { return null; }
            shift = scan.Is(at + 2, "before") && scan.Is(at + 3, "yesterday") ? -1 : scan.Is(at + 2, "after")
                && scan.Is(at + 3, "tomorrow") ? 1 : 0;
            if (shift == 0) { return null; }
            word = at + 3;
        }
        int days = scan[word].Value + shift;
        bool night = scan.Is(word, "tonight", "overnight") || scan.Is(word, "tonite");
        // "overnight" as an adjective ("overnight parking") tells how, not when.
        if (scan.Is(word, "overnight") && scan.Class(word - 1) == WordClass.Article) { return null; }
        // "Yucatan Today" is a paper.
        if (scan[word].Capital && scan.Class(word - 1) == WordClass.Other && scan[word - 1].Capital && !scan.StartsSentence(word)) { return null; }
        bool overnight = scan.Is(word, "overnight");
        return new TimeMention(at, word + 1, night ? TimeType.Time : TimeType.Date)
        {
            // In a history "today" is only the reader's present.
            Resolve = context => context.Narrative && days == 0 ? new TimeValue(null) { Value = "PRESENT_REF" }
                : overnight && context.Lean == Direction.Unknown && !context.Narrative ? null
                : context.Reference is { } present && TimeUnits.Add(present, TimeUnit.Day, days) is { } day
                ? new TimeValue(PartialDate.OfDay(days == 0 ? present : day) with { Clock = night ? "TNI"
                    : null }, FromReference: true) : null,
        };
    }
}
