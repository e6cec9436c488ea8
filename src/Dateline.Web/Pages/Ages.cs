using System.Globalization;

namespace Dateline.Web.Pages;

/// <summary>Stretches of time for people.</summary>
internal static class Ages
{
    /// <summary>"12 minutes", "3 hours", "5 days": one unit, rounded.</summary>
    public static string Of(double minutes) => Math.Abs(minutes) switch
    {
        < 1 => "under a minute",
        < 90 => Count(minutes, "minute"),
        < 36 * 60 => Count(minutes / 60, "hour"),
        _ => Count(minutes / (24 * 60), "day"),
    };

    /// <summary>The same for tables: "12 min", "3 h".</summary>
    public static string Brief(double minutes) => Of(minutes).Replace("under a minute", "< 1 min", StringComparison.Ordinal).Replace(" minutes", " min", StringComparison.Ordinal).Replace(" minute", " min", StringComparison.Ordinal).Replace(" hours", " h", StringComparison.Ordinal).Replace(" hour", " h", StringComparison.Ordinal);

    /// <summary>An instant as written in the store, from now: "12 minutes ago", "in 3 hours"; null for none.</summary>
    public static string? From(string? instant, DateTimeOffset now)
    {
        if (!DateTimeOffset.TryParse(instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset at)) { return null; }
        double minutes = (now - at).TotalMinutes;
        return Math.Abs(minutes) < 1 ? "now" : minutes > 0 ? Of(minutes) + " ago" : "in " + Of(-minutes);
    }

    private static string Count(double number, string unit)
    {
        long whole = (long)Math.Round(Math.Abs(number));
        return string.Create(CultureInfo.InvariantCulture, $"{whole:N0} {unit}{(whole == 1 ? "" : "s")}");
    }
}
