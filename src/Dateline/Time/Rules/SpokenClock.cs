namespace Dateline.Time.Rules;

/// <summary>A time of day as it is spoken: "half past seven", "20 minutes to nine", "five in the morning", "six pm", "12 noon".</summary>
/// <example>"a quarter past eight in the evening" -> T20:15; "half past seven" -> T07:30; "nine a.m." -> T09:00; "at 11ish" -> T11:00.</example>
/// <seealso href="specs/time/clock.md"/>
internal sealed class SpokenClock : ITimeRule
{
    public string Name => "time/spoken-clock";

    public ReadOnlySpan<WordClass> Starts => [WordClass.Half, WordClass.Unit, WordClass.Article, WordClass.Digits, WordClass.Number];

    public TimeMention? Match(TimeScan scan, int at) => Past(scan, at) ?? Hour(scan, at);

    /// <summary>Half, a quarter or so many minutes past or to an hour.</summary>
    private static TimeMention? Past(TimeScan scan, int at)
    {
        int word = scan.Is(at, "a") ? at + 1 : at;
        int minutes;
        bool spoken = scan.Is(word, "half", "quarter");
        if (spoken) { (minutes, word) = (scan.Is(word, "half") ? 30 : 15, word + 1); }
        else if (NumberPhrase.Read(scan, word) is { Count: > 0 and < 60 and { } count } number)
        {
            (minutes, word) = (count, number.End);
            if (scan.Class(word) == WordClass.Unit && scan[word].Value % 50 == (int)TimeUnit.Minute) { (spoken, word) = (true, word + 1); }
        }
        else { return null; }
        bool to = scan.Is(word, "to");
        // "ten to six" is a vote as well.
        if (!scan.Is(word, "past") && !(to && spoken && minutes < 30)) { return null; }
        if (HourAt(scan, word + 1) is not { } hour) { return null; }
        int end = scan.Is(hour.End, "o") && scan.IsApostrophe(hour.End + 1) ? hour.End + 3 : hour.End;
        int value = to ? (hour.Value + 11) % 12 : hour.Value;
        return Mention(scan, at, end, value, to ? 60 - minutes : minutes);
    }

    /// <summary>An hour with its half or part of the day; "11ish"; "12 noon".</summary>
    private static TimeMention? Hour(TimeScan scan, int at)
    {
        if (scan.IsSmall(at, 12, 12) && scan.Class(at + 1) == WordClass.DayPart && scan[at + 1].Code is { Length: > 3 } noon)
        {
            return new TimeMention(at, at + 2, TimeType.Time) { ClockTime = noon };
        }
        if (HourAt(scan, at) is not { } hour) { return null; }
        if (scan.IsGlued(hour.End, "ish") && TimePrepositions.Contains(scan.Word(at - 1)) | scan.Is(at - 1, "at", "back"))
        {
            return Mention(scan, at, hour.End + 1, hour.Value, 0);
        }
        int end = hour.End, minutes = 0;
        // "five-thirty", "one thirty p m".
        int tens = scan.IsDash(end) && scan[end].Glued ? end + 1 : end;
        if (scan.Class(at) == WordClass.Number && NumberPhrase.Read(scan, tens) is { Count: >= 10 and < 60 and { } count } number && scan.Class(tens) == WordClass.Number)
        {
            (minutes, end) = (count, number.End);
        }
        bool introduced = scan.Is(at - 1, "at", "around") || scan.Is(at - 1, "by", "circa") || scan.Is(at - 1, "before", "after")
            || scan.Is(at - 1, "until", "since") || scan.Class(at - 1) is WordClass.Approximate;
        bool halved = scan.Class(at) == WordClass.Number && HalfOfDay(scan, end) is not null;
        bool parted = introduced && PartOfDay(scan, end) is not null;
        // "at five-thirty".
        bool spelled = minutes > 0 && scan.Is(at - 1, "at") && scan.Class(end) is not (WordClass.Unit or WordClass.Scale) && !(scan.Class(end) == WordClass.Other && end < scan.Count);
        return halved || parted || spelled ? Mention(scan, at, end, hour.Value, minutes) : null;
    }

    private static (int Value, int End)? HourAt(TimeScan scan, int at) =>
        scan.IsSmall(at, 1, 12) || (scan.Class(at) == WordClass.Number && scan[at].Value is >= 1 and <= 12) ? (scan[at].Value, at + 1) : null;

    private static TimeMention Mention(TimeScan scan, int at, int end, int hour, int minute)
    {
        if ((HalfOfDay(scan, end) ?? PartOfDay(scan, end)) is { } half) { (hour, end) = ((hour % 12) + (half.Pm ? 12 : 0), half.End); }
        return new TimeMention(at, end, TimeType.Time) { ClockTime = string.Create(null, $"T{hour:00}:{minute:00}") };
    }

    /// <summary>"am", "p.m.", "a m".</summary>
    internal static (bool Pm, int End)? HalfOfDay(TimeScan scan, int at)
    {
        if (scan.Is(at, "am", "pm")) { return (scan.Is(at, "pm"), at + 1); }
        if (!scan.Is(at, "a", "p")) { return null; }
        int m = scan.IsGlued(at + 1, ".") ? at + 2 : at + 1;
        return scan.Is(m, "m") ? (scan.Is(at, "p"), scan.SkipDot(m + 1)) : null;
    }

    /// <summary>"in the morning", "in the evening", "at night".</summary>
    internal static (bool Pm, int End)? PartOfDay(TimeScan scan, int at)
    {
        if (scan.Is(at, "at") && scan.Is(at + 1, "night")) { return (true, at + 2); }
        return scan.Is(at, "in") && scan.Is(at + 1, "the") && scan.Class(at + 2) == WordClass.DayPart && scan[at + 2].Code is { Length: 3 } code
            ? (code is not "TMO", at + 3) : null;
    }
}
