using Dateline.Provenance;
using Dateline.Stories;
using Dateline.Text;

namespace Dateline.Cli;

/// <summary>An explanation laid out for a person: context with its words underlined, fields with their rules, chain, versions.</summary>
internal sealed class ExplanationWriter(TextWriter output, RuleTable rules)
{
    private const int Width = 100;

    /// <summary>Which sign stands under the words of a field; where two fields share words the later one shows.</summary>
    private static readonly (string Field, char Sign)[] s_signs =
    [
        ("clause", '.'), ("content", '.'), ("actor", '^'), ("recipient", '-'), ("addressee", '-'), ("source", '^'), ("cue", '='), ("trigger", '='),
        ("occasion", '-'), ("mention", '^'), ("words", '^'),
    ];

    public void Write(Explanation explanation)
    {
        Story story = explanation.Story.Story;
        string from = string.Join(", ", new[] { story.Outlet, story.ReferenceDate?.Value.ToString("yyyy-MM-dd", null) }.OfType<string>());
        output.WriteLine($"{explanation.Id}: {explanation.Kind} in {story.File ?? story.Id}{(from.Length > 0 ? $" ({from})" : "")}");
        output.WriteLine();
        WriteContext(explanation);
        WriteFields(explanation.Fields);
        WriteChain(explanation.Chain);
        if (explanation.Story.Coder is { } coder)
        {
            output.WriteLine($"made by: dateline {coder.Version}, knowledge {coder.Knowledge}, models {coder.Models}");
        }
    }

    private void WriteContext(Explanation explanation)
    {
        string text = explanation.Story.Story.Text;
        char[] signs = new char[explanation.Context.Length];
        Array.Fill(signs, ' ');
        List<string> legend = [];
        foreach ((string field, char sign) in s_signs)
        {
            foreach (ExplainedWords words in explanation.Words.Where(w => w.Field == field && explanation.Context.Overlaps(w.Span)))
            {
                int start = Math.Max(words.Span.Start, explanation.Context.Start) - explanation.Context.Start;
                int end = Math.Min(words.Span.End, explanation.Context.End) - explanation.Context.Start;
                signs.AsSpan(start, end - start).Fill(sign);
                if (!legend.Contains($"{sign} {field}")) { legend.Add($"{sign} {field}"); }
            }
        }
        for (int at = explanation.Context.Start; at < explanation.Context.End;)
        {
            int end = LineEnd(text, at, explanation.Context.End);
            output.WriteLine("    " + text[at..end].Replace('\t', ' '));
            string under = new string(signs, at - explanation.Context.Start, end - at).TrimEnd();
            if (under.Length > 0) { output.WriteLine("    " + under); }
            at = end;
            while (at < explanation.Context.End && char.IsWhiteSpace(text[at])) { at++; }
        }
        if (legend.Count > 0)
        {
            output.WriteLine();
            output.WriteLine("    " + string.Join("   ", legend));
        }
        output.WriteLine();
    }

    /// <summary>The end of a line of at most <see cref="Width"/> characters, at a line break of the text or between words.</summary>
    private static int LineEnd(string text, int start, int end)
    {
        int stop = Math.Min(end, start + Width);
        int newline = text.AsSpan(start, stop - start).IndexOf('\n');
        if (newline >= 0) { return start + newline; }
        if (stop == end) { return end; }
        int blank = text.AsSpan(start, stop - start).LastIndexOf(' ');
        int cut = blank > 0 ? start + blank : stop;
        return cut > start && cut < end && char.IsLowSurrogate(text[cut]) ? cut - 1 : cut;
    }

    private void WriteFields(IReadOnlyList<ExplainedField> fields)
    {
        int names = fields.Max(f => f.Name.Length);
        HashSet<string> used = new(StringComparer.Ordinal);
        foreach (ExplainedField field in fields)
        {
            output.WriteLine($"{field.Name.PadRight(names)}  {field.Value}{(field.Rule is { } rule ? $"   [{rule}]" : "")}");
            if (field.Rule is not null) { used.Add(field.Rule); }
        }
        output.WriteLine();
        RuleDescription[] described = [.. used.Order(StringComparer.Ordinal).Select(rules.Find).OfType<RuleDescription>()];
        if (described.Length == 0) { return; }
        output.WriteLine("rules:");
        foreach (RuleDescription rule in described)
        {
            output.WriteLine($"  {rule.Rule}: {rule.Does}{(rule.Example.Length > 0 ? $" Example: {rule.Example}" : "")}");
        }
        output.WriteLine();
    }

    private void WriteChain(IReadOnlyList<ChainLink> chain)
    {
        if (chain.Count == 0) { return; }
        output.WriteLine("by whose word, from the outlet inward:");
        for (int i = 0; i < chain.Count; i++)
        {
            ChainLink link = chain[i];
            output.WriteLine($"  {new string(' ', i * 2)}{link.Voice}{(link.Statement is null ? "" : $"  {link.Statement}{(link.Cue is { } cue ? $" \"{cue}\"" : "")}")}");
        }
        output.WriteLine();
    }
}
