using System.Collections.Frozen;
using Dateline.Knowledge;

namespace Dateline.Places;

/// <summary>Small words in and around the names of places: <c>knowledge/places/words.tsv</c>, by kind, case as written.</summary>
internal sealed class PlaceWords
{
    private static readonly Lazy<Dictionary<string, PlaceWords>> Kinds = new(() =>
    {
        TsvTable table = TsvTable.Embedded("places/words.tsv");
        return table.Rows.GroupBy(r => table.Cell(r, "kind"), StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => new PlaceWords(g.Select(r => table.Cell(r, "word")).Concat(g.Key == "particle" ? ["-"] : [])), StringComparer.Ordinal);
    });

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _words;

    // A hyphen is an empty cell of the tables, so it cannot stand there.
    private PlaceWords(IEnumerable<string> words) => _words = words.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>"south", "Upper", "downtown": they stand before a name and are no part of it.</summary>
    public static PlaceWords Directions => Kinds.Value["direction"];

    /// <summary>"eastern", "central": the part of a country or region that a name tells.</summary>
    public static PlaceWords Parts => Kinds.Value["part"];

    /// <summary>"of", "de", "upon": they stand inside names.</summary>
    public static PlaceWords Particles => Kinds.Value["particle"];

    /// <summary>"province", "county": what a division is called behind its name.</summary>
    public static PlaceWords Divisions => Kinds.Value["division"];

    /// <summary>"in", "near": what follows right behind them is a place.</summary>
    public static PlaceWords Prepositions => Kinds.Value["put"];

    /// <summary>"into", "along" and those of <see cref="Prepositions"/>: enough for a name that no table has.</summary>
    public static PlaceWords LoosePrepositions => Kinds.Value["put-loosely"];

    /// <summary>"first", "only": the one of its kind in that place.</summary>
    public static PlaceWords Ranks => Kinds.Value["rank"];

    /// <summary>"West", "NE": they end the name of a street.</summary>
    public static PlaceWords Compass => Kinds.Value["compass"];

    /// <summary>"Mount", "Lake": a name that begins so is a place.</summary>
    public static PlaceWords SitePrefixes => Kinds.Value["site-prefix"];

    /// <summary>True when the word is of this kind.</summary>
    public bool Contains(ReadOnlySpan<char> word) => _words.Contains(word);
}
