using System.Globalization;

namespace Dateline.Time.Rules;

/// <summary>A date in digits with its year: month first with slashes unless that is impossible, day first with dots.</summary>
/// <remarks>Two numbers alone ("9/11", "24/7") are left alone.</remarks>
/// <example>"10/2/2020" -> 2020-10-02; "22.04.2022" -> 2022-04-22; "25/12/2019" -> 2019-12-25.</example>
/// <seealso href="specs/time/dates.md"/>
internal sealed class NumericDate : ITimeRule
{
    public string Name => "time/numeric-date";

    public ReadOnlySpan<WordClass> Starts => [WordClass.Digits];

    public TimeMention? Match(TimeScan scan, int at)
    {
        ReadOnlySpan<char> text = scan.Text.AsSpan(scan[at].Start, Math.Min(11, scan.Text.Length - scan[at].Start));
        if (!Read(text, 2, out int first, out int used) || used >= text.Length || text[used] is not ('/' or '.' or '-')) { return null; }
        char separator = text[used];
        ReadOnlySpan<char> rest = text[(used + 1)..];
        if (!Read(rest, 2, out int second, out int more) || more >= rest.Length || rest[more] != separator) { return null; }
        if (!Read(rest[(more + 1)..], 4, out int year, out int digits)) { return null; }
        // "5/3/18": two digits are a year of this century up to 2049.
        if (digits == 2 && separator == '/') { year += year < 50 ? 2000 : 1900; }
        if (year is < 1500 or > 2199) { return null; }
        (int month, int day) = separator == '/' && first <= 12 ? (first, second) : second <= 12 ? (second, first) : (first, second);
        if (!PartialDate.IsDay(year, month, day)) { return null; }
        int stop = scan[at].Start + used + 1 + more + 1 + digits, end = at + 1;
        while (end < scan.Count && scan[end].End <= stop) { end++; }
        return scan[end - 1].End == stop ? new TimeMention(at, end, TimeType.Date) { Date = PartialDate.OfDay(year, month, day) } : null;
    }

    private static bool Read(ReadOnlySpan<char> text, int most, out int value, out int length)
    {
        length = 0;
        while (length < text.Length && length <= most && char.IsAsciiDigit(text[length])) { length++; }
        value = 0;
        return length >= 1 && length <= most && int.TryParse(text[..length], NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }
}
