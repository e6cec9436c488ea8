using System.Collections.Frozen;
using Dateline.Knowledge;

namespace Dateline.Entities;

/// <summary>Nouns for people and bodies by what they do: <c>knowledge/en/role-nouns.tsv</c>.</summary>
internal sealed class RoleLexicon
{
    private static readonly Lazy<RoleLexicon> Embedded = new(() => new RoleLexicon(TsvTable.Embedded("en/role-nouns.tsv"), TsvTable.Embedded("actors/role-nouns.tsv")));

    private readonly FrozenDictionary<string, RoleNoun>.AlternateLookup<ReadOnlySpan<char>> _nouns;

    /// <summary>Reads a table with the columns noun, kind, class, covers, gender, sector, and a second one with noun, sector, kind that fills the gaps.</summary>
    public RoleLexicon(TsvTable table, TsvTable? more = null)
    {
        Dictionary<string, RoleNoun> nouns = new(StringComparer.OrdinalIgnoreCase);
        foreach (string[] row in table.Rows)
        {
            string sector = table.Cell(row, "sector");
            string own = table.Cell(row, "class");
            nouns[table.Cell(row, "noun")] = new RoleNoun
            {
                Noun = table.Cell(row, "noun"),
                Kind = Enum.Parse<RoleKind>(table.Cell(row, "kind"), ignoreCase: true),
                Class = own,
                Covers = [own, .. table.Cell(row, "covers").Split(' ', StringSplitOptions.RemoveEmptyEntries)],
                Gender = NameLexicon.GenderOf(table.Cell(row, "gender")),
                Sector = sector.Length == 0 ? null : sector,
            };
        }
        if (more is not null) { AddCoded(nouns, more); }
        _nouns = nouns.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    // A noun known by its sector alone belongs to the class of its last word, or to a class named like the sector.
    private static void AddCoded(Dictionary<string, RoleNoun> nouns, TsvTable more)
    {
        foreach (string[] row in more.Rows)
        {
            string noun = more.Cell(row, "noun"), kind = more.Cell(row, "kind"), sector = more.Cell(row, "sector");
            if (nouns.ContainsKey(noun) || kind is "thing") { continue; }
            string last = noun[(noun.LastIndexOf(' ') + 1)..];
            RoleNoun? head = nouns.GetValueOrDefault(last) ?? nouns.GetValueOrDefault(last.TrimEnd('s'));
            if (kind.Length == 0 && head is null) { continue; }
            string own = head?.Class ?? (kind is "body" ? "organization" : sector.ToLowerInvariant());
            nouns.Add(noun, new RoleNoun
            {
                Noun = noun,
                Kind = kind is "body" ? RoleKind.Body : kind is "person" ? RoleKind.Person : head!.Kind,
                Class = own,
                Covers = head?.Covers ?? [own],
                Gender = head?.Gender ?? Gender.Unknown,
                Sector = sector,
            });
        }
    }

    /// <summary>The table of this build, read at first use.</summary>
    public static RoleLexicon Default => Embedded.Value;

    /// <summary>The row of a noun or noun phrase in its dictionary form, or null.</summary>
    public RoleNoun? Find(ReadOnlySpan<char> noun) => _nouns.TryGetValue(noun, out RoleNoun? role) ? role : null;
}

/// <summary>One role noun.</summary>
internal sealed record RoleNoun
{
    public required string Noun { get; init; }
    public required RoleKind Kind { get; init; }
    /// <summary>Its class, e.g. <c>head-of-state</c>.</summary>
    public required string Class { get; init; }
    /// <summary>Classes whose bearers it can point back at: "leader" at a head of state. Holds <see cref="Class"/>.</summary>
    public required IReadOnlyList<string> Covers { get; init; }
    public Gender Gender { get; init; }
    /// <summary>PLOVER 2.0 sector, or null.</summary>
    public string? Sector { get; init; }
}

/// <summary>Person: one human; Body: an organisation; People: a plural without singular; Thing: what speaks without being anybody.</summary>
internal enum RoleKind { Person, Body, People, Thing }
