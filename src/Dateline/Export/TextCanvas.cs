using System.Text;

namespace Dateline.Export;

/// <summary>Lays runs of words out in lines of a given width, with a hanging indent.</summary>
internal sealed class TextCanvas(int width, TextStyle style)
{
    private const int NarrowestLine = 20;
    private readonly StringBuilder _output = new();

    /// <summary>Everything laid out so far.</summary>
    public override string ToString() => _output.ToString();

    /// <summary>An empty line.</summary>
    public void Blank() => _output.Append('\n');

    /// <summary>Runs of words, wrapped; the first line starts with <paramref name="first"/>, the others with <paramref name="rest"/>.</summary>
    public void Lines(string first, string rest, params ReadOnlySpan<(Ink Ink, string Words)> runs)
    {
        int room = Math.Max(width, rest.Length + NarrowestLine);
        int column = Append(Ink.Quiet, first);
        bool start = true, glue = true;
        foreach ((Ink ink, string words) in runs)
        {
            foreach (Range range in words.AsSpan().SplitAny(" \t\r\n"))
            {
                ReadOnlySpan<char> word = words.AsSpan()[range];
                if (range.Start.GetOffset(words.Length) > 0) { glue = false; }
                while (!word.IsEmpty)
                {
                    int length = Columns(word);
                    int needed = length + (glue ? 0 : 1);
                    if (!start && !glue && column + needed > room)
                    {
                        _output.Append('\n');
                        column = Append(Ink.Quiet, rest);
                        start = true;
                    }
                    // A word longer than a line is cut, since a terminal would cut it without the indent.
                    int cut = start && column + length > room ? Math.Max(1, room - column) : word.Length;
                    cut = Math.Min(cut, word.Length);
                    if (cut < word.Length && char.IsHighSurrogate(word[cut - 1])) { cut = cut == 1 ? 2 : cut - 1; }
                    if (!start && !glue) { _output.Append(' '); column++; }
                    column += Append(ink, word[..cut]);
                    word = word[cut..];
                    start = false;
                    glue = false;
                    if (!word.IsEmpty) { _output.Append('\n'); column = Append(Ink.Quiet, rest); start = true; }
                }
            }
            // Runs follow each other without a blank unless one of them brings it.
            glue = !words.EndsWith(' ');
        }
        _output.Append('\n');
    }

    /// <summary>A section's title.</summary>
    public void Section(string title)
    {
        Blank();
        Append(Ink.Section, title);
        _output.Append('\n');
    }

    private int Append(Ink ink, ReadOnlySpan<char> words)
    {
        if (words.IsEmpty) { return 0; }
        string code = style == TextStyle.Ansi ? Code(ink) : "";
        _output.Append(code);
        foreach (char c in words)
        {
            // A story must not steer the reader's terminal.
            _output.Append(char.IsControl(c) ? '\uFFFD' : c);
        }
        if (code.Length > 0) { _output.Append("\u001B[0m"); }
        return Columns(words);
    }

    /// <summary>Columns the words take: combining marks none, East Asian wide characters two.</summary>
    private static int Columns(ReadOnlySpan<char> words)
    {
        int columns = 0;
        foreach (Rune rune in words.EnumerateRunes())
        {
            System.Globalization.UnicodeCategory category = Rune.GetUnicodeCategory(rune);
            if (category is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.EnclosingMark
                or System.Globalization.UnicodeCategory.Format) { continue; }
            columns += rune.Value is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF)
                or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0x1F300 and <= 0x1FAFF) ? 2 : 1;
        }
        return columns;
    }

    private static string Code(Ink ink) => ink switch
    {
        Ink.Title => "\u001B[1m",
        Ink.Section => "\u001B[1;4m",
        Ink.Name => "\u001B[1;36m",
        Ink.Verb => "\u001B[33m",
        Ink.Code => "\u001B[35m",
        Ink.Quiet => "\u001B[2m",
        Ink.Alert => "\u001B[31m",
        Ink.Good => "\u001B[32m",
        _ => "",
    };
}
