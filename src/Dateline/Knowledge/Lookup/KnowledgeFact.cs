namespace Dateline.Knowledge.Lookup;

/// <summary>One thing the tables say of a name, and whence it is known.</summary>
public sealed record KnowledgeFact
{
    /// <summary><c>country</c>, <c>organization</c>, <c>membership</c>, <c>office</c>, <c>role</c>, <c>place</c>, <c>territory</c> or <c>no place</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The name the row bears, which may be longer than the one asked for.</summary>
    public required string Name { get; init; }

    /// <summary>What the row says, in its order: column and cell; empty cells are left out.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Says { get; init; }

    /// <summary>File below <c>knowledge/</c>.</summary>
    public required string Table { get; init; }

    /// <summary>Line of a text table, number of the record of a compiled one.</summary>
    public required int Row { get; init; }

    /// <summary>Who made the fact known.</summary>
    public required string Origin { get; init; }

    /// <summary>Terms of that source.</summary>
    public required string Licence { get; init; }

    /// <summary>File to edit when the fact is wrong.</summary>
    public required string Correct { get; init; }
}
