using System.Collections.Frozen;
using Dateline.Knowledge;
using Dateline.Text;

namespace Dateline.Time;

/// <summary>Finds which way a time looks by the verb that governs it: "met on Friday" back, "will meet on Friday" ahead.</summary>
internal sealed class TenseFinder
{
    private static readonly Lazy<FrozenDictionary<string, (string Lean, string Kind)>> Words = new(() =>
    {
        TsvTable table = TsvTable.Embedded("en/time-tense.tsv");
        return table.Rows.ToFrozenDictionary(r => table.Cell(r, "word"), r => (table.Cell(r, "lean"), table.Cell(r,
            "kind")), StringComparer.OrdinalIgnoreCase);
    });

    private static readonly Lazy<FrozenSet<string>> States = new(() =>
    {
        TsvTable table = TsvTable.Embedded("en/time-states.tsv");
        return table.Rows.Select(r => table.Cell(r, "lemma")).ToFrozenSet(StringComparer.Ordinal);
    });

    private readonly ParsedText _parsed;

    public TenseFinder(ParsedText parsed) => _parsed = parsed;

    /// <summary>False before a story is parsed: then only words can tell.</summary>
    public bool HasTree => _parsed.Tokens.Length > 0;

    /// <summary>True where the verb tells how things are and not what happened: in "still used today" the day is no date.</summary>
    public bool TellsState(TextSpan span)
    {
        int token = HasTree ? _parsed.HeadOf(span) : -1;
        int verb = token >= 0 ? Clause(token) : -1;
        if (verb >= 0 && verb != token && _parsed.Tokens[verb].Upos is Upos.ADJ or Upos.NOUN && _parsed.Child(verb, "cop") is >= 0 and { } copula
            && _parsed.Tokens[copula].Xpos is "VBZ" or "VBP") { return true; }
        if (verb < 0 || _parsed.Tokens[verb].Upos != Upos.VERB || OwnTense(verb) is Direction.Future) { return false; }
        foreach (int child in _parsed.Children(verb))
        {
            if (_parsed.Is(child, "aux") && (_parsed.Tokens[child].Lemma == "have" || _parsed.Tokens[child].Xpos == "VBD")) { return false; }
        }
        return _parsed.Tokens[verb].Xpos is "VBZ" or "VBP" or "VBN" && States.Value.Contains(_parsed.Tokens[verb].Lemma);
    }

    /// <summary>By the tree where there is one, else by the words of the sentence before the time.</summary>
    public Direction Find(TextSpan span, TimeScan scan, int first)
    {
        int token = _parsed.Tokens.Length > 0 ? _parsed.HeadOf(span) : -1;
        return token >= 0 && _parsed.Tokens[token].Span.Overlaps(span) ? ByTree(token) : ByWords(scan, first);
    }

    private static bool Has(ReadOnlySpan<char> word, string kind) =>
        Words.Value.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out (string Lean, string Kind) entry) && entry.Kind == kind;

    private static Direction ByWords(TimeScan scan, int first)
    {
        for (int i = first - 1, steps = 0; i >= 0 && steps < 25; i--, steps++)
        {
            if (scan.Class(i) == WordClass.Mark && scan.Word(i)[0] is '.' or '!' or '?' or ';' && !scan.IsGlued(i + 1, "m")) { break; }
            ReadOnlySpan<char> word = scan.Word(i);
            if (Has(word, "auxiliary") && !scan.Is(i + 1, "have") && !scan[i].Capital) { return Direction.Future; }
            if (Has(word, "participle")) { return Direction.Future; }
            // "to be sentenced" looks where its governor looks.
            if (scan.Is(i - 1, "be", "to")) { continue; }
            if (word is "was" or "were" or "had" || (word.Length > 4
                && word.EndsWith("ed", StringComparison.Ordinal))) { return Direction.Past; }
        }
        return Direction.Unknown;
    }

    private Direction ByTree(int token)
    {
        // Participles and infinitives look where their governor looks; the climb ends at the root.
        for (int verb = Clause(token), steps = 0; verb >= 0 && steps < 12; steps++)
        {
            Direction? own = OwnTense(verb);
            // A time inside a noun phrase is the noun's: "to analyse evidence from the October attack".
            bool inPhrase = steps == 0 && ThroughNoun(token, verb);
            if (own is { } known) { return inPhrase && _parsed.Tokens[verb].Xpos == "VB"
                && _parsed.Child(verb, "aux") < 0 ? Direction.Unknown : known; }
            int up = _parsed.Tokens[verb].Head;
            verb = up >= 0 ? Clause(up) : -1;
        }
        return Direction.Unknown;
    }

    /// <summary>True when the way from the time up to the verb leads through another noun.</summary>
    private bool ThroughNoun(int token, int verb)
    {
        for (int i = token, steps = 0; i >= 0 && i != verb && steps < 40; i = _parsed.Tokens[i].Head, steps++)
        {
            if (_parsed.Is(i, "nmod") || _parsed.Is(i, "compound")) { return true; }
        }
        return false;
    }

    /// <summary>The token itself or the nearest governor that heads a clause.</summary>
    private int Clause(int token)
    {
        for (int i = token, steps = 0; i >= 0 && steps < 40; i = _parsed.Tokens[i].Head, steps++)
        {
            Token word = _parsed.Tokens[i];
            if (word.Upos is Upos.VERB || _parsed.Child(i, "cop") >= 0 || _parsed.Child(i, "aux") >= 0) { return i; }
            if (word.Upos == Upos.ADJ && Has(_parsed.Form(i), "participle")) { return i; }
        }
        return -1;
    }

    private Direction? OwnTense(int verb)
    {
        bool have = false, bePresent = false, bePast = false, modal = false, to = false;
        foreach (int child in _parsed.Children(verb))
        {
            Token word = _parsed.Tokens[child];
            if (_parsed.Is(child, "aux") || _parsed.Is(child, "cop"))
            {
                string lemma = word.Lemma;
                if (word.Xpos == "MD" || Has(_parsed.Form(child), "auxiliary")) { modal = true; }
                else if (lemma == "have") { have = true; bePast |= word.Xpos == "VBD"; }
                else if (word.Xpos is "VBD") { bePast = true; }
                else if (word.Xpos is "VBZ" or "VBP") { bePresent = true; }
            }
            else if (_parsed.Is(child, "mark") && _parsed.Form(child).Equals("to", StringComparison.OrdinalIgnoreCase)) { to = true; }
        }
        Token head = _parsed.Tokens[verb];
        if (Has(_parsed.Form(verb), "participle") && head.Xpos is not "VB" and not "VBP") { return Direction.Future; }
        if (modal) { return have ? Direction.Past : Direction.Future; }
        if (have || bePast) { return Direction.Past; }
        if (to) { return Infinitive(head); }
        return head.Xpos switch
        {
            "VBD" => Direction.Past,
            // "is now written so": told of the present.
            "VBN" => bePresent ? Direction.Unknown : Direction.Past,
            "VBG" => bePresent ? Direction.Future : null,
            _ => Direction.Unknown,
        };
    }

    /// <summary>"agreed to meet on Friday" looks ahead, "failed to appear on Friday" back; a headline's bare infinitive looks ahead.</summary>
    private Direction Infinitive(Token verb)
    {
        if (verb.Head < 0) { return Direction.Future; }
        Token governor = _parsed.Tokens[verb.Head];
        // "pleaded guilty to threatening to kill her in March": nothing says which way.
        if (governor.Xpos is "VBG" or "VB" && _parsed.Child(verb.Head, "aux") < 0) { return Direction.Unknown; }
        if (Words.Value.TryGetValue(governor.Lemma, out (string Lean, string Kind) entry) && entry.Kind == "governor")
        {
            return entry.Lean == "past" ? Direction.Past : Direction.Future;
        }
        return governor.Xpos is "VBD" or "VBN" && !Has(_parsed.Form(verb.Head), "participle") ? Direction.Unknown : Direction.Future;
    }
}
