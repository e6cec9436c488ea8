using System.Collections.Frozen;
using Dateline.Knowledge;

namespace Dateline.Entities;

/// <summary>What a word inside a name says about it: the tables of <c>knowledge/en</c> that names are read by.</summary>
internal sealed class NameLexicon
{
    private static readonly Lazy<NameLexicon> Embedded = new(() => new NameLexicon());

    private readonly FrozenDictionary<string, Gender>.AlternateLookup<ReadOnlySpan<char>> _givenNames;
    private readonly FrozenDictionary<string, Title>.AlternateLookup<ReadOnlySpan<char>> _titles;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _titleStarts;
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _organizationHeads;
    private readonly FrozenDictionary<string, NameHead>.AlternateLookup<ReadOnlySpan<char>> _nameHeads;
    private readonly FrozenDictionary<string, NotName>.AlternateLookup<ReadOnlySpan<char>> _notNames;
    private readonly FrozenDictionary<string, bool>.AlternateLookup<ReadOnlySpan<char>> _particles;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _roleModifiers;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _surnames;

    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _letterWords;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _functionWords;

    private NameLexicon()
    {
        TsvTable given = TsvTable.Embedded("en/given-names.tsv");
        _givenNames = Index(given, "name", r => GenderOf(given.Cell(r, "gender")));
        TsvTable titles = TsvTable.Embedded("en/titles.tsv");
        _titles = Index(titles, "title", r => new Title(titles.Cell(r, "role"), GenderOf(titles.Cell(r, "gender"))));
        _titleStarts = titles.Rows.Select(r => titles.Cell(r, "title").Split(' ')[0].Split('-')[0]).Distinct(StringComparer.OrdinalIgnoreCase)
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        TsvTable organizations = TsvTable.Embedded("en/organization-heads.tsv");
        _organizationHeads = Index(organizations, "head", r => organizations.Cell(r, "sector"));
        TsvTable heads = TsvTable.Embedded("en/name-heads.tsv");
        _nameHeads = Index(heads, "head", r => new NameHead(Enum.Parse<EntityType>(heads.Cell(r, "kind"), ignoreCase: true), heads.Cell(r, "position")));
        TsvTable not = TsvTable.Embedded("en/not-names.tsv");
        _notNames = Index(not, "word", r => Enum.Parse<NotName>(not.Cell(r, "kind"), ignoreCase: true));
        TsvTable particles = TsvTable.Embedded("en/name-particles.tsv");
        _particles = Index(particles, "particle", r => particles.Cell(r, "glue") is "free");
        TsvTable surnames = TsvTable.Embedded("en/surnames.tsv");
        _surnames = surnames.Rows.Select(r => surnames.Cell(r, "surname")).ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        TsvTable small = TsvTable.Embedded("en/function-words.tsv");
        _functionWords = small.Rows.Select(r => small.Cell(r, "word")).ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        TsvTable letters = TsvTable.Embedded("en/letter-words.tsv");
        _letterWords = Index(letters, "word", r => letters.Cell(r, "place"));
        TsvTable modifiers = TsvTable.Embedded("en/role-modifiers.tsv");
        _roleModifiers = modifiers.Rows.Select(r => modifiers.Cell(r, "modifier"))
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The tables of this build, read at first use.</summary>
    public static NameLexicon Default => Embedded.Value;

    /// <summary>Gender of a given name; <see cref="Gender.Unknown"/> with true for one that both bear.</summary>
    public bool IsGivenName(ReadOnlySpan<char> word, out Gender gender) => _givenNames.TryGetValue(word, out gender);

    /// <summary>"Smith", "Putin": a surname that several office holders of the world bear.</summary>
    public bool IsSurname(ReadOnlySpan<char> word) => _surnames.Contains(word);

    /// <summary>"President", "Sen.", "Secretary of State", in any case.</summary>
    public bool IsTitle(ReadOnlySpan<char> phrase, out Title title) => _titles.TryGetValue(phrase, out title);

    /// <summary>True when some title begins with this word; spares the look-up of phrases.</summary>
    public bool StartsTitle(ReadOnlySpan<char> word) => _titleStarts.Contains(word);

    /// <summary>"Ministry", "Corp.": the word that makes a name an organisation's, with its sector.</summary>
    public string? OrganizationSector(ReadOnlySpan<char> word) => _organizationHeads.TryGetValue(word, out string? sector) ? sector : null;

    /// <summary>"Street", "War", "Treaty": the word that makes a name a place's, an event's, a thing's.</summary>
    public EntityType? HeadType(ReadOnlySpan<char> word) =>
        _nameHeads.TryGetValue(word, out NameHead head) && head.Position is not "first" ? head.Type : null;

    /// <summary>"Mount", "San": the word that makes a name a place's from its beginning.</summary>
    public EntityType? OpeningType(ReadOnlySpan<char> word) =>
        _nameHeads.TryGetValue(word, out NameHead head) && head.Position is not "last" ? head.Type : null;

    /// <summary>Capitalised words that name no entity: days, religions, "Internet".</summary>
    public NotName? NotAName(ReadOnlySpan<char> word) => _notNames.TryGetValue(word, out NotName kind) ? kind : null;

    /// <summary>Lower-case words inside names; <paramref name="free"/> when no hyphen need follow ("van", but "as-Sadr").</summary>
    public bool IsParticle(ReadOnlySpan<char> word, out bool free) => _particles.TryGetValue(word, out free);

    /// <summary>"never", "about": words of grammar, in capitals only for emphasis.</summary>
    public bool IsFunctionWord(ReadOnlySpan<char> word) => _functionWords.Contains(word);

    /// <summary>"Regards", "Thanks": the word before a signature.</summary>
    public bool IsClosing(ReadOnlySpan<char> word) => _letterWords.TryGetValue(word, out string? place) && place is "closing" or "closing|opening";

    /// <summary>"Welcome", "Dear": a capitalised word before the name of somebody spoken to.</summary>
    public bool IsGreeting(ReadOnlySpan<char> word) => _letterWords.TryGetValue(word, out string? place) && place is "greeting";

    /// <summary>"Here", "Let": a capitalised word that begins a sentence and goes on no name.</summary>
    public bool IsOpening(ReadOnlySpan<char> word) => _letterWords.TryGetValue(word, out string? place) && place is "opening" or "closing|opening" or "greeting";

    /// <summary>"Deputy", "Foreign": words that widen a title to the left.</summary>
    public bool IsRoleModifier(ReadOnlySpan<char> word) => _roleModifiers.Contains(word);

    internal static Gender GenderOf(string cell) => cell switch { "male" => Gender.Male, "female" => Gender.Female, _ => Gender.Unknown };

    private static FrozenDictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> Index<T>(TsvTable table, string key, Func<string[], T> value)
    {
        Dictionary<string, T> rows = new(StringComparer.OrdinalIgnoreCase);
        foreach (string[] row in table.Rows) { rows[table.Cell(row, key)] = value(row); }
        return rows.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }
}

/// <summary>A title with the role noun it says ("Sen.": senator; "Mr.": none) and its bearer's gender.</summary>
internal readonly record struct Title(string Role, Gender Gender);

/// <summary>A word of <c>name-heads.tsv</c>: the type it gives and where in the name it must stand.</summary>
internal readonly record struct NameHead(EntityType Type, string Position);

/// <summary>Why a capitalised word names nothing.</summary>
internal enum NotName { Calendar, Language, Religion, Word }
