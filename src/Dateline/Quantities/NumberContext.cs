using Dateline.Time;

namespace Dateline.Quantities;

/// <summary>Tells counts from the numbers that name something: "Boeing 737", "Article 5", "555-0199", "3-1".</summary>
internal static class NumberContext
{
    /// <summary>True when the number belongs to a name, a label, a code or a telephone number.</summary>
    public static bool IsName(TimeScan scan, Count count, QuantityLexicon lexicon)
    {
        int at = count.First;
        if (scan.Class(at) != WordClass.Digits)
        {
            // "the Six-Day War", "day one".
            bool named = scan.IsDash(count.End) && scan[count.End + 1].Capital && scan[at].Capital;
            return named || (scan.Class(at) == WordClass.Number && (lexicon.IsLabel(scan.Word(at - 1)) || scan.Is(at - 1, "day")));
        }
        int before = at - 1;
        if (scan[at].Glued && (scan.Class(before) != WordClass.Mark || scan.Is(before, "#"))) { return true; }
        if (scan.IsDash(before) && scan[at].Glued && scan[before].Glued) { return true; }
        // ".45-caliber".
        if (scan.Is(before, ".") && scan[at].Glued && !scan[before].Glued) { return true; }
        if (lexicon.IsLabel(scan.Word(before)) || (scan.Is(before, ".") && lexicon.IsLabel(scan.Word(before - 1))
            && scan[before].Glued)) { return true; }
        // Digits glued to letters ("5G", "20mm"), scores, codes with slashes and colons.
        if (scan[count.End].Glued && count.End < scan.Count && (scan.Class(count.End) == WordClass.Other
            && scan[count.End].Length <= 2 || scan.Is(count.End, "/") || (scan.Is(count.End, ":")
            && scan[count.End + 1].Glued && scan.Class(count.End + 1) == WordClass.Digits))) { return true; }
        if (scan.Is(before, "/") && scan[at].Glued) { return true; }
        if (IsRun(scan, count)) { return true; }
        // "Route 66", "Windows 95": a capital word straight before, inside the sentence.
        return scan.Class(before) == WordClass.Other && scan[before].Capital && !scan.StartsSentence(before)
            && !scan[at].Formatted && count.End == at + 1
            && scan.Class(count.End) is WordClass.Mark or WordClass.Other
                && !(scan.Class(count.End) == WordClass.Other && count.End < scan.Count && !scan[count.End].Capital
                && scan[count.End].Length > 3);
    }

    /// <summary>Index after a run of digits and hyphens, so that no part of a telephone number is read.</summary>
    public static int EndOfRun(TimeScan scan, Count count)
    {
        int end = count.End;
        while (scan.IsDash(end) && scan[end].Glued && scan.Class(end + 1) == WordClass.Digits && scan[end + 1].Glued) { end += 2; }
        return end;
    }

    /// <summary>"Ahmed, 14,", "aged 14", "a 14-year-old": years of a life.</summary>
    public static bool IsAge(TimeScan scan, int first, int end)
    {
        if (scan.Is(first - 1, "aged", "age")) { return true; }
        bool apposition = scan.IsGlued(first - 1, ",") && scan[first - 2].Capital && end == first + 1 && scan.IsSmall(first, 1, 99)
            && (scan.IsGlued(end, ",") || scan.IsGlued(end, ".")) && scan.Class(first - 2) == WordClass.Other;
        // "Carlineo Jr., 55, of Addison".
        apposition |= scan.IsGlued(first - 1, ",") && scan.IsGlued(first - 2, ".") && scan[first - 3].Capital
            && scan.IsSmall(first, 1, 99) && scan.IsGlued(end, ",");
        return apposition || (scan.IsDash(end) && scan.Is(end + 1, "year") && scan.IsDash(end + 2))
            || (scan.Is(end, "years", "year") && scan.Is(end + 1, "old"));
    }

    private static bool IsRun(TimeScan scan, Count count)
    {
        bool score = scan.IsDash(count.End) && scan[count.End].Glued && scan.Class(count.End + 1) == WordClass.Digits
            && scan[count.End + 1].Glued;
        if (!score) { return false; }
        int more = EndOfRun(scan, count);
        bool phone = more > count.End + 2 || scan[count.First].Length >= 3 && scan[count.End + 1].Length >= 4
            && scan[count.First].Value > scan[count.End + 1].Value;
        return phone || scan[count.End + 1].Value <= scan[count.First].Value;
    }
}
