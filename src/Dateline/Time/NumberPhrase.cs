using System.Globalization;

namespace Dateline.Time;

/// <summary>A count of units as written: "18", "three", "twenty-three", "a dozen", "half a", "several", "2.5".</summary>
/// <param name="End">Index of the word after it.</param>
/// <param name="Amount">The number as TIMEX3 writes it, <c>X</c> for an unknown one.</param>
/// <param name="Count">The whole number, or null.</param>
internal readonly record struct NumberPhrase(int End, string Amount, int? Count)
{
    /// <summary>Reads a number at the word, or null.</summary>
    public static NumberPhrase? Read(TimeScan scan, int at)
    {
        switch (scan.Class(at))
        {
            case WordClass.Digits:
                return ReadDigits(scan, at);
            case WordClass.Number:
                return ReadWords(scan, at);
            case WordClass.Scale:
                return new NumberPhrase(at + 1, Text(scan[at].Value), scan[at].Value);
            case WordClass.Half:
                return scan.Is(at + 1, "a", "an") ? new NumberPhrase(at + 2, "0.5", null) : null;
            case WordClass.VagueNumber:
                return scan[at].Value == 2 ? null : new NumberPhrase(at + 1, "X", null);
            case WordClass.Article when scan[at].Value == 1:
                return ReadAfterArticle(scan, at + 1);
            default:
                return null;
        }
    }

    private static NumberPhrase? ReadAfterArticle(TimeScan scan, int at)
    {
        if (scan.Class(at) == WordClass.Scale) { return new NumberPhrase(at + 1, Text(scan[at].Value), scan[at].Value); }
        if (scan.Is(at, "few")) { return new NumberPhrase(at + 1, "X", null); }
        if (scan.Is(at, "couple")) { return new NumberPhrase(scan.Is(at + 1, "of") ? at + 2 : at + 1, "2", 2); }
        if (scan.Is(at, "half")) { return new NumberPhrase(scan.IsDash(at + 1) ? at + 2 : at + 1, "0.5", null); }
        if (scan.Is(at, "mere", "single") || scan.Is(at, "further", "full"))
        {
            return scan.Class(at + 1) is WordClass.Unit ? new NumberPhrase(at + 1, "1", 1) : Read(scan, at + 1);
        }
        return new NumberPhrase(at, "1", 1);
    }

    private static NumberPhrase? ReadDigits(TimeScan scan, int at)
    {
        TimeWord word = scan[at];
        ReadOnlySpan<char> written = scan.Word(at);
        if (!word.Formatted) { return word.Value is >= 0 and < 100_000 ? new NumberPhrase(at + 1, Text(word.Value), word.Value) : null; }
        if (!decimal.TryParse(written, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands,
            CultureInfo.InvariantCulture, out decimal number) || number >= 100_000) { return null; }
        return new NumberPhrase(at + 1, number.ToString("0.####", CultureInfo.InvariantCulture),
            number == Math.Floor(number) ? (int)number : null);
    }

    private static NumberPhrase ReadWords(TimeScan scan, int at)
    {
        int value = scan[at].Value;
        int end = at + 1;
        if (value >= 20)
        {
            int next = scan.IsDash(end) && scan[end].Glued ? end + 1 : end;
            if (scan.Class(next) == WordClass.Number && scan[next].Value < 10) { value += scan[next].Value; end = next + 1; }
        }
        if (scan.Class(end) == WordClass.Scale && scan[end].Value >= 100)
        {
            value *= scan[end].Value;
            end++;
            int next = scan.Is(end, "and") ? end + 1 : end;
            if (scan.Class(next) == WordClass.Number && scan[next].Value < 100)
            {
                NumberPhrase rest = ReadTens(scan, next);
                value += rest.Count ?? 0;
                end = rest.End;
            }
        }
        else if (scan.Class(end) == WordClass.Scale) { value *= scan[end].Value; end++; }
        return new NumberPhrase(end, Text(value), value);
    }

    private static NumberPhrase ReadTens(TimeScan scan, int at)
    {
        int value = scan[at].Value, end = at + 1;
        int next = scan.IsDash(end) && scan[end].Glued ? end + 1 : end;
        if (value >= 20 && scan.Class(next) == WordClass.Number && scan[next].Value < 10) { value += scan[next].Value; end = next + 1; }
        return new NumberPhrase(end, Text(value), value);
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
