using System.Globalization;

namespace Dateline.Ingest.Feeds;

/// <summary>Dates as feeds write them: RFC 822 with named zones and slips, ISO 8601 with a year or month alone.</summary>
internal static class FeedDate
{
    private const NumberStyles Digits = NumberStyles.None;
    private const string Months = "janfebmaraprmayjunjulaugsepoctnovdec";

    /// <summary>ISO 8601 where the date can be read, else the date as written; null for none.</summary>
    public static string? Normalize(string? text)
    {
        text = text?.Trim();
        return string.IsNullOrEmpty(text) ? null : Rfc822(text) ?? Iso(text) ?? text;
    }

    /// <summary>"Thu, 1 Jan 04 19:48 EST": weekday, seconds and zone may miss, the year may have two digits.</summary>
    private static string? Rfc822(string text)
    {
        string[] words = text.Split([' ', ',', '\t', '-'], StringSplitOptions.RemoveEmptyEntries);
        int at = words.Length > 0 && !char.IsAsciiDigit(words[0][0]) ? 1 : 0;
        if (words.Length < at + 3 || !int.TryParse(words[at], Digits, CultureInfo.InvariantCulture, out int day) || words[at + 1].Length < 3
            || !int.TryParse(words[at + 2], Digits, CultureInfo.InvariantCulture, out int year)) { return null; }
        int month = Months.IndexOf(words[at + 1][..3], StringComparison.OrdinalIgnoreCase);
        if (month < 0 || month % 3 != 0) { return null; }
        month = month / 3 + 1;
        if (words[at + 2].Length == 2) { year += year < 70 ? 2000 : 1900; }
        if (year is < 1 or > 9999 || day < 1 || day > DateTime.DaysInMonth(year, month)) { return null; }
        string date = new DateOnly(year, month, day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (words.Length <= at + 3) { return date; }
        if (!TimeOnly.TryParseExact(words[at + 3], ["HH:mm:ss", "HH:mm", "H:mm:ss", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly time)) { return date; }
        // The minus of a zone was a separator above.
        bool west = text.LastIndexOf('-') > text.LastIndexOf(':');
        string zone = words.Length > at + 4 ? Zone(words[at + 4], west) : "";
        return date + "T" + time.ToString("HH:mm:ss", CultureInfo.InvariantCulture) + zone;
    }

    private static string Zone(string word, bool west) => word.TrimStart('+').Replace(":", "", StringComparison.Ordinal).ToUpperInvariant() switch
    {
        "GMT" or "UT" or "UTC" or "Z" => "Z",
        "EDT" => "-04:00",
        "EST" or "CDT" => "-05:00",
        "CST" or "MDT" => "-06:00",
        "MST" or "PDT" => "-07:00",
        "PST" => "-08:00",
        "BST" or "CET" => "+01:00",
        "CEST" or "EET" => "+02:00",
        "EEST" or "MSK" => "+03:00",
        "IST" => "+05:30",
        "JST" or "KST" => "+09:00",
        { Length: 4 } digits when digits.All(char.IsAsciiDigit) && int.Parse(digits[..2], CultureInfo.InvariantCulture) <= 14 && digits[2] < '6' =>
            digits == "0000" ? "Z" : $"{(west ? '-' : '+')}{digits[..2]}:{digits[2..]}",
        _ => "",
    };

    /// <summary>"2003", "2003-12", "2003-12-31T10:14:55Z"; a year or month alone is its first day, as the format defines it.</summary>
    private static string? Iso(string text)
    {
        if (text.Length == 4 && text.All(char.IsAsciiDigit) && text[0] is '1' or '2') { return text + "-01-01"; }
        if (text.Length == 7 && DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)) { return text + "-01"; }
        // Fractions of seconds and a zone without colon are read; the day stays the one written.
        string[] forms = ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'H:m:sK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ssK", "yyyyMMdd'T'HHmmssK", "yyyyMMdd'T'HHmmK"];
        string zoned = text.Length > 5 && text[^5] is '+' or '-' && text.AsSpan(text.Length - 4).ContainsAnyExcept("0123456789") is false ? text[..^2] + ":" + text[^2..] : text;
        if (!DateTimeOffset.TryParseExact(zoned, forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset instant)) { return null; }
        bool zone = zoned.EndsWith('Z') || zoned.LastIndexOfAny(['+', '-']) > 7 && zoned.LastIndexOfAny(['+', '-']) > zoned.IndexOf('T', StringComparison.Ordinal);
        string iso = instant.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
        return !zone ? iso : iso + (instant.Offset == TimeSpan.Zero ? "Z" : instant.ToString("zzz", CultureInfo.InvariantCulture));
    }
}
