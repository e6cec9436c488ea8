using System.Globalization;
using Dateline.Time;

namespace Dateline.Quantities;

/// <summary>A number as written, with its value: "1.5 million", "three dozen", "9,000", "two hundred and ten"; or a vague one: "dozens".</summary>
/// <param name="First">Index of its first word.</param>
/// <param name="End">Index of the word after it.</param>
/// <param name="Value">Null for a vague one.</param>
internal readonly record struct Count(int First, int End, decimal? Value);

/// <summary>Reads counts off the words of a block.</summary>
internal sealed class CountReader(QuantityLexicon lexicon)
{
    /// <summary>Largest number that is written out; more is no count of anything.</summary>
    private const decimal Limit = 1_000_000_000_000_000m;

    /// <summary>The count that begins at the word, or null.</summary>
    public Count? Read(TimeScan scan, int at)
    {
        switch (scan.Class(at))
        {
            case WordClass.Digits:
                return ReadDigits(scan, at);
            case WordClass.Number:
                return ReadWords(scan, at);
            case WordClass.Half when scan.Is(at + 1, "a") && lexicon.Word(scan.Word(at + 2)).Class == QuantityWordClass.Scale:
                return new Count(at, at + 3, lexicon.Word(scan.Word(at + 2)).Value / 2);
            case WordClass.Article when scan[at].Value == 1:
                return ReadAfterArticle(scan, at);
        }
        (QuantityWordClass kind, decimal value) = lexicon.Word(scan.Word(at));
        return kind switch
        {
            QuantityWordClass.Vague => Vague(scan, at),
            QuantityWordClass.Number => new Count(at, at + 1, value),
            _ => null,
        };
    }

    /// <summary>A cheap test: can a count begin here?</summary>
    public bool CanStart(TimeScan scan, int at) => scan.Class(at) switch
    {
        WordClass.Digits or WordClass.Number or WordClass.Half or WordClass.VagueNumber => true,
        WordClass.Article => scan[at].Value == 1,
        WordClass.Other => scan[at].Length is >= 4 and <= 9
            && lexicon.Word(scan.Word(at)).Class is QuantityWordClass.Vague or QuantityWordClass.Number,
        _ => false,
    };

    private Count? ReadAfterArticle(TimeScan scan, int at)
    {
        if (scan.Is(at + 1, "few"))
        {
            bool scaled = lexicon.Word(scan.Word(at + 2)) is { Class: QuantityWordClass.Scale, Value: >= 12 } && scan[at + 2].Length > 3;
            return new Count(at, scaled ? at + 3 : at + 2, null);
        }
        if (scan.Is(at + 1, "couple")) { return new Count(at, scan.Is(at + 2, "of") ? at + 3 : at + 2, 2); }
        (QuantityWordClass kind, decimal value) = lexicon.Word(scan.Word(at + 1));
        return kind == QuantityWordClass.Scale && scan[at + 1].Length > 2 ? Scaled(scan, at, at + 2, value) : null;
    }

    /// <summary>"hundreds of thousands" is one vague count.</summary>
    private Count Vague(TimeScan scan, int at)
    {
        int end = at + 1;
        // "several thousand".
        if (lexicon.Word(scan.Word(end)) is { Class: QuantityWordClass.Scale, Value: >= 12 } && scan[end].Length > 3) { end++; }
        while (end < at + 6 && scan.Is(end, "of") && lexicon.Word(scan.Word(end + 1)).Class == QuantityWordClass.Vague) { end += 2; }
        return new Count(at, end, null);
    }

    private Count? ReadDigits(TimeScan scan, int at)
    {
        if (!decimal.TryParse(scan.Word(at), NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands,
            CultureInfo.InvariantCulture, out decimal value) || value >= Limit) { return null; }
        int end = at + 1;
        if (end < scan.Count && scan[end].Glued
            && lexicon.Word(scan.Word(end)) is { Class: QuantityWordClass.Glued or QuantityWordClass.Scale } glued)
        {
            return value * glued.Value < Limit ? new Count(at, end + 1, value * glued.Value) : null;
        }
        return Scaled(scan, at, end, value);
    }

    private Count ReadWords(TimeScan scan, int at)
    {
        decimal total = 0, part = 0;
        int end = at;
        // "two hundred and ten thousand": hundreds gather in a part, larger scales close it.
        for (int steps = 0; steps < 12; steps++)
        {
            int word = end;
            if (end > at && (scan.IsDash(word) && scan[word].Glued || scan.Is(word, "and"))) { word++; }
            bool joined = word > end;
            if (scan.Class(word) == WordClass.Number && (end == at || part % 100 == 0 || (part % 10 == 0
                && scan[word].Value < 10 && part % 100 >= 20)))
            {
                if (joined && scan.Is(end, "and") && part < 100 && total == 0) { break; }
                if (end > at && !joined && part % 100 == 0 && part < 100) { break; }
                part += scan[word].Value;
                end = word + 1;
                continue;
            }
            (QuantityWordClass kind, decimal value) = joined ? default : lexicon.Word(scan.Word(word));
            if (kind != QuantityWordClass.Scale || scan[word].Length <= 2 || total + (part * value) >= Limit) { break; }
            if (value <= 100) { part *= value; }
            else { total += part * value; part = 0; }
            end = word + 1;
        }
        return new Count(at, end, total + part);
    }

    private Count Scaled(TimeScan scan, int first, int end, decimal value)
    {
        int word = scan.IsDash(end) && scan[end].Glued ? end + 1 : end;
        (QuantityWordClass kind, decimal scale) = lexicon.Word(scan.Word(word));
        return kind == QuantityWordClass.Scale && value * scale < Limit ? new Count(first, word + 1, value * scale)
            : new Count(first, end, value);
    }
}
