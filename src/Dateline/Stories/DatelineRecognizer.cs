using Dateline.Text;

namespace Dateline.Stories;

/// <summary>Where in a story a paragraph stands: loose datelines ("Indianapolis – Several …") are only believed at its opening.</summary>
internal enum DatelinePosition
{
    /// <summary>The first paragraph of the body.</summary>
    Opening,
    /// <summary>A later paragraph.</summary>
    Later,
}

/// <summary>A dateline as found, before its date has a year.</summary>
/// <param name="Span">From the place to the dash or agency that ends it.</param>
/// <param name="Place">The place's words.</param>
/// <param name="Date">Its date as written.</param>
/// <param name="Agency">Usual name of the agency in it.</param>
internal sealed record DatelineMatch(TextSpan Span, TextSpan? Place, DatelineDate? Date, string? Agency);

/// <summary>Finds the dateline fused to the start of a paragraph: "BRUSSELS, October 2. /TASS/.", "KABUL, Afghanistan (AP) —", "Geneva, 3 May 2019 –".</summary>
internal static class DatelineRecognizer
{
    /// <summary>A dateline ends within this many characters.</summary>
    private const int Longest = 110;

    /// <summary>The dateline at the start of the paragraph, or null.</summary>
    public static DatelineMatch? Recognize(string text, TextSpan paragraph, DatelinePosition position)
    {
        ReadOnlySpan<char> words = paragraph.In(text);
        if (DateLineOnly(words, paragraph.Start) is { } dateOnly) { return dateOnly; }
        ReadOnlySpan<char> window = words[..Math.Min(words.Length, Longest)];
        for (int at = 0; at < window.Length; at++)
        {
            char c = window[at];
            if (c == '\n') { return null; }
            Ending? ending = c switch
            {
                '/' => Slashed(window, at),
                '(' => Bracketed(window, at),
                '-' or '–' or '—' or '―' => Dash(window, at),
                ':' => new Ending(at, at + 1, null, EndingKind.Colon),
                _ => null,
            };
            if (ending is not { } found) { continue; }
            // The rest of the paragraph must be there: a dateline stands before words.
            int end = found.End;
            int next = end;
            while (next < words.Length && char.IsWhiteSpace(words[next])) { next++; }
            if (next >= words.Length) { return null; }
            DatelineMatch? match = Head(window[..found.Start], paragraph.Start, found, words[next], position);
            if (match is not null) { return match; }
            // "DALLAS--(BUSINESS WIRE)--": the first dashes only lead to the agency.
            if (found.Kind != EndingKind.Dash || words[next] != '(') { return null; }
        }
        return null;
    }

    private enum EndingKind { Slashed, Bracketed, Dash, Colon }

    /// <param name="Start">End of the head before it.</param>
    /// <param name="End">End of the dateline.</param>
    /// <param name="Agency">Agency named, or null.</param>
    /// <param name="Kind">What ends the dateline.</param>
    private readonly record struct Ending(int Start, int End, string? Agency, EndingKind Kind);

    /// <summary>"Friday, July 21, 2017" alone on its line, or with the first sentence straight behind it.</summary>
    private static DatelineMatch? DateLineOnly(ReadOnlySpan<char> words, int offset)
    {
        int comma = words.IndexOf(',');
        bool weekday = comma > 0 && DatelineDate.IsWeekday(words[..comma]);
        if (words.Length <= 40 && DatelineDate.Parse(words) is { Day: not null, Year: not null } whole)
        {
            return new DatelineMatch(new TextSpan(offset, offset + words.Length), null, whole, null);
        }
        if (!weekday) { return null; }
        for (int end = comma + 1, space = 0; end < words.Length && end < 40; end++)
        {
            if (words[end] != ' ') { continue; }
            if (++space < 4) { continue; }
            if (end + 1 < words.Length && char.IsUpper(words[end + 1]) && words[end - 1] != ',' && DatelineDate.Parse(words[..end]) is { Day: not null, Year: not null } date)
            {
                return new DatelineMatch(new TextSpan(offset, offset + end), null, date, null);
            }
            return null;
        }
        return null;
    }

    /// <summary>"/TASS/." with the stop, dash or dashes behind it.</summary>
    private static Ending? Slashed(ReadOnlySpan<char> window, int at)
    {
        int length = window[(at + 1)..].IndexOf('/');
        if (length is < 2 or > 26) { return null; }
        string? agency = AgencyTable.Default.Find(window.Slice(at + 1, length));
        if (agency is null && window.Slice(at + 1, length).ContainsAnyExceptInRange('A', 'Z')) { return null; }
        return new Ending(at, Trail(window, at + length + 2, ".-–—:"), agency ?? window.Slice(at + 1, length).ToString(), EndingKind.Slashed);
    }

    /// <summary>"(AP) —": a known agency, or any short name before a dash.</summary>
    private static Ending? Bracketed(ReadOnlySpan<char> window, int at)
    {
        int length = window[(at + 1)..].IndexOf(')');
        if (length is < 2 or > 30) { return null; }
        ReadOnlySpan<char> name = window.Slice(at + 1, length);
        string? agency = AgencyTable.Default.Find(name);
        int close = at + length + 2;
        int end = Trail(window, close, "-–—―:");
        bool dash = end > close;
        if (agency is null && !(dash && IsCallSign(name))) { return null; }
        return new Ending(at, end, agency ?? name.ToString(), EndingKind.Bracketed);
    }

    /// <summary>"ABC7", "Red Oak": an unknown agency; a party ("R-Texas") is none.</summary>
    private static bool IsCallSign(ReadOnlySpan<char> name)
    {
        foreach (char c in name)
        {
            if (!char.IsLetterOrDigit(c) && c is not (' ' or '.' or '&')) { return false; }
        }
        return char.IsUpper(name[0]) && name.Length >= 2;
    }

    private static Ending? Dash(ReadOnlySpan<char> window, int at)
    {
        bool longDash = window[at] is '—' or '―';
        bool before = at > 0 && window[at - 1] == ' ';
        int end = at;
        while (end < window.Length && window[end] is '-' or '–' or '—' or '―') { end++; }
        bool after = end < window.Length && window[end] is ' ' or '\u00A0';
        bool toAgency = end < window.Length && window[end] == '(';
        bool spaced = longDash || (before && after) || (window[at] == '–' && after) || (end - at >= 2 && (after || toAgency));
        return spaced ? new Ending(at, end, null, EndingKind.Dash) : null;
    }

    /// <summary>Steps over white space and then signs; stays put when there is no sign.</summary>
    private static int Trail(ReadOnlySpan<char> window, int at, string signs)
    {
        int end = at;
        for (int i = at; i < window.Length && (signs.Contains(window[i], StringComparison.Ordinal) || window[i] is ' ' or '\u00A0'); i++)
        {
            if (window[i] is not (' ' or '\u00A0')) { end = i + 1; }
        }
        return end;
    }

    /// <summary>Reads what stands before the ending: places, then perhaps a date.</summary>
    private static DatelineMatch? Head(ReadOnlySpan<char> head, int offset, Ending ending, char next, DatelinePosition position)
    {
        TextSpan span = new(offset, offset + ending.End);
        ReadOnlySpan<char> trimmed = head.TrimEnd(" .,-–\u00A0");
        if (trimmed.IsEmpty)
        {
            // "(Bangkok) – ": with nothing before it a name in brackets that is no agency is the place.
            if (ending is { Kind: EndingKind.Bracketed, Agency: { } name } && head.IsWhiteSpace() && AgencyTable.Default.Find(name) is null && !IsCapitals(name) && IsPlace(name))
            {
                int at = offset + ending.Start + 1;
                return new DatelineMatch(span, new TextSpan(at, at + name.Length), null, null);
            }
            return ending.Agency is not null && head.IsWhiteSpace() ? new DatelineMatch(span, null, null, ending.Agency) : null;
        }
        (int placeEnd, DatelineDate? date) = SplitDate(trimmed);
        ReadOnlySpan<char> place = trimmed[..placeEnd].TrimEnd(" .,\u00A0");
        // "N.H." and "Wash." keep their stop.
        if (place.Length < head.Length && head[place.Length] == '.' && date is null && place.Contains(',')) { place = head[..(place.Length + 1)]; }
        if (place.IsEmpty) { return null; }
        if (IsSite(place)) { return new DatelineMatch(span, null, date, place.ToString()); }
        int firstComma = place.IndexOf(',');
        ReadOnlySpan<char> first = firstComma < 0 ? place : place[..firstComma];
        if (!IsPlace(place)) { return null; }
        bool capitals = IsCapitals(first);
        bool opensSentence = char.IsUpper(next) || char.IsDigit(next) || "\"“‘'«[$€£".Contains(next, StringComparison.Ordinal);
        bool believed = ending.Kind switch
        {
            EndingKind.Slashed or EndingKind.Bracketed => place.Length <= 60,
            EndingKind.Colon => capitals && opensSentence && first.Length >= 4 && position == DatelinePosition.Opening,
            _ when date is not null => opensSentence,
            _ => opensSentence && position == DatelinePosition.Opening && (capitals || TextWords(first) <= 3),
        };
        if (!believed || Ingest.PageWords.Default.ByWhole(first) is not null) { return null; }
        return new DatelineMatch(span, new TextSpan(offset, offset + place.Length), date, ending.Agency);
    }

    /// <summary>Takes the longest date off the end.</summary>
    private static (int PlaceEnd, DatelineDate? Date) SplitDate(ReadOnlySpan<char> head)
    {
        for (int at = 0; at < head.Length; at++)
        {
            bool wordStart = at == 0 || head[at - 1] is ' ' or ',' or '.' or '\u00A0';
            if (wordStart && head[at] != ' ' && DatelineDate.Parse(head[at..]) is { } date) { return (at, date); }
        }
        return (head.Length, null);
    }

    /// <summary>One to four comma parts, each of one to four capitalised words, small words of names allowed inside.</summary>
    private static bool IsPlace(ReadOnlySpan<char> place)
    {
        int parts = 0;
        foreach (Range part in place.Split(','))
        {
            int words = 0;
            foreach (Range range in place[part].SplitAny(" \u00A0/"))
            {
                ReadOnlySpan<char> word = place[part][range].Trim();
                if (word.IsEmpty) { continue; }
                words++;
                bool small = words > 1 && word is "of" or "de" or "la" or "el" or "al" or "the" or "and" or "upon" or "on" or "del" or "do" or "da" or "des" or "sur";
                if (!small && !char.IsUpper(word[0])) { return false; }
                // "St. Louis", but no "Sen. Cruz": behind the comma stand abbreviated states.
                if (parts == 0 && word[^1] == '.' && word.Count('.') == 1 && word.Length > 2 && word is not ("St." or "ST." or "Ft." or "FT." or "Mt." or "MT." or "Ste.")) { return false; }
                foreach (char c in word)
                {
                    if (!char.IsLetter(c) && c is not ('.' or '-' or '\'' or '’')) { return false; }
                }
            }
            if (words is 0 or > 4 || ++parts > 4) { return false; }
        }
        return parts > 0;
    }

    /// <summary>"PanARMENIAN.Net - Verified video …": the site names itself where an agency would.</summary>
    private static bool IsSite(ReadOnlySpan<char> words)
    {
        int stop = words.LastIndexOf('.');
        return stop > 1 && stop + 2 < words.Length && words.Length - stop <= 5 && !words.ContainsAny(" ,") && char.IsLetter(words[stop + 1]) && char.IsLower(words[^1]);
    }

    private static bool IsCapitals(ReadOnlySpan<char> words)
    {
        int letters = 0;
        foreach (char c in words)
        {
            if (char.IsLower(c)) { return false; }
            if (char.IsUpper(c)) { letters++; }
        }
        return letters >= 3;
    }

    private static int TextWords(ReadOnlySpan<char> words) => words.Count(' ') + 1;
}
