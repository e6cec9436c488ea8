using System.Collections.Frozen;
using Dateline.Knowledge;

namespace Dateline.Ingest.Html;

/// <summary>Cuts the words of a byline into the names of those who wrote: "By Jane Doe and John Roe, Political Editors" are two.</summary>
/// <remarks>The words around names, of many languages, stand in <c>knowledge/html/byline-words.tsv</c>.</remarks>
internal static class AuthorNames
{
    private const int LongestName = 60, LongestByline = 400, MostWords = 6, MostNames = 40;

    private static readonly Lazy<TsvTable> s_table = new(() => TsvTable.Embedded("html/byline-words.tsv"));
    private static readonly Lazy<string[]> s_openers = new(() => Words("opener"));
    private static readonly Lazy<string[]> s_joiners = new(() => Words("joiner"));
    private static readonly Lazy<string[]> s_stops = new(() => Words("stop"));
    private static readonly Lazy<FrozenSet<string>> s_titles = new(() => Words("title").ToFrozenSet(StringComparer.OrdinalIgnoreCase));
    private static readonly Lazy<FrozenSet<string>> s_noNames = new(() => Words("none").ToFrozenSet(StringComparer.OrdinalIgnoreCase));

    /// <summary>The names in the given lines, each once, in their order.</summary>
    public static List<string> Read(IEnumerable<string> lines, NameEvidence evidence = NameEvidence.Printed)
    {
        List<string> names = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (string line in lines)
        {
            foreach (string name in Split(HtmlMetadata.Clean(line), evidence))
            {
                if (names.Count < MostNames && seen.Add(BareText.Of(name))) { names.Add(name); }
            }
        }
        return names;
    }

    /// <summary>True for a line that is only the label of a byline: "By", "Written by", "Author:".</summary>
    public static bool IsLabel(ReadOnlySpan<char> line)
    {
        line = line.Trim().TrimEnd(":").TrimEnd();
        foreach (string opener in s_openers.Value)
        {
            if (line.Equals(opener, StringComparison.OrdinalIgnoreCase)) { return true; }
        }
        return false;
    }

    /// <summary>True for a short line that opens as a byline does and goes on with a name.</summary>
    public static bool Opens(ReadOnlySpan<char> line)
    {
        ReadOnlySpan<char> rest = WithoutOpener(line);
        if (rest.Length == line.Length || rest.Length is < 3 or > LongestByline / 2) { return false; }
        return char.IsUpper(rest[0]) || char.GetUnicodeCategory(rest[0]) == System.Globalization.UnicodeCategory.OtherLetter;
    }

    private static IEnumerable<string> Split(string line, NameEvidence evidence)
    {
        if (line.Length is 0 or > LongestByline || line.Contains("://", StringComparison.Ordinal)) { yield break; }
        string text = Head(WithoutOpener(line)).ToString();
        foreach (string joiner in s_joiners.Value)
        {
            // "Maria & Katerina": of first names alone is no list.
            string[] parts = text.Split(joiner, StringSplitOptions.TrimEntries);
            if (parts.Length == 2 && !parts[0].Contains(' ', StringComparison.Ordinal) && !parts[1].Contains(' ', StringComparison.Ordinal)) { continue; }
            text = text.Replace(joiner, ";", StringComparison.OrdinalIgnoreCase);
        }
        foreach (string part in text.Split([';', '|', '\n', '•', '·'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (string name in CommaParts(WithoutOpener(part).ToString(), evidence)) { yield return name; }
        }
    }

    /// <summary>"Jane Doe, Ph.D." is one name without its degree, "Jane Doe, Political Editor" a name and a role, "Jane Doe, John Roe" two names.</summary>
    private static IEnumerable<string> CommaParts(string part, NameEvidence evidence)
    {
        string? open = null;
        foreach (string piece in part.Split([',', '،', '、'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            string clean = Trim(piece);
            if ((open is not null && IsDegree(clean)) || !IsName(clean, evidence)) { continue; }
            if (open is not null) { yield return open; }
            open = clean;
        }
        if (open is not null) { yield return open; }
    }

    private static string Trim(string piece)
    {
        int bracket = piece.IndexOfAny(['(', '[', '<']);
        if (bracket > 2) { piece = piece[..bracket]; }
        // "Jane Doe in Vienna", "Jane Doe @jane", "Jane Doe jane@example.org"
        int at = piece.IndexOf('@', StringComparison.Ordinal);
        if (at >= 0)
        {
            int blank = piece.LastIndexOf(' ', at);
            piece = blank > 0 ? piece[..blank] : "";
        }
        return piece.Trim().Trim('-', '–', '—', '*', ':', '.', '/', '"', '\'').Trim();
    }

    private static bool IsName(string name, NameEvidence evidence)
    {
        if (name.Length is < 2 or > LongestName || s_noNames.Value.Contains(name) || IsLabel(name)) { return false; }
        if (Stories.AgencyTable.Default.Find(name) is not null) { return true; }
        int words = 0;
        bool lettered = false, upper = false, last = false;
        foreach (Range range in name.AsSpan().Split(' '))
        {
            ReadOnlySpan<char> word = name.AsSpan()[range];
            if (word.IsEmpty) { continue; }
            words++;
            if (s_titles.Value.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word)) { return false; }
            lettered |= char.IsLetter(word[0]);
            upper |= !char.IsLower(word[0]);
            last = !char.IsLower(word[0]);
        }
        bool capital = evidence == NameEvidence.Data || (upper && last);
        return lettered && capital && words <= MostWords && name.AsSpan().IndexOfAnyInRange('0', '9') < 0 && name.AsSpan().IndexOfAny("?!\"“”{}=:/") < 0;
    }

    /// <summary>"MS", "RD", "Ph.D.", "E-RYT": short, most of it capitals.</summary>
    private static bool IsDegree(string piece)
    {
        if (piece.Length is < 2 or > 9 || piece.Contains(' ', StringComparison.Ordinal)) { return false; }
        int capitals = piece.Count(char.IsUpper), letters = piece.Count(char.IsLetter);
        return capitals >= 2 && capitals * 3 >= letters * 2;
    }

    /// <summary>The line up to a word that says when, or what the writer is.</summary>
    private static ReadOnlySpan<char> Head(ReadOnlySpan<char> line)
    {
        // "Jane Doe December 18, 2025": the date is no part of the name.
        int digit = line.IndexOfAnyInRange('0', '9');
        if (digit > 3)
        {
            line = line[..digit].TrimEnd(" ,|•·–—-");
            int last = line.LastIndexOf(' ');
            if (last > 0 && WrittenDate.IsMonth(line[(last + 1)..].Trim("."))) { line = line[..last].TrimEnd(" ,|•·–—-"); }
        }
        foreach (string stop in s_stops.Value)
        {
            int at = line.IndexOf(stop, StringComparison.OrdinalIgnoreCase);
            if (at > 2) { line = line[..at]; }
        }
        return line;
    }

    private static ReadOnlySpan<char> WithoutOpener(ReadOnlySpan<char> line)
    {
        line = line.Trim().TrimStart("(—–- ");
        foreach (string opener in s_openers.Value)
        {
            if (!line.StartsWith(opener, StringComparison.OrdinalIgnoreCase) || line.Length == opener.Length) { continue; }
            char next = line[opener.Length];
            if (char.IsLetterOrDigit(next)) { continue; }
            return line[opener.Length..].TrimStart(": ").TrimStart();
        }
        return line;
    }

    private static string[] Words(string role)
    {
        TsvTable table = s_table.Value;
        // The longest first, so that "Written by" is not cut at a shorter one; blanks of joiners are written as underscores.
        return [.. table.Rows.Where(row => table.Cell(row, "role") == role).Select(row => table.Cell(row, "words").Replace('_', ' ')).OrderByDescending(w => w.Length).ThenBy(w => w, StringComparer.Ordinal)];
    }
}
