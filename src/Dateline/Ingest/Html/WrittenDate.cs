using System.Collections.Frozen;
using System.Globalization;
using Dateline.Knowledge;

namespace Dateline.Ingest.Html;

/// <summary>Finds a whole date in a visible line of any of many languages: "Posted on Apr. 13th, 2020", "13 de abril de 2020", "2020年4月13日".</summary>
/// <remarks>Month names come from <c>knowledge/html/month-names.tsv</c>. A date without a year is none.</remarks>
internal static class WrittenDate
{
    private const int FirstYear = 1980, LastYear = 2059, LongestLine = 2000;

    private static readonly Lazy<FrozenDictionary<string, int>> s_months = new(() =>
    {
        TsvTable table = TsvTable.Embedded("html/month-names.tsv");
        return table.Rows.ToFrozenDictionary(row => table.Cell(row, "form"), row => int.Parse(table.Cell(row, "month"), CultureInfo.InvariantCulture), StringComparer.OrdinalIgnoreCase);
    });

    private readonly record struct Piece(int Start, int End, int Number, int Month);

    /// <summary>The first date of the line, or null.</summary>
    public static DateOnly? Find(ReadOnlySpan<char> line, DayOrder order)
    {
        if (line.Length > LongestLine) { line = line[..LongestLine]; }
        List<Piece> pieces = Pieces(line);
        for (int i = 0; i < pieces.Count; i++)
        {
            if ((Figures(line, pieces, i, order) ?? Words(pieces, i)) is { } date) { return date; }
        }
        return null;
    }

    /// <summary>True for the name of a month.</summary>
    public static bool IsMonth(ReadOnlySpan<char> word) => s_months.Value.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(word);

    /// <summary>Figures, and words of which only months count.</summary>
    private static List<Piece> Pieces(ReadOnlySpan<char> line)
    {
        FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> months = s_months.Value.GetAlternateLookup<ReadOnlySpan<char>>();
        List<Piece> pieces = [];
        for (int at = 0; at < line.Length;)
        {
            int start = at;
            if (char.IsAsciiDigit(line[at]))
            {
                while (at < line.Length && char.IsAsciiDigit(line[at])) { at++; }
                pieces.Add(new Piece(start, at, at - start <= 8 ? int.Parse(line[start..at], CultureInfo.InvariantCulture) : -1, 0));
            }
            else if (char.IsLetter(line[at]))
            {
                while (at < line.Length && (char.IsLetter(line[at]) || char.GetUnicodeCategory(line[at]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)) { at++; }
                pieces.Add(new Piece(start, at, -1, months.TryGetValue(line[start..at], out int month) ? month : 0));
            }
            else { at++; }
        }
        return pieces;
    }

    /// <summary>2020-04-13, 13.04.2020, 04/13/20, 2020年4月13日, 20200413.</summary>
    private static DateOnly? Figures(ReadOnlySpan<char> line, List<Piece> pieces, int i, DayOrder order)
    {
        Piece a = pieces[i];
        if (a.Number < 0) { return null; }
        // "2020年4月13日": the words between are signs of the parts.
        List<Piece> numbers = [a];
        for (int k = i + 1; k < pieces.Count && numbers.Count < 3; k++)
        {
            ReadOnlySpan<char> between = line[numbers[^1].End..pieces[k].Start];
            if (pieces[k].Number < 0)
            {
                if (line[pieces[k].Start..pieces[k].End] is "年" or "月" or "년" or "월") { continue; }
                break;
            }
            bool sign = between.Length is >= 1 and <= 3 && between.Trim() is "-" or "/" or "." or "年" or "月" or "년" or "월";
            if (!sign) { break; }
            numbers.Add(pieces[k]);
        }
        if (numbers.Count < 3) { return null; }
        int x = numbers[0].Number, y = numbers[1].Number, z = numbers[2].Number;
        if (numbers[0].End - numbers[0].Start == 4) { return Day(x, y, z); }
        if (numbers[2].End - numbers[2].Start == 2) { z += 2000; }
        else if (numbers[2].End - numbers[2].Start != 4) { return null; }
        bool dots = line[numbers[0].End] == '.';
        if (x > 12 || dots || order == DayOrder.DayFirst) { return Day(z, y, x) ?? Day(z, x, y); }
        if (y > 12 || order == DayOrder.MonthFirst) { return Day(z, x, y); }
        return x == y ? Day(z, x, y) : null;
    }

    /// <summary>"April 13, 2020", "13 de abril de 2020", "13th of April 2020", "2020 April 13".</summary>
    private static DateOnly? Words(List<Piece> pieces, int i)
    {
        int month = pieces[i].Month;
        if (month == 0) { return null; }
        int before = Number(pieces, i, -1, 1, 31), after = Number(pieces, i, 1, 1, 31);
        int yearAfterMonth = Number(pieces, i, 1, FirstYear, LastYear);
        if (before > 0 && yearAfterMonth > 0) { return Day(yearAfterMonth, month, before); }
        if (after > 0)
        {
            int at = i + 1;
            while (pieces[at].Number != after) { at++; }
            int year = Number(pieces, at, 1, FirstYear, LastYear);
            if (year > 0) { return Day(year, month, after); }
            int earlier = Number(pieces, i, -1, FirstYear, LastYear);
            if (earlier > 0) { return Day(earlier, month, after); }
        }
        return null;
    }

    /// <summary>The figure in the range beside a piece, one word ("de", "of", "th") at most between.</summary>
    private static int Number(List<Piece> pieces, int i, int step, int low, int high)
    {
        for (int k = i + step, gap = 0; k >= 0 && k < pieces.Count && gap < 2; k += step, gap++)
        {
            if (pieces[k].Number >= low && pieces[k].Number <= high) { return pieces[k].Number; }
            if (pieces[k].Number >= 0 || pieces[k].Month > 0 || pieces[k].End - pieces[k].Start > 3) { return -1; }
        }
        return -1;
    }

    private static DateOnly? Day(int year, int month, int day) =>
        year is >= FirstYear and <= LastYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
}
