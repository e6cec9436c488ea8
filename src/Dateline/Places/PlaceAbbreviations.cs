using Dateline.Knowledge;

namespace Dateline.Places;

/// <summary>A newspaper's abbreviation of a state or province: "Mont.", "N.Y.", "Ont.".</summary>
internal sealed record PlaceAbbreviation(string Country, string Admin1);

/// <summary>Abbreviations of <c>knowledge/places/abbreviations.tsv</c>; case and points count.</summary>
internal sealed class PlaceAbbreviations
{
    private static readonly Lazy<PlaceAbbreviations> Embedded = new(() => new PlaceAbbreviations(TsvTable.Embedded("places/abbreviations.tsv")));
    private readonly NameIndex<PlaceAbbreviation> _names;

    private PlaceAbbreviations(TsvTable table) => _names = new NameIndex<PlaceAbbreviation>(
        table.Rows.Select(r => KeyValuePair.Create(table.Cell(r, "abbreviation"), new PlaceAbbreviation(table.Cell(r, "country"), table.Cell(r, "admin1")))));

    /// <summary>The table of this build, read at first use.</summary>
    public static PlaceAbbreviations Default => Embedded.Value;

    /// <summary>The division an abbreviation stands for.</summary>
    public PlaceAbbreviation? Find(ReadOnlySpan<char> abbreviation) => _names.Find(abbreviation);
}
