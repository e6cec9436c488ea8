using System.Buffers;
using Dateline.Stories;
using Dateline.Text;

namespace Dateline.Statements;

/// <summary>Finds quotations by their marks, paragraph by paragraph; a missing mark harms its own paragraph only. Linear in the text.</summary>
/// <seealso href="specs/statements/quotation-marks.md"/>
public sealed class QuotationFinder
{
    private static readonly SearchValues<char> MarkCharacters = SearchValues.Create("\"'\u2018\u2019\u201C\u201D\u201E\u00AB\u00BB\u2039\u203A");

    /// <summary>The quotations of the narrative blocks, by start; an outer one stands before those inside it.</summary>
    public IReadOnlyList<Quotation> Find(Story story)
    {
        List<Quotation> found = [];
        bool leftOpen = false;
        for (int b = 0; b < story.Blocks.Count; b++)
        {
            if (!story.Blocks[b].IsNarrative) { continue; }
            int first = found.Count;
            FindInBlock(story.Text, story.Blocks[b].Span, b, leftOpen, OpensNext(story, b), found);
            if (found.Count > first) { SortAndNest(found, first); }
            leftOpen = found.FindIndex(first, q => !q.Closed) >= 0;
        }
        return found;
    }

    /// <summary>The mark that opens the next narrative block, which then goes on what this one left open; a blank for none.</summary>
    private static char OpensNext(Story story, int block)
    {
        for (int b = block + 1; b < story.Blocks.Count; b++)
        {
            if (!story.Blocks[b].IsNarrative) { continue; }
            ReadOnlySpan<char> text = story.Blocks[b].Span.In(story.Text).TrimStart();
            return text.IsEmpty ? ' ' : text[0];
        }
        return ' ';
    }

    private static void FindInBlock(string text, TextSpan block, int index, bool continues, char next, List<Quotation> found)
    {
        List<(QuotationMarks Marks, int At)> open = [];
        Span<int> openOfKind = stackalloc int[8];
        int lastSingleClose = LastSingleClose(text, block);
        int firstWord = block.Start;
        while (firstWord < block.End && char.IsWhiteSpace(text[firstWord])) { firstWord++; }
        int at = block.Start;
        while (at < block.End)
        {
            int step = text.AsSpan(at, block.End - at).IndexOfAny(MarkCharacters);
            if (step < 0) { break; }
            at += step;
            MarkReading reading = MarkReading.Of(text, block, at, openOfKind, lastSingleClose);
            if (reading.Opens)
            {
                if (open.Count > 0 && open[0].Marks == reading.Marks && StartsLine(text, block, at))
                {
                    // A new line that opens again: the paragraph before it was left open on purpose.
                    found.Add(new Quotation(new TextSpan(open[0].At, TrimmedEnd(text, open[0].At, at)), index, 0, reading.Marks, false, continues && open[0].At == firstWord));
                    open.Clear();
                    openOfKind.Clear();
                    continues = true;
                    firstWord = at;
                }
                open.Add((reading.Marks, at));
                openOfKind[(int)reading.Marks]++;
            }
            else if (reading.Closes)
            {
                while (open.Count > 0)
                {
                    (QuotationMarks marks, int start) = open[^1];
                    open.RemoveAt(open.Count - 1);
                    openOfKind[(int)marks]--;
                    if (marks != reading.Marks) { continue; }
                    found.Add(new Quotation(new TextSpan(start, at + reading.Length), index, 0, marks, true, continues && start == firstWord));
                    break;
                }
            }
            at += reading.Length;
        }
        AddUnclosed(text, block, index, continues, next, open, firstWord, found);
    }

    private static bool StartsLine(string text, TextSpan block, int at)
    {
        int before = at - 1;
        while (before > block.Start && text[before] is ' ' or '\u00A0' or '\t') { before--; }
        return before > block.Start && text[before] is '\n' or '\r';
    }

    private static int TrimmedEnd(string text, int start, int end)
    {
        while (end > start + 1 && char.IsWhiteSpace(text[end - 1])) { end--; }
        return end;
    }

    /// <summary>Of the marks left open only the outermost double one can be a quotation, and only where speech may begin or the next paragraph opens it again.</summary>
    private static void AddUnclosed(string text, TextSpan block, int index, bool continues, char next, List<(QuotationMarks Marks, int At)> open, int firstWord, List<Quotation> found)
    {
        foreach ((QuotationMarks marks, int at) in open)
        {
            if (marks is QuotationMarks.SingleStraight or QuotationMarks.SingleCurly or QuotationMarks.SingleGuillemets) { continue; }
            int before = at - 1;
            while (before > block.Start && text[before] == ' ') { before--; }
            if (IsStray(marks, at, text, found)) { break; }
            if (at == firstWord || next == text[at] || (before >= block.Start && text[before] is ',' or ':' or '.' or '?' or '!' or '"' or '\u201D'))
            {
                found.Add(new Quotation(new TextSpan(at, TrimmedEnd(text, at, block.End)), index, 0, marks, false, continues && at == firstWord));
            }
            break;
        }
    }

    /// <summary>A typewriter's mark that nothing closes, before quotations in curly marks, is left over from a drop cap; one writer uses one kind of mark.</summary>
    private static bool IsStray(QuotationMarks marks, int at, string text, List<Quotation> found) =>
        marks is QuotationMarks.Straight && text[at] is '"' && found.Exists(q => q.Marks is QuotationMarks.Curly && q.Closed && q.Span.Start > at);

    /// <summary>Where the last single mark of the block stands that may close: no single mark after it can open anything.</summary>
    private static int LastSingleClose(string text, TextSpan block)
    {
        for (int i = block.End - 1; i > block.Start; i--)
        {
            if (text[i] is '\'' or '\u2019' && MarkReading.MayCloseSingle(text, block, i)) { return i; }
        }
        return -1;
    }

    private static void SortAndNest(List<Quotation> found, int first)
    {
        found.Sort(first, found.Count - first, Comparer<Quotation>.Create((a, b) => a.Span.CompareTo(b.Span)));
        Stack<int> ends = [];
        for (int i = first; i < found.Count; i++)
        {
            while (ends.Count > 0 && ends.Peek() <= found[i].Span.Start) { ends.Pop(); }
            found[i] = found[i] with { Depth = ends.Count };
            ends.Push(found[i].Span.End);
        }
    }
}
