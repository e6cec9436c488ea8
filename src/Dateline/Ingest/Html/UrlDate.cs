using System.Globalization;

namespace Dateline.Ingest.Html;

/// <summary>The day in a story's address: <c>/2020/04/13/</c>, <c>/2020-04-13-</c>, <c>/20200413/</c>.</summary>
internal static class UrlDate
{
    private const int FirstYear = 1995, LastYear = 2059, LongestUrl = 2000;

    /// <summary>The day, or null; a year and month alone are none.</summary>
    public static DateOnly? Find(string? url)
    {
        if (url is null || url.Length > LongestUrl) { return null; }
        ReadOnlySpan<char> text = url;
        for (int at = 0; at < text.Length; at++)
        {
            if (!char.IsAsciiDigit(text[at]) || (at > 0 && char.IsAsciiDigit(text[at - 1]))) { continue; }
            int digits = 0;
            while (at + digits < text.Length && char.IsAsciiDigit(text[at + digits])) { digits++; }
            DateOnly? day = digits switch
            {
                8 => Day(text[at..(at + 4)], text[(at + 4)..(at + 6)], text[(at + 6)..(at + 8)]),
                4 => Parts(text[at..]),
                _ => null,
            };
            if (day is not null) { return day; }
        }
        return null;
    }

    private static DateOnly? Parts(ReadOnlySpan<char> text)
    {
        if (text.Length < 8 || text[4] is not ('/' or '-' or '_')) { return null; }
        int end = 5;
        while (end < text.Length && char.IsAsciiDigit(text[end])) { end++; }
        if (end is < 6 or > 7 || end + 1 >= text.Length || text[end] != text[4]) { return null; }
        int last = end + 1;
        while (last < text.Length && char.IsAsciiDigit(text[last])) { last++; }
        return last - end is 2 or 3 ? Day(text[..4], text[5..end], text[(end + 1)..last]) : null;
    }

    private static DateOnly? Day(ReadOnlySpan<char> year, ReadOnlySpan<char> month, ReadOnlySpan<char> day)
    {
        int y = Number(year), m = Number(month), d = Number(day);
        return y is >= FirstYear and <= LastYear && m is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(y, m) ? new DateOnly(y, m, d) : null;
    }

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
