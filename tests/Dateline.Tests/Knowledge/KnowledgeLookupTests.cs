using System.Globalization;
using Dateline.Knowledge;
using Dateline.Knowledge.Lookup;
using Xunit;

namespace Dateline.Tests.Knowledge;

/// <summary>What the tables say of a name, with the day asked for and whence it is known.</summary>
public sealed class KnowledgeLookupTests
{
    private static readonly KnowledgeLookup s_lookup = new();

    [Fact]
    public void An_office_is_told_with_its_term_and_origin()
    {
        KnowledgeFact fact = s_lookup.Find("Macron", Day("2020-10-02"))[0];
        Assert.Equal(("office", "Emmanuel Macron"), (fact.Kind, fact.Name));
        Assert.Contains(KeyValuePair.Create("country", "FRA"), fact.Says);
        Assert.Contains("CC0", fact.Licence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NATO", "1990-01-01", "membership", 16)]
    [InlineData("NATO", "2024-04-01", "membership", 32)]
    [InlineData("European Union", "2020-02-01", "membership", 27)]
    [InlineData("OSCE Minsk Group", "2020-10-02", "membership", 3)]
    [InlineData("Nagorno-Karabakh", "2020-10-02", "territory", 1)]
    [InlineData("Spokesman", null, "role", 1)]
    public void Only_what_holds_on_the_day_is_told(string name, string? day, string kind, int count) =>
        Assert.Equal(count, s_lookup.Find(name, day is null ? null : Day(day)).Count(f => f.Kind == kind));

    [Fact]
    public void A_row_is_named_by_its_line() => Assert.All(s_lookup.Find("Karabakh", null).Where(f => f.Kind == "territory"), f => Assert.True(f.Row > 1 && f.Origin.Length > 0 && f.Correct.Length > 0));

    [Fact]
    public void A_name_that_no_table_has_gives_nothing() => Assert.Empty(s_lookup.Find("Qwertyuiopia", null));

    [Fact]
    public void Every_membership_is_of_a_known_body_and_state_with_days_in_order()
    {
        TsvTable table = TsvTable.Embedded("actors/memberships.tsv");
        Assert.All(table.Rows, row =>
        {
            Assert.NotNull(OrganizationTable.Default.ByName(table.Cell(row, "body")));
            Assert.NotNull(CountryTable.Default.ByCode(table.Cell(row, "country")));
            Assert.True(table.Cell(row, "to").Length == 0 || Day(table.Cell(row, "from")) < Day(table.Cell(row, "to")));
            Assert.NotEqual("", table.Cell(row, "source"));
        });
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
