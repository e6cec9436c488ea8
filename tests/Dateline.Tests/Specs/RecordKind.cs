using Dateline.Text;

namespace Dateline.Tests.Specs;

/// <summary>One kind of records in a spec: how its lines are written and where its records stand.</summary>
public abstract class RecordKind
{
    /// <summary>The word behind <c>records</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The fields a line writes down.</summary>
    public abstract ExpectedRecord Parse(string line);

    /// <summary>All records of the kind, in order.</summary>
    public abstract IEnumerable<FoundRecord> Find(SpecReading reading);

    /// <summary>Cuts <c>HEAD -> VALUE name=value …</c>; <paramref name="value"/> names the value, or is null where a kind has none.</summary>
    protected static ExpectedRecord Arrow(string line, string head, string? value)
    {
        int arrow = line.IndexOf("->", StringComparison.Ordinal);
        if (arrow < 0) { return new ExpectedRecord(line, [(head, line.Trim())]); }
        (string written, IReadOnlyList<(string, string)> options) = SpecOptions.Parse(line[(arrow + 2)..]);
        List<(string, string)> fields = [(head, line[..arrow].Trim())];
        if (written.Length > 0)
        {
            fields.Add((value ?? throw new FormatException($"\"{line}\": \"{written}\" is no option; write name=value."), written));
        }
        return new ExpectedRecord(line, [.. fields, .. options]);
    }
}

/// <summary>What the pipeline gives for the story of a case.</summary>
public sealed record SpecReading(StoryRecords Records, ParsedText Parsed)
{
    /// <summary>The story's text.</summary>
    public string Text => Records.Story.Text;
}

/// <summary>The kinds there are.</summary>
public static class RecordKinds
{
    private static readonly RecordKind[] s_all =
    [
        new Kinds.BlockKind(), new Kinds.DiagnosticKind(), new Kinds.EntityKind(), new Kinds.EventKind(), new Kinds.PlaceKind(),
        new Kinds.QuantityKind(), new Kinds.StatementKind(), new Kinds.TimeKind(), new Kinds.TokenKind(),
    ];

    /// <summary>All names, for messages.</summary>
    public static string Names => string.Join(", ", s_all.Select(k => k.Name));

    /// <summary>The kind of a name, or null.</summary>
    public static RecordKind? Find(string name) => Array.Find(s_all, k => k.Name == name);
}
