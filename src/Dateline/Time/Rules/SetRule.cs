namespace Dateline.Time.Rules;

/// <summary>Times that come again.</summary>
/// <example>"every Monday" -> XXXX-WXX-1; "every autumn" -> XXXX-FA; "daily" -> P1D; "each year" -> P1Y; "on Fridays" -> XXXX-WXX-5.</example>
/// <seealso href="specs/time/sets.md"/>
internal sealed class SetRule : ITimeRule
{
    public string Name => "time/set";

    public ReadOnlySpan<WordClass> Starts => [WordClass.Every, WordClass.Weekdays, WordClass.Frequency];

    public TimeMention? Match(TimeScan scan, int at)
    {
        switch (scan.Class(at))
        {
            // "the Daily Mail" is a paper.
            case WordClass.Frequency:
                return scan[at].Capital && !scan.StartsSentence(at) ? null : Mention(at, at + 1, scan[at].Code!);
            case WordClass.Weekdays:
                return scan[at].Capital ? Mention(at, at + 1, $"XXXX-WXX-{scan[at].Value}") : null;
        }
        int word = at + 1;
        if (scan.Is(word, "of") || (scan.Is(word, "single"))) { return scan.Is(word, "of") ? null : Unit(scan, at, word + 1, "1"); }
        if (scan.Is(word, "other", "second") && scan.Class(word + 1) == WordClass.Weekday) { return Mention(at, word + 2, $"XXXX-WXX-{scan[word + 1].Value}"); }
        if (scan.Is(word, "other")) { return Unit(scan, at, word + 1, "2"); }
        switch (scan.Class(word))
        {
            case WordClass.Weekday: return Mention(at, word + 1, $"XXXX-WXX-{scan[word].Value}");
            case WordClass.Season: return Mention(at, word + 1, PartialDate.OfSeason(null, scan[word].Value).ToString());
            case WordClass.Month: return Mention(at, word + 1, PartialDate.OfMonth(null, scan[word].Value).ToString());
            case WordClass.DayPart when scan[word].Code is { Length: 3 } part: return Mention(at, word + 1, part);
        }
        return NumberPhrase.Read(scan, word) is { } number && number.End > word
            ? Unit(scan, at, number.End, number.Amount) : Unit(scan, at, word, "1");
    }

    private static TimeMention? Unit(TimeScan scan, int at, int word, string amount)
    {
        if (scan.Class(word) != WordClass.Unit) { return null; }
        TimeUnit unit = (TimeUnit)(scan[word].Value % 50);
        if (unit == TimeUnit.Night) { return Mention(at, word + 1, "TNI"); }
        return Mention(at, word + 1, TimeUnits.Duration(amount, unit));
    }

    private static TimeMention Mention(int at, int end, string value) => new(at, end, TimeType.Set) { Value = value };
}
