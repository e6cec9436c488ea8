using Dateline.Stories;
using Dateline.Text;

namespace Dateline.Entities;

/// <summary>The words of one story with what every stage of this folder asks of them: case of the sentence, inside quotation marks or not.</summary>
internal sealed class StoryWords
{
    private const int FewestForTitleCase = 3;
    private readonly SentenceCase[] _cases;
    private readonly int[] _quotation;

    public StoryWords(Story story, ParsedText parsed)
    {
        Story = story;
        Parsed = parsed;
        _cases = new SentenceCase[parsed.Sentences.Length];
        for (int s = 0; s < _cases.Length; s++) { _cases[s] = CaseOf(s); }
        _quotation = Quotations(parsed);
    }

    public Story Story { get; }

    public ParsedText Parsed { get; }

    /// <summary>How the sentence uses capitals.</summary>
    public SentenceCase Case(int sentence) => _cases[sentence];

    /// <summary>Number of the quotation the token stands in, from 1; 0 outside.</summary>
    public int Quotation(int token) => _quotation[token];

    public BlockRole Block(int sentence) => Story.Blocks[Parsed.Sentences[sentence].Block].Role;

    /// <summary>The characters from one token to another, both inclusive.</summary>
    public ReadOnlySpan<char> Phrase(int first, int last) => Parsed.SpanOf(first, last).In(Parsed.Text);

    /// <summary>True when nothing stands between the token and the one after it.</summary>
    public bool Touches(int token) => token + 1 < Parsed.Tokens.Length && Parsed.Tokens[token].Span.End == Parsed.Tokens[token + 1].Span.Start;

    /// <summary>True when the word's first letter is a capital, or a later one is ("iPhone").</summary>
    public bool IsCapitalised(int token)
    {
        ReadOnlySpan<char> form = Parsed.Form(token);
        foreach (char c in form)
        {
            if (char.IsUpper(c)) { return true; }
        }
        return false;
    }

    /// <summary>True when all letters are capitals and there are at least two.</summary>
    public bool IsCapitals(int token)
    {
        int letters = 0;
        foreach (char c in Parsed.Form(token))
        {
            if (char.IsLower(c)) { return false; }
            if (char.IsLetter(c)) { letters++; }
        }
        return letters > 1;
    }

    private SentenceCase CaseOf(int s)
    {
        Sentence sentence = Parsed.Sentences[s];
        int words = 0, capitalised = 0, lower = 0, capitals = 0;
        for (int i = sentence.First; i < sentence.End; i++)
        {
            ReadOnlySpan<char> form = Parsed.Form(i);
            if (form.Length == 0 || !char.IsLetter(form[0])) { continue; }
            if (IsCapitals(i)) { capitals++; } else { lower++; }
            if (form.Length < 4 || i == sentence.First) { continue; }
            words++;
            if (char.IsUpper(form[0])) { capitalised++; }
        }
        if (capitals >= FewestForTitleCase && capitals > 3 * lower) { return SentenceCase.Upper; }
        return words >= FewestForTitleCase && capitalised * 10 >= words * 8 && Headlike(s) ? SentenceCase.Title : SentenceCase.Normal;
    }

    private bool Headlike(int s) => Block(s) is BlockRole.Headline or BlockRole.Deck or BlockRole.Subheading or BlockRole.List
        || Parsed.Tokens[Parsed.Sentences[s].End - 1].Upos != Upos.PUNCT;

    // A quotation ends with its paragraph at the latest: an unclosed mark never swallows the story.
    private static int[] Quotations(ParsedText parsed)
    {
        int[] inside = new int[parsed.Tokens.Length];
        int number = 0, block = -1;
        bool open = false;
        for (int i = 0; i < inside.Length; i++)
        {
            int own = parsed.SentenceOf(i).Block;
            if (own != block) { (block, open) = (own, false); }
            ReadOnlySpan<char> form = parsed.Form(i);
            bool mark = form is "\"" or "“" or "”" or "„" or "«" or "»" or "``" or "''";
            if (mark)
            {
                open = form is "“" or "„" or "«" or "``" || (form is "\"" && !open);
                if (open) { number++; }
                continue;
            }
            inside[i] = open ? number : 0;
        }
        return inside;
    }
}

/// <summary>How a sentence uses capitals: as prose does, on every content word, or throughout.</summary>
internal enum SentenceCase : byte { Normal, Title, Upper }
