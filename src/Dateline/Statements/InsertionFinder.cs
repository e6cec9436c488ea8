using Dateline.Knowledge;
using Dateline.Text;

namespace Dateline.Statements;

/// <summary>Finds what an editor wrote into somebody's words, in square brackets (an acronym also in round ones), and says what it does there.</summary>
/// <seealso href="specs/statements/insertions.md"/>
internal sealed class InsertionFinder
{
    private const int LongestBracket = 400, LongestRound = 4;
    private readonly List<string> _disclaimers = [];
    private readonly HashSet<string> _glosses = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _openers = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _round = new(StringComparer.OrdinalIgnoreCase);

    public InsertionFinder()
    {
        TsvTable table = TsvTable.Embedded("en/insertion-words.tsv");
        foreach (string[] row in table.Rows)
        {
            string word = table.Cell(row, "word");
            switch (table.Cell(row, "kind"))
            {
                case "disclaimer": _disclaimers.Add(word); break;
                case "translation": _glosses.Add(word); break;
                case "round": _round.Add(word); break;
                default: _openers.Add(word); break;
            }
        }
    }

    /// <summary>The insertions inside the given part of a content; <paramref name="verbatim"/> is true between quotation marks.</summary>
    public void Find(string text, TextSpan part, bool verbatim, List<Insertion> found)
    {
        for (int at = part.Start; at < part.End;)
        {
            int step = text.AsSpan(at, part.End - at).IndexOfAny('[', '(');
            if (step < 0) { return; }
            at += step;
            bool square = text[at] == '[';
            int length = text.AsSpan(at, Math.Min(part.End - at, LongestBracket)).IndexOf(square ? ']' : ')') + 1;
            if (length <= 2 || text.AsSpan(at + 1, length - 2).IsWhiteSpace()) { at++; continue; }
            TextSpan span = new(at, at + length);
            if (square) { found.Add(new Insertion(span, KindOf(text, part, span))); }
            else if (verbatim && RoundKind(text.AsSpan(at + 1, length - 2)) is { } kind) { found.Add(new Insertion(span, kind)); }
            at += length;
        }
    }

    /// <summary>In round brackets an acronym, a blanked word and a short noun phrase with its article are the editor's: nobody speaks brackets.</summary>
    private InsertionKind? RoundKind(ReadOnlySpan<char> inner)
    {
        int blank = inner.IndexOf(' ');
        if (blank > 0 && inner.Count(' ') <= LongestRound && _round.GetAlternateLookup<ReadOnlySpan<char>>().Contains(inner[..blank])) { return InsertionKind.Addition; }
        if (inner.Equals("expletive", StringComparison.OrdinalIgnoreCase)) { return InsertionKind.Substitution; }
        if (inner.Length is < 2 or > 6) { return null; }
        foreach (char c in inner)
        {
            if (!char.IsAsciiLetterUpper(c)) { return null; }
        }
        return InsertionKind.Addition;
    }

    private InsertionKind KindOf(string text, TextSpan part, TextSpan span)
    {
        ReadOnlySpan<char> inner = text.AsSpan(span.Start + 1, span.Length - 2).Trim();
        if (inner is "..." or "\u2026" or ". . .") { return InsertionKind.Ellipsis; }
        foreach (string word in _disclaimers)
        {
            if (inner.Contains(word, StringComparison.OrdinalIgnoreCase)) { return InsertionKind.Disclaimer; }
        }
        int firstEnd = inner.IndexOfAny(' ', ',', ':');
        ReadOnlySpan<char> firstWord = firstEnd < 0 ? inner : inner[..firstEnd];
        if (_glosses.GetAlternateLookup<ReadOnlySpan<char>>().Contains(firstWord) || inner[0] is '"' or '\u201C' or '=') { return InsertionKind.Translation; }
        if (span.Start > 0 && char.IsLetter(text[span.Start - 1])) { return InsertionKind.Substitution; }
        if (inner.EndsWith("'s", StringComparison.Ordinal) || inner.EndsWith("\u2019s", StringComparison.Ordinal)) { return InsertionKind.Substitution; }
        if (_openers.GetAlternateLookup<ReadOnlySpan<char>>().Contains(firstWord)) { return InsertionKind.Addition; }
        int words = 1 + inner.Count(' ');
        bool completesName = char.IsUpper(inner[0]) && CapitalBefore(text, part, span.Start);
        return words <= 5 && !completesName ? InsertionKind.Substitution : InsertionKind.Addition;
    }

    /// <summary>"President [Joe] Biden": a bracket after a capitalised word in mid-sentence completes a name.</summary>
    private static bool CapitalBefore(string text, TextSpan part, int at)
    {
        int end = at;
        while (end > part.Start && text[end - 1] == ' ') { end--; }
        int start = end;
        while (start > part.Start && char.IsLetter(text[start - 1])) { start--; }
        return start < end && start > part.Start + 1 && char.IsUpper(text[start]);
    }
}
