using Dateline.Statements;

namespace Dateline.Export;

/// <summary>Statements as a tree: what is said inside a statement stands under it.</summary>
internal static class StatementsView
{
    private const int DeepestIndent = 8;

    public static void Write(TextCanvas canvas, StoryRecords records, ViewNames names)
    {
        if (records.Statements.Count == 0) { return; }
        canvas.Section("Who said what");
        ILookup<string, Statement> children = records.Statements
            .Where(s => names.Statement(s.Parent) is not null).ToLookup(s => s.Parent!, StringComparer.Ordinal);
        // An explicit stack, since a hostile text may nest statements as deep as it likes. A wrong cycle of parents is shown once.
        Stack<(Statement Statement, int Depth)> open = new(records.Statements.Where(s => names.Statement(s.Parent) is null).Reverse().Select(s => (s, 0)));
        HashSet<string> shown = new(StringComparer.Ordinal);
        while (open.TryPop(out (Statement Statement, int Depth) next))
        {
            if (!shown.Add(next.Statement.Id)) { continue; }
            One(canvas, next.Statement, Math.Min(next.Depth, DeepestIndent), names);
            foreach (Statement child in children[next.Statement.Id].Reverse()) { open.Push((child, next.Depth + 1)); }
        }
    }

    private static void One(TextCanvas canvas, Statement statement, int depth, ViewNames names)
    {
        string indent = new(' ', 2 + 4 * depth);
        string first = depth == 0 ? indent : indent[..^2] + "└ ";
        string cue = statement.Cue is { Kind: not CueKind.Punctuation } known ? " " + names.Words(known.Span) : "";
        string act = CsvStory.Enum<Act>(statement.Act);
        canvas.Lines(first, indent + "  ",
            (Ink.Name, names.Speaker(statement)),
            (Ink.Verb, cue),
            (Ink.Plain, statement.Addressee is { } addressee ? " → " + names.Words(addressee.Span) : ""),
            (Ink.Quiet, " · " + act),
            (Ink.Alert, statement.Polarity == Polarity.Denied ? " · denied" : ""),
            (Ink.Quiet, statement.Certainty == Certainty.Asserted ? "" : " · " + CsvStory.Enum<Certainty>(statement.Certainty)),
            (Ink.Quiet, statement.Repeats is { } repeats ? " · repeats " + repeats : ""),
            (Ink.Quiet, " · " + statement.Id));
        string content = string.Join(" … ", statement.Content.Spans.Select(names.Words));
        bool quoted = content.Length > 0 && content[0] is '"' or '“' or '‘' or '«';
        canvas.Lines(indent + "  ", indent + "  ", (Ink.Quiet, quoted ? "" : "« "), (Ink.Plain, content), (Ink.Quiet, quoted ? "" : " »"));
    }
}
