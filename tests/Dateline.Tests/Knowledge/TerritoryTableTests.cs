using Dateline.Knowledge;
using Xunit;

namespace Dateline.Tests.Knowledge;

public sealed class TerritoryTableTests
{
    private const string Header = "territory\tnames\tcountry\tadmin1\tplaces\tfrom\tto\tparties\tsource\n";

    [Fact]
    public void A_territory_has_its_parties_at_the_date()
    {
        Territory? before = TerritoryTable.Default.ByName("Kosovo", new DateOnly(2005, 1, 1));
        Territory? after = TerritoryTable.Default.ByName("Kosovo", new DateOnly(2010, 1, 1));
        Assert.Equal(("SRB", "XKX"), (before?.Country, after?.Country));
        Assert.Null(TerritoryTable.Default.ByName("Crimea", new DateOnly(2010, 1, 1)));
        Assert.Contains(("RUS", "administered"), TerritoryTable.Default.ByName("Crimea", new DateOnly(2020, 1, 1))!.Parties);
    }

    [Fact]
    public void A_town_lies_in_its_territory()
    {
        Assert.Equal("West Bank", TerritoryTable.Default.ByPlace("PSE", "Nablus", "West Bank", new DateOnly(2020, 1, 1))?.Name);
        Assert.Equal("Crimea", TerritoryTable.Default.ByPlace("UKR", "Sevastopol", null, new DateOnly(2020, 1, 1))?.Name);
        Assert.Null(TerritoryTable.Default.ByPlace("UKR", "Lviv", "Lviv", new DateOnly(2020, 1, 1)));
    }

    [Theory]
    [InlineData("Atlantis\t-\tUSA\t-\t-\t-\t-\tUSA:owned\tnone\n", "territories.tsv(2): party is \"USA:owned\"")]
    [InlineData("Atlantis\t-\tUSA\t-\t-\t1999\t-\tUSA:claimed\tnone\n", "territories.tsv(2): from is \"1999\"")]
    [InlineData("Atlantis\t-\tUSA\t-\t-\t-\t-\tUSA:claimed\t-\n", "territories.tsv(2): source is empty")]
    [InlineData("Atlantis\t-\tUSA\n", "territories.tsv(2): 3 cells")]
    public void A_bad_row_names_file_line_and_reason(string row, string message) =>
        Assert.Contains(message, Assert.Throws<InvalidDataException>(() => new TerritoryTable(TsvTable.Parse("places/territories.tsv", Header + row))).Message, StringComparison.Ordinal);
}
