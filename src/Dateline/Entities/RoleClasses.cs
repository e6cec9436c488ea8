using System.Collections.Frozen;
using Dateline.Knowledge;

namespace Dateline.Entities;

/// <summary>How the classes of role nouns and the nouns for any body point back: <c>role-classes.tsv</c>, <c>generic-bodies.tsv</c>, <c>count-words.tsv</c>.</summary>
internal sealed class RoleClasses
{
    private static readonly Lazy<RoleClasses> Embedded = new(() => new RoleClasses());

    private readonly FrozenDictionary<string, string[]> _sectors;
    private readonly FrozenSet<string> _named, _alike, _namedNouns, _backNouns, _counts;

    private RoleClasses()
    {
        TsvTable classes = TsvTable.Embedded("en/role-classes.tsv"), bodies = TsvTable.Embedded("en/generic-bodies.tsv");
        _sectors = classes.Rows.ToFrozenDictionary(r => classes.Cell(r, "class"), r => classes.Cell(r, "sectors").Split(' ', StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
        _named = Words(classes, "class", "named");
        _alike = Words(classes, "class", "alike");
        _namedNouns = Words(bodies, "noun", "named");
        _backNouns = Words(bodies, "noun", "back");
        _counts = Words(TsvTable.Embedded("en/count-words.tsv"), "word");
    }

    /// <summary>The tables of this build, read at first use.</summary>
    public static RoleClasses Default => Embedded.Value;

    /// <summary>True when a body of this sector may be meant by a noun of the class: "the company" by one in business.</summary>
    public bool Fits(string roleClass, string? sector) => sector is not null && _sectors.TryGetValue(roleClass, out string[]? sectors) && sectors.Contains(sector, StringComparer.Ordinal);

    /// <summary>True when a name right before a noun of the class is the body's own: "Yonhap news agency".</summary>
    public bool TakesName(RoleNoun role, string noun) => _named.Contains(role.Class) && (role.Class is not "organization" || _namedNouns.Contains(noun));

    /// <summary>True for nouns that point back at any body: "the organization".</summary>
    public bool PointsBack(string noun) => _backNouns.Contains(noun);

    /// <summary>True for classes whose people are too many to be told apart by it.</summary>
    public bool IsAlike(string roleClass) => _alike.Contains(roleClass);

    /// <summary>True for words that count and do not describe.</summary>
    public bool IsCount(string form) => _counts.Contains(form);

    private static FrozenSet<string> Words(TsvTable table, string column, string? marked = null) =>
        table.Rows.Where(r => marked is null || table.Cell(r, marked) is "yes").Select(r => table.Cell(r, column)).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
