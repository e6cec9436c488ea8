using System.Globalization;

namespace Dateline.Stories;

/// <summary>A date of publication as inputs write it: ISO 8601 date or instant, or RFC 822.</summary>
internal readonly record struct PublicationDate(string Text, DateOnly Day)
{
    private static readonly string[] s_days = ["yyyy-MM-dd", "yyyyMMdd", "yyyy/MM/dd", "MMMM d, yyyy", "d MMMM yyyy", "MMM d, yyyy", "d MMM yyyy"];

    /// <summary>Reads the date, or returns null. The day is the one written, in its own time zone; the text is normalised to ISO 8601.</summary>
    public static PublicationDate? Parse(string? text)
    {
        text = text?.Trim();
        if (string.IsNullOrEmpty(text)) { return null; }
        if (DateOnly.TryParseExact(text, s_days, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)) { return Of(day); }
        if (!char.IsAsciiDigit(text[0]) && !text.Contains(':', StringComparison.Ordinal)) { return null; }
        bool zone = text.EndsWith('Z') || text.EndsWith("GMT", StringComparison.Ordinal) || text.LastIndexOfAny(['+', '-']) > 10;
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset instant)) { return null; }
        string iso = instant.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
        if (zone) { iso += instant.Offset == TimeSpan.Zero ? "Z" : instant.ToString("zzz", CultureInfo.InvariantCulture); }
        return new PublicationDate(iso, DateOnly.FromDateTime(instant.DateTime));
    }

    /// <summary>A day without a time.</summary>
    public static PublicationDate Of(DateOnly day) => new(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), day);
}
