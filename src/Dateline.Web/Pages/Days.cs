using System.Globalization;

namespace Dateline.Web.Pages;

/// <summary>Days for people.</summary>
internal static class Days
{
    /// <summary>"Tuesday, 5 September 2017"; "No date known" for none.</summary>
    public static string Long(string? day) =>
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date) ? date.ToString("dddd, d MMMM yyyy", CultureInfo.InvariantCulture) : "No date known";

    /// <summary>"5 September 2017".</summary>
    public static string Short(string? day) =>
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date) ? date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture) : day ?? "no date known";

    /// <summary>"5 Sep 2017", for tables.</summary>
    public static string Brief(string? day) =>
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date) ? date.ToString("d MMM yyyy", CultureInfo.InvariantCulture) : day ?? "no date known";

    /// <summary>"September 2017" for 2017-09.</summary>
    public static string Month(string month) => DateOnly.TryParseExact(month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date) ? date.ToString("MMMM yyyy", CultureInfo.InvariantCulture) : month;

    /// <summary>The time of day as the source wrote it, with its offset; null where there is none.</summary>
    public static string? Clock(string? published) =>
        published is { Length: >= 16 } text && text[10] == 'T' && text[13] == ':' ? text[11..16] + (text.EndsWith('Z') ? " UTC" : text.Length > 19 && text[^6] is '+' or '-' ? " " + text[^6..] : "") : null;

    /// <summary>"2017-09-11/2017-09-18" as "11 Sep 2017 to 17 Sep 2017"; null where it is the publication alone that limits it.</summary>
    public static string? Interval(string? when, string? basis)
    {
        if (when is null || basis == "publication") { return null; }
        int slash = when.IndexOf('/', StringComparison.Ordinal);
        string first = when[..slash];
        string last = DateOnly.TryParseExact(when.AsSpan(slash + 1), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly end) ? end.AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "";
        return first.Length == 0 ? "by " + Brief(last) : last.Length == 0 ? "since " + Brief(first) : first == last ? Brief(first) : $"{Brief(first)} to {Brief(last)}";
    }
}
