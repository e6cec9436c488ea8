using System.Globalization;
using Dateline.Stories;
using Dateline.Text;
using Dateline.Time;

namespace Dateline.Quantities;

/// <summary>Numbers of things with their bounds. Dates, ages, clock times, telephone numbers and numbers in names are none.</summary>
public sealed class QuantityRecognizer
{
    private readonly QuantityLexicon _lexicon = QuantityLexicon.Default;
    private readonly CountReader _counts = new(QuantityLexicon.Default);

    /// <summary>The quantities of a story, in text order; <paramref name="times"/> are left out.</summary>
    public IReadOnlyList<Quantity> Recognize(Story story, ParsedText parsed, IReadOnlyList<TimeExpression> times)
    {
        List<Quantity> found = [];
        int time = 0;
        foreach (Block block in story.Blocks)
        {
            if (!block.IsNarrative) { continue; }
            TimeScan scan = new(story.Text, block.Span, TimeLexicon.Default);
            for (int at = 0; at < scan.Count;)
            {
                while (time < times.Count && times[time].Span.End <= scan[at].Start) { time++; }
                if (time < times.Count && times[time].Span.Contains(scan[at].Start)) { at++; continue; }
                if (!_counts.CanStart(scan, at) || Read(scan, at, parsed, found.Count + 1) is not { } hit) { at++; continue; }
                if (hit.Quantity is { } quantity && !(time < times.Count
                    && times[time].Span.Overlaps(quantity.Span))) { found.Add(quantity); }
                at = hit.End;
            }
        }
        return found;
    }

    /// <summary>The quantity at the word; a null one for numbers that are to be passed over as a whole.</summary>
    private (Quantity? Quantity, int End)? Read(TimeScan scan, int at, ParsedText parsed, int number)
    {
        if (_counts.Read(scan, at) is not { } count) { return null; }
        if (NumberContext.IsName(scan, count, _lexicon)) { return (null, NumberContext.EndOfRun(scan, count)); }
        Count? high = Range(scan, count);
        if (high is { } top) { count = Scaled(scan, count, top); }
        int end = high?.End ?? count.End, first = count.First;

        string? of = null;
        if (Percent(scan, end) is { } percentEnd) { (end, of) = (percentEnd, "percent"); }
        int start = scan[first].Start;
        if (_lexicon.SignBefore(scan.Text.AsSpan(Math.Max(0, start - 4), start - Math.Max(0, start - 4))) is { } sign)
        {
            of = sign.Code;
            start -= sign.Length;
        }
        else if (of is null && _lexicon.Currency(scan.Word(end)) is { } currency && !scan.Is(count.First, "one")) { of = currency; end++; }

        if (NumberContext.IsAge(scan, first, end)) { return (null, end); }
        int wordBefore = first - 1;
        while (wordBefore >= 0 && scan[wordBefore].End > start) { wordBefore--; }
        (BoundKind bound, int boundFirst) = Bound(scan, wordBefore);
        if (boundFirst >= 0) { start = scan[boundFirst].Start; }
        else if (high is not null && scan.Is(wordBefore, "between")) { start = scan[wordBefore].Start; }

        TextSpan span = new(start, scan[end - 1].End);
        int noun = of is null ? CountedNoun.Find(parsed, new TextSpan(scan[first].Start, scan[end - 1].End)) : -1;
        if (noun >= 0) { of = CountedNoun.Words(parsed, noun, span.End).In(scan.Text).ToString(); }
        // A lone "one" is a pronoun unless it counts a noun.
        if (noun < 0 && of is null && scan.Is(count.First, "one") && count.End == count.First + 1) { return (null, end); }
        return (Build(number, span, count, high, bound, of, noun), end);
    }

    private static Quantity Build(int number, TextSpan span, Count count, Count? high, BoundKind bound, string? of, int noun)
    {
        decimal? low = count.Value, top = high?.Value ?? count.Value;
        bool vague = low is null;
        return new Quantity
        {
            Id = "q" + number.ToString(CultureInfo.InvariantCulture),
            Span = span,
            Low = bound is BoundKind.AtMost or BoundKind.Below ? null : low,
            High = bound is BoundKind.Above or BoundKind.AtLeast ? null : top,
            Exclusive = bound is BoundKind.Above or BoundKind.Below && !vague ? true : null,
            Approximate = bound == BoundKind.Near && !vague ? true : null,
            Vague = vague ? true : null,
            Of = of,
            Rule = vague ? "quantities/vague" : high is not null ? "quantities/range" : bound == BoundKind.None
                ? "quantities/number" : "quantities/bound",
            Head = noun,
        };
    }

    /// <summary>"10 to 15", "10-15", "five or six", "between 20 and 30": the upper end.</summary>
    private Count? Range(TimeScan scan, Count low)
    {
        if (low.Value is not { } bottom) { return null; }
        bool between = scan.Is(low.First - 1, "between") && scan.Is(low.End, "and");
        bool joined = scan.Is(low.End, "to", "or") || (scan.IsDash(low.End) && scan[low.End].Glued) || between;
        if (!joined || scan.Class(low.End + 1) is not (WordClass.Digits or WordClass.Number)) { return null; }
        if (_counts.Read(scan, low.End + 1) is not { Value: { } top } high || top <= bottom) { return null; }
        return high;
    }

    /// <summary>"10 to 15 million": the scale behind the upper number is the lower one's too.</summary>
    private static Count Scaled(TimeScan scan, Count low, Count high)
    {
        bool scaled = high.End > high.First + 1 && low.End == low.First + 1
            && scan.Class(high.First) == WordClass.Digits && scan.Class(low.First) == WordClass.Digits;
        if (!scaled || !decimal.TryParse(scan.Word(high.First),
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture,
            out decimal figures)) { return low; }
        return figures > 0 && low.Value < figures ? low with { Value = low.Value * (high.Value / figures) } : low;
    }

    private (BoundKind Kind, int First) Bound(TimeScan scan, int last)
    {
        if (last < 0) { return (BoundKind.None, -1); }
        foreach ((string[] words, BoundKind kind) in _lexicon.BoundsEnding(scan.Word(last)))
        {
            int first = last - words.Length + 1;
            bool fits = first >= 0;
            for (int i = 0; fits && i < words.Length; i++) { fits = scan.Is(first + i, words[i]); }
            if (fits) { return (kind, first); }
        }
        return (BoundKind.None, -1);
    }

    private int? Percent(TimeScan scan, int at)
    {
        if (scan.Is(at, "%")) { return at + 1; }
        if (scan.Is(at, "per") && scan.Is(at + 1, "cent")) { return at + 2; }
        if (_lexicon.Word(scan.Word(at)).Class != QuantityWordClass.Percent) { return null; }
        return scan.Is(at, "percentage") ? (scan.Is(at + 1, "points", "point") ? at + 2 : null) : at + 1;
    }
}
