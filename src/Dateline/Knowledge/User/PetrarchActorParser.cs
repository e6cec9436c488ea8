using System.Globalization;

namespace Dateline.Knowledge.User;

/// <summary>Reads an actor or agent dictionary line by line: <c>NAME_ [CODE]</c>, <c>+SYNONYM_</c>, <c>[CODE 970101-991231]</c>, <c>NOUN {PLURAL} [~ROLE]</c>, <c>!SET! = A, B</c>.</summary>
internal sealed class PetrarchActorParser(string file)
{
    private const int MostNames = 2_000_000, MostExpansions = 64;
    private readonly Dictionary<string, string[]> _sets = new(StringComparer.Ordinal);
    private readonly List<string> _open = [];
    private bool _coded;
    private int _openLine;

    public Dictionary<string, List<DatedCode>> Names { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, string> Agents { get; } = new(StringComparer.Ordinal);

    /// <summary>Takes the next line.</summary>
    public void Line(int number, string raw)
    {
        int comment = raw.AsSpan().IndexOfAny('#', ';');
        string line = (comment < 0 ? raw : raw[..comment]).Trim();
        if (line.Length == 0) { return; }
        if (line[0] == '!' && line.IndexOf('=', StringComparison.Ordinal) is > 0 and int equals)
        {
            _sets[line[..equals].Trim()] = line[(equals + 1)..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            return;
        }
        int bracket = line.IndexOf('[', StringComparison.Ordinal);
        string before = (bracket < 0 ? line : line[..bracket]).Trim();
        if (before.Length > 0) { Name(number, before); }
        if (bracket < 0) { return; }
        if (_open.Count == 0) { throw Fault(number, "a code before any name"); }
        for (int at = bracket; at >= 0; at = line.IndexOf('[', at + 1))
        {
            int end = line.IndexOf(']', at);
            if (end < 0) { throw Fault(number, "\"[\" without \"]\""); }
            Code(number, line[(at + 1)..end].Trim());
        }
        _coded = true;
    }

    /// <summary>Takes the end of the file.</summary>
    public void End(int number)
    {
        if (_open.Count > 0 && !_coded) { throw Fault(_openLine, $"\"{_open[0]}\" has no code. Expected [CODE] on its line or on one of the next, before line {number + 1}"); }
    }

    private void Name(int number, string text)
    {
        string? forms = null;
        if (text.IndexOf('{', StringComparison.Ordinal) is >= 0 and int brace)
        {
            int close = text.IndexOf('}', brace);
            if (close < 0) { throw Fault(number, "\"{\" without \"}\""); }
            (forms, text) = (text[(brace + 1)..close], text[..brace].Trim());
        }
        bool synonym = text.StartsWith('+');
        if (synonym) { text = text[1..].Trim(); }
        if (!synonym || _coded)
        {
            // A synonym behind the codes belongs to the same actor all the same.
            if (!synonym)
            {
                if (_open.Count > 0 && !_coded) { throw Fault(_openLine, $"\"{_open[0]}\" has no code. Expected [CODE] on its line or on one of the next"); }
                _open.Clear();
                _coded = false;
                _openLine = number;
            }
            else if (_open.Count == 0) { throw Fault(number, "a synonym (+) before any name"); }
        }
        int first = _open.Count;
        foreach (string name in Expand(number, text)) { _open.Add(PetrarchActorDictionary.Key(name)); }
        foreach (string form in (forms ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) { _open.Add(PetrarchActorDictionary.Key(form)); }
        if (Names.Count > MostNames) { throw Fault(number, $"more than {MostNames} names"); }
        if (!_coded || !synonym || !Names.TryGetValue(_open[0], out List<DatedCode>? codes)) { return; }
        for (int i = first; i < _open.Count; i++) { Names.TryAdd(_open[i], codes); }
    }

    // "FISHER!PERSON!" stands for FISHERMAN, FISHERMEN …
    private List<string> Expand(int number, string text)
    {
        int start = text.IndexOf('!', StringComparison.Ordinal);
        if (start < 0) { return [text]; }
        int end = text.IndexOf('!', start + 1);
        string set = end < 0 ? text[start..] : text[start..(end + 1)];
        if (!_sets.TryGetValue(set, out string[]? words)) { throw Fault(number, $"{set} is no set. Expected a line \"{set} = A, B\" above"); }
        return [.. words.Take(MostExpansions).Select(w => text[..start] + w + text[(start + set.Length)..])];
    }

    private void Code(int number, string text)
    {
        if (text.StartsWith('~'))
        {
            foreach (string name in _open) { Agents.TryAdd(name, text[1..].Trim()); }
            return;
        }
        string[] parts = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length is 0 or > 2 || (parts[0] is not "---" && (parts[0].Length < 3 || parts[0].AsSpan().ContainsAnyExcept(Letters))))
        {
            throw Fault(number, $"code is \"{text}\". Expected letters like AFGGOV, ~GOV for an agent, or ---; then, where it is dated, a span like 011222-140929, <011222 or >140929");
        }
        (DateOnly? from, DateOnly? to) = parts.Length == 1 ? (null, null) : Span(number, parts[1]);
        DatedCode code = new(parts[0], from, to);
        foreach (string name in _open)
        {
            if (!Names.TryGetValue(name, out List<DatedCode>? codes)) { Names[name] = codes = []; }
            codes.Add(code);
        }
    }

    private static readonly System.Buffers.SearchValues<char> Letters = System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private (DateOnly? From, DateOnly? To) Span(int number, string text)
    {
        if (text[0] == '<') { return (null, Day(number, text[1..])); }
        if (text[0] == '>') { return (Day(number, text[1..]), null); }
        int dash = text.IndexOf('-', StringComparison.Ordinal);
        if (dash < 0) { throw Fault(number, $"span is \"{text}\". Expected 011222-140929, <011222 or >140929"); }
        DateOnly from = Day(number, text[..dash]), to = Day(number, text[(dash + 1)..]);
        return from <= to ? (from, to) : throw Fault(number, $"span is \"{text}\", its end is before its start");
    }

    // Six digits are of the years 1930 to 2029, as PETRARCH reads them; eight digits say the century.
    private DateOnly Day(int number, string text)
    {
        string full = text.Length == 6 ? (string.CompareOrdinal(text[..2], "30") >= 0 ? "19" : "20") + text : text;
        return DateOnly.TryParseExact(full, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day
            : throw Fault(number, $"day is \"{text}\". Expected YYMMDD or YYYYMMDD");
    }

    private InvalidDataException Fault(int line, string reason) => new($"{file}({line}): {reason}.");
}
