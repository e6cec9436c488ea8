namespace Dateline.Events.UserVerbs;

/// <summary>Reads the lines of a PETRARCH verb dictionary.</summary>
/// <remarks>
/// Lines: <c>VERB {FORMS} [CODE]</c> a verb, <c>- LEFT * RIGHT [CODE]</c> a pattern of the verb above, <c>&amp;NAME</c> a set of words whose
/// members stand below as <c>+WORD</c>, <c>---</c>, <c>;</c> and <c>#</c> headings and comments. Written after the format's description
/// and the unit records of PETRARCH2.
/// </remarks>
internal sealed class PetrarchVerbParser(string name)
{
    private readonly Dictionary<string, List<string[]>> _sets = new(StringComparer.OrdinalIgnoreCase);
    private PetrarchVerb? _verb;
    private string? _set;
    private bool _inRemark;

    /// <summary>Verbs by form, in lower case.</summary>
    public Dictionary<string, List<PetrarchVerb>> Verbs { get; } = new(StringComparer.Ordinal);

    /// <summary>Patterns read so far.</summary>
    public int PatternCount { get; private set; }

    /// <summary>Reads a line.</summary>
    /// <exception cref="InvalidDataException">With file, line and reason.</exception>
    public void Line(int number, ReadOnlySpan<char> raw)
    {
        ReadOnlySpan<char> line = WithoutComment(raw).Trim();
        if (line.IsEmpty || line.StartsWith("---", StringComparison.Ordinal) || line[0] == '~') { return; }
        if (line[0] == '&')
        {
            _set = Word(line);
            _sets[_set] = [];
            _verb = null;
        }
        else if (line[0] == '+' && _set is not null && _verb is null)
        {
            _sets[_set].Add(Phrase(line[1..]));
        }
        else if (line[0] == '-')
        {
            if (_verb is null) { throw Fault(number, "a pattern before any verb"); }
            _verb.Patterns.Add(Pattern(number, line[1..]));
            PatternCount++;
        }
        else
        {
            Verb(number, line);
        }
    }

    /// <summary>Comments run from ; or # to the end of the line, or stand in &lt;!-- --&gt;.</summary>
    private ReadOnlySpan<char> WithoutComment(ReadOnlySpan<char> line)
    {
        if (_inRemark || line.TrimStart().StartsWith("<!--", StringComparison.Ordinal))
        {
            _inRemark = !line.Contains("-->", StringComparison.Ordinal);
            return default;
        }
        int comment = line.IndexOfAny(';', '#');
        return comment < 0 ? line : line[..comment];
    }

    private void Verb(int number, ReadOnlySpan<char> line)
    {
        string? code = Code(number, ref line);
        ReadOnlySpan<char> forms = default;
        int brace = line.IndexOf('{');
        if (brace >= 0)
        {
            int end = line.IndexOf('}');
            if (end < brace) { throw Fault(number, "{ without }"); }
            forms = line[(brace + 1)..end];
            line = line[..brace].Trim();
        }
        string[] words = Phrase(line);
        if (words.Length == 0 || line.Contains(' ')) { throw Fault(number, $"\"{line}\" is no verb: expected one word, or words joined by _"); }
        _verb = new PetrarchVerb(words[1..], code, []);
        _set = null;
        Add(words[0], _verb);
        foreach (Range range in forms.Split(' '))
        {
            ReadOnlySpan<char> form = forms[range].Trim();
            if (!form.IsEmpty) { Add(Phrase(form)[0], _verb); }
        }
    }

    private void Add(string form, PetrarchVerb verb)
    {
        if (!Verbs.TryGetValue(form, out List<PetrarchVerb>? list)) { Verbs[form] = list = []; }
        list.Add(verb);
        list.Sort((a, b) => b.After.Length.CompareTo(a.After.Length));
    }

    private PetrarchPattern Pattern(int number, ReadOnlySpan<char> line)
    {
        string? code = Code(number, ref line);
        int verb = line.IndexOf('*');
        if (verb < 0) { throw Fault(number, "a pattern without * for its verb"); }
        List<PatternElement> left = Elements(number, line[..verb]), right = Elements(number, line[(verb + 1)..]);
        // "Adjacent" is read towards the next word in the text; before the verb the nearer neighbour is the next word already.
        List<PatternElement> nearestFirst = [];
        for (int i = left.Count - 1; i >= 0; i--) { nearestFirst.Add(left[i]); }
        List<PatternElement> after = [];
        bool joined = verb + 1 < line.Length && line[verb + 1] == '_';
        foreach (PatternElement element in right)
        {
            after.Add(element with { Adjacent = joined });
            joined = element.Adjacent;
        }
        return new PetrarchPattern(nearestFirst, after, code);
    }

    /// <summary>The elements in text order; Adjacent: an underscore follows.</summary>
    private List<PatternElement> Elements(int number, ReadOnlySpan<char> side)
    {
        List<PatternElement> elements = [];
        int at = 0;
        while (at < side.Length)
        {
            char c = side[at];
            if (c is ' ' or '(' or ')' or '_' or '\t')
            {
                at++;
                continue;
            }
            int end = c == '{' ? side[at..].IndexOf('}') : side[at..].IndexOfAny(" _()\t");
            if (c == '{' && end < 0) { throw Fault(number, "{ without }"); }
            end = end < 0 ? side.Length : at + end + (c == '{' ? 1 : 0);
            ReadOnlySpan<char> word = side[at..end];
            bool adjacent = end < side.Length && side[end] == '_';
            elements.Add(c switch
            {
                '$' => new PatternElement(PatternKind.Source, [], adjacent),
                '+' => new PatternElement(PatternKind.Target, [], adjacent),
                '%' => new PatternElement(PatternKind.Both, [], adjacent),
                '^' => new PatternElement(PatternKind.Any, [], adjacent),
                '&' => new PatternElement(PatternKind.Words, Set(number, Word(word)), adjacent),
                '{' => new PatternElement(PatternKind.Words, Alternatives(number, word[1..^1]), adjacent),
                _ => new PatternElement(PatternKind.Words, [[Word(word)]], adjacent),
            });
            at = end;
        }
        return elements;
    }

    private List<string[]> Alternatives(int number, ReadOnlySpan<char> words)
    {
        List<string[]> phrases = [];
        foreach (Range range in words.Split('|'))
        {
            ReadOnlySpan<char> word = words[range].Trim();
            if (word.StartsWith("&", StringComparison.Ordinal)) { phrases.AddRange(Set(number, Word(word))); }
            else if (!word.IsEmpty) { phrases.Add(Phrase(word)); }
        }
        return phrases;
    }

    private List<string[]> Set(int number, string set) =>
        _sets.TryGetValue(set, out List<string[]>? members) ? members : throw Fault(number, $"the set {set.ToUpperInvariant()} is not defined above");

    /// <summary>Takes the code in brackets off the end of a line. "---" is no event; of a pair (032:033) the first is the event, the second its mirror.</summary>
    private string? Code(int number, ref ReadOnlySpan<char> line)
    {
        int open = line.IndexOf('['), close = line.IndexOf(']');
        if (open < 0 || close < open) { return null; }
        ReadOnlySpan<char> code = line[(open + 1)..close].Trim();
        line = line[..open].Trim();
        int colon = code.IndexOf(':');
        if (colon >= 0) { code = code[..colon]; }
        if (code.IsEmpty || code.StartsWith("---", StringComparison.Ordinal)) { return null; }
        string text = code.ToString();
        return Crosswalk.Default.Knows(text) ? text : throw Fault(number, $"code {text} is no CAMEO code. Expected a code of docs/reference/ontology.md, or --- for no event");
    }

    private static string[] Phrase(ReadOnlySpan<char> words) => Word(words).Split(['_', ' '], StringSplitOptions.RemoveEmptyEntries);

    private static string Word(ReadOnlySpan<char> word) => word.Trim().TrimStart("+&").ToString().ToLowerInvariant();

    private InvalidDataException Fault(int number, string reason) => new($"{name}({number}): {reason}.");
}
