namespace Dateline.Time.Rules;

/// <summary>A month or season with a word that says which: "this past July" is the latest July that began before the story.</summary>
/// <example>Story of 2020-10-02: "this past July" -> 2020-07; "last August" -> 2020-08; after "the summer of 1998": "the following spring" -> 1999-SP.</example>
/// <seealso href="specs/time/deictic.md"/>
internal sealed class DeicticMonth(MonthDay monthDay) : ITimeRule
{
    public string Name => "time/deictic-month";

    public ReadOnlySpan<WordClass> Starts => [WordClass.Deixis, WordClass.Article];

    public TimeMention? Match(TimeScan scan, int at)
    {
        if (DeixisWords.Read(scan, at) is not { } deixis) { return null; }
        int word = deixis.End;
        if (scan.Class(word) == WordClass.Edge) { word++; }
        PartialDate date;
        int end;
        if (Days.Month(scan, word) is { } month && (scan[word].Capital || !scan.Is(word, "march", "may")))
        {
            TimeMention? day = monthDay.Match(scan, word);
            (date, end) = day?.Date is { Year: null } whole ? (whole, day.End) : (PartialDate.OfMonth(null, month.Month), month.End);
        }
        else if (scan.Class(word) == WordClass.Season && !(scan.Is(word, "fall")
            && scan.Is(word + 1, "of"))) { (date, end) = (PartialDate.OfSeason(null, scan[word].Value), word + 1); }
        else { return null; }
        return new TimeMention(at, end, TimeType.Date) { Resolve = context => Resolve(context, deixis, date) };
    }

    private static TimeValue? Resolve(TimeContext context, DeixisWords deixis, PartialDate date)
    {
        if (deixis.FromFocus && context.Focus is { Year: { } year } focus)
        {
            if (deixis.Step == 0 || focus.Range() is not { } range) { return new TimeValue(date.In(year)); }
            DateOnly edge = deixis.Step > 0 ? range.End : range.Start.AddDays(-1);
            return new TimeValue(TimeContext.Place(date, edge, deixis.Step > 0 ? Direction.Future : Direction.Past));
        }
        if (context.Present is not { } day) { return null; }
        if (deixis.Step == 0) { return new TimeValue(date.In(day.Year), context.PresentIsReference); }
        // "last August" told in August is the one a year ago; "next" likewise looks past the running one.
        PartialDate placed = TimeContext.Place(date, day, deixis.Step < 0 ? Direction.Past : Direction.Future);
        if (placed.Range() is { } running && running.Start <= day
            && day < running.End) { placed = placed.In(placed.Year!.Value + deixis.Step); }
        return new TimeValue(placed, context.PresentIsReference);
    }
}
