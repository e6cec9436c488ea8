using Dateline.Ingest.Html;
using Dateline.Stories;
using Dateline.Text;

namespace Dateline.Ingest;

/// <summary>The blocks of a plain text and its dateline.</summary>
internal sealed record RecognizedBlocks(List<Block> Blocks, DatelineMatch? Dateline);

/// <summary>Types the lines of a plain text: what is headline, deck, byline, caption, dateline, page furniture; all else is paragraph.</summary>
/// <remarks>Nobody speaks in captions and furniture, so a line only becomes one on sure signs. In doubt it is a paragraph.</remarks>
/// <seealso href="specs/ingest/blocks.md"/>
internal sealed class BlockRecognizer
{
    /// <summary>Words of a headline that ends with a full stop, at most.</summary>
    private const int LongestStoppedHeadline = 22;

    private readonly string _text;
    private readonly List<TextUnit> _units;
    private readonly List<Block> _blocks = [];
    private readonly string? _title;
    private DatelineMatch? _dateline;
    private TextSpan? _lastCaption;
    private int _lastCaptionUnit = -2;

    private BlockRecognizer(string text, string? title)
    {
        _text = text;
        _units = TextLayout.Units(text);
        _title = title is null ? null : BareText.Of(title);
    }

    /// <summary>The blocks in text order. <paramref name="title"/> is the story's headline where the input names it apart from the text.</summary>
    public static RecognizedBlocks Recognize(string text, string? title)
    {
        BlockRecognizer recognizer = new(text, title);
        int body = recognizer.FrontMatter();
        recognizer.Body(body);
        return new RecognizedBlocks(recognizer._blocks, recognizer._dateline);
    }

    /// <summary>Types the lines above the first paragraph; returns the index of that paragraph.</summary>
    private int FrontMatter()
    {
        int body = FindBody();
        bool headline = false, deck = false;
        for (int i = 0; i < body; i++)
        {
            TextUnit unit = _units[i];
            ReadOnlySpan<char> words = unit.Span.In(_text);
            if (IsTitle(words)) { Add(BlockRole.Headline, unit.Span); headline = true; continue; }
            if (Furniture(unit, words, front: true) is { } furniture) { Add(furniture, unit.Span); continue; }
            if (Byline.IsAtTop(words)) { Add(BlockRole.Byline, unit.Span); continue; }
            if (DateLine(unit)) { continue; }
            if (Caption(i, mayBeHeadline: !headline)) { continue; }
            if (!headline && i + 1 < body && IsKicker(unit, words, _units[i + 1])) { Add(BlockRole.Kicker, unit.Span); continue; }
            if (!headline) { Add(BlockRole.Headline, unit.Span); headline = true; continue; }
            Add(deck ? unit.EndsSentence ? BlockRole.Paragraph : BlockRole.Subheading : BlockRole.Deck, unit.Span);
            deck = true;
        }
        return body;
    }

    private void Body(int start)
    {
        bool opening = true;
        for (int i = start; i < _units.Count; i++)
        {
            TextUnit unit = _units[i];
            ReadOnlySpan<char> words = unit.Span.In(_text);
            if (IsTitle(words)) { Add(BlockRole.Headline, unit.Span); continue; }
            if (Furniture(unit, words, front: false) is { } furniture) { Add(furniture, unit.Span); continue; }
            if (Caption(i, mayBeHeadline: false)) { continue; }
            if (_units.Count > 1 && DateLine(unit)) { continue; }
            if (LineShape.IsListItem(words)) { Add(BlockRole.List, unit.Span); opening = false; continue; }
            if (i > start && IsSubheading(i)) { Add(BlockRole.Subheading, unit.Span); continue; }
            Paragraph(unit, opening ? DatelinePosition.Opening : DatelinePosition.Later);
            opening = false;
        }
    }

    /// <summary>Index of the first unit that is a paragraph; 0 when the text has no headline, <c>Count</c> when it is only one.</summary>
    private int FindBody()
    {
        int count = _units.Count;
        if (count == 0) { return 0; }
        // A lone line is a headline only when it does not end as a sentence does.
        if (count == 1) { return LineShape.IsLine(_units[0]) && !HasDateline(0) ? 1 : 0; }
        for (int i = 0; i < count; i++)
        {
            if (IsTitle(_units[i].Span.In(_text))) { continue; }
            if (HasDateline(i)) { return i; }
            if (LineShape.IsLine(_units[i])) { continue; }
            return PastHeadlinesWithStops(i);
        }
        // Lines only: the first is the headline if a blank line sets it off.
        return _units.Count > 1 && _units[1].AfterBlank ? 1 : 0;
    }

    /// <summary>Headline and deck that end with a full stop, as some archives print them: short first lines above a paragraph.</summary>
    private int PastHeadlinesWithStops(int first)
    {
        int i = first;
        if (i == 0)
        {
            TextUnit unit = _units[0], next = _units[1];
            bool headline = unit.EndsSentence && !unit.HasInnerSentenceEnd && next.AfterBlank && next.Span.Length > unit.Span.Length
                && (HeadlineStyle.IsHeadline(unit.Span.In(_text)) || (unit.Words <= LongestStoppedHeadline && StandsAboveDateline()));
            if (!headline) { return 0; }
            i = 1;
        }
        for (; i < _units.Count - 1 && i <= first + 3 && !HasDateline(i); i++)
        {
            TextUnit unit = _units[i];
            if (LooksLikeFurniture(unit)) { continue; }
            if (unit.HasInnerSentenceEnd || unit.Words > 30 || EndsWith(unit, ':')) { break; }
            bool deck = !unit.EndsSentence || EndsWith(_units[i - 1], ';') || HasDateline(i + 1);
            if (!deck) { break; }
        }
        return i;
    }

    /// <summary>The first line stands above a dateline, with at most a deck between, or above page furniture.</summary>
    private bool StandsAboveDateline() =>
        HasDateline(1) || LooksLikeFurniture(_units[1]) || (_units.Count > 2 && _units[1].Words <= 30 && !_units[1].HasInnerSentenceEnd && HasDateline(2));

    /// <summary>A word or a few capitals above the headline.</summary>
    private bool IsKicker(TextUnit unit, ReadOnlySpan<char> words, TextUnit next) =>
        unit.Words <= 3 && next.Words >= 4 && !LooksLikeFurniture(next)
        && (unit.Words == 1 || (!words.ContainsAnyInRange('a', 'z') && next.Span.In(_text).ContainsAnyInRange('a', 'z')));

    private bool EndsWith(TextUnit unit, char sign) => _text[unit.Span.End - 1] == sign;

    private bool HasDateline(int index) =>
        DatelineRecognizer.Recognize(_text, _units[index].Span, DatelinePosition.Later) is { } match && match.Span.End < _units[index].Span.End;

    private bool LooksLikeFurniture(TextUnit unit) =>
        Furniture(unit, unit.Span.In(_text), front: true) is not null || Byline.IsAtTop(unit.Span.In(_text)) || DatelineDate.Parse(unit.Span.In(_text)) is not null;

    private BlockRole? Furniture(TextUnit unit, ReadOnlySpan<char> words, bool front)
    {
        // A story of one line is that line, whatever it looks like.
        if (_units.Count == 1) { return null; }
        BlockRole? role = PageWords.Default.ByWhole(words) ?? PageWords.Default.ByPart(words, unit.Words);
        if (role == BlockRole.Kicker && !front) { return BlockRole.Subheading; }
        if (role is null && front && unit.Words <= 12 && !unit.EndsSentence && (words.Contains(" > ", StringComparison.Ordinal) || words.Contains(" › ", StringComparison.Ordinal)
            || words.Contains(" » ", StringComparison.Ordinal) || words.Count(" | ") >= 2)) { return BlockRole.Boilerplate; }
        return role;
    }

    /// <summary>A line that is only a date or a date with place: "Friday, July 21, 2017".</summary>
    private bool DateLine(TextUnit unit)
    {
        if (_dateline is not null || unit.Words > 6) { return false; }
        if (DatelineRecognizer.Recognize(_text, unit.Span, DatelinePosition.Later) is not { } match || match.Span.End != unit.Span.End) { return false; }
        _dateline = match;
        Add(BlockRole.Dateline, unit.Span);
        return true;
    }

    private bool Caption(int index, bool mayBeHeadline)
    {
        TextUnit unit = _units[index];
        if (CaptionFinder.Credit(_text, unit, mayBeHeadline) is { } credit)
        {
            TextSpan caption = TextLayout.Trim(_text, unit.Span.Start, credit.Start);
            if (!caption.IsEmpty) { Add(BlockRole.Caption, caption); _lastCaption = caption; _lastCaptionUnit = index; }
            Add(BlockRole.Credit, credit);
            return true;
        }
        if (_lastCaption is { } last && index - _lastCaptionUnit <= 2 && !unit.EndsSentence && CaptionFinder.Repeats(_text, unit, last))
        {
            Add(BlockRole.Caption, unit.Span);
            return true;
        }
        return false;
    }

    private void Paragraph(TextUnit unit, DatelinePosition position)
    {
        TextSpan span = unit.Span;
        if (_dateline?.Place is null && DatelineRecognizer.Recognize(_text, span, position) is { } match && match.Span.End < span.End)
        {
            // A date line above ("Monday, March 5, 2007") and a place here ("Taipei, Taiwan —") make one dateline.
            _dateline = _dateline is { Date: not null } && match.Date is null ? match with { Date = _dateline.Date } : match;
            Add(BlockRole.Dateline, match.Span);
            span = TextLayout.Trim(_text, match.Span.End, span.End);
        }
        if (_text[span.Start] == '>' && span.Length > 1)
        {
            Add(BlockRole.Quote, TextLayout.Trim(_text, span.Start + 1, span.End));
            return;
        }
        Add(BlockRole.Paragraph, span);
    }

    /// <summary>A short line without a stop, set off, above a paragraph.</summary>
    private bool IsSubheading(int index)
    {
        TextUnit unit = _units[index];
        if (!LineShape.IsLine(unit) || unit.Words > 12 || index + 1 >= _units.Count || _units[index + 1].Words < 15) { return false; }
        char last = _text[unit.Span.End - 1], first = _text[unit.Span.Start];
        return last is not (':' or ',' or ';' or '"' or '”') && (char.IsUpper(first) || char.IsDigit(first) || first is '\'' or '‘' or '“' or '"');
    }

    private bool IsTitle(ReadOnlySpan<char> words) => _title is { Length: > 0 } && words.Length <= _title.Length + 12 && BareText.Of(words) == _title;

    private void Add(BlockRole role, TextSpan span)
    {
        if (!span.IsEmpty) { _blocks.Add(new Block(role, span)); }
    }
}
