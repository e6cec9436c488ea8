using Dateline.Knowledge;
using Xunit;

namespace Dateline.Tests.Knowledge;

public sealed class ActorTableTests
{
    [Theory]
    [InlineData("NATO", "IGO", null, "NATO")]
    [InlineData("the United Nations", "IGO", null, "UN")]
    [InlineData("U.N.", "IGO", null, "UN")]
    [InlineData("al-Qaida", "REB", null, "AQ")]
    [InlineData("Hamas", "REB", "PSE", "HAMAS")]
    [InlineData("Reuters", "JRN", "GBR", "REUTERS")]
    [InlineData("the White House", "GOV", "USA", "USGOV")]
    [InlineData("People’s Liberation Army", "MIL", "CHN", "PLA")]
    public void An_organization_is_found_by_name_or_acronym(string name, string sector, string? country, string code)
    {
        Organization found = Assert.IsType<Organization>(OrganizationTable.Default.ByName(name));
        Assert.Equal((sector, country, code), (found.Sector, found.Country, found.Code));
    }

    [Fact]
    public void The_table_of_organizations_is_large_and_every_country_in_it_is_known()
    {
        Assert.True(OrganizationTable.Default.All.Count >= 1500);
        Assert.All(OrganizationTable.Default.All, o => Assert.True(o.Country is null || CountryTable.Default.ByCode(o.Country) is not null, o.Name));
    }

    [Theory]
    [InlineData("minister", "GOV")]
    [InlineData("Soldiers", "MIL")]
    [InlineData("rebels", "REB")]
    [InlineData("police", "COP")]
    [InlineData("lawmakers", "LEG")]
    [InlineData("protesters", "OPP")]
    [InlineData("judge", "JUD")]
    [InlineData("journalists", "JRN")]
    [InlineData("policemen", "COP")]
    [InlineData("civilians", "CVL")]
    [InlineData("foreign minister", "GOV")]
    public void A_role_noun_gives_the_sector_in_singular_and_plural(string noun, string sector) => Assert.Equal(sector, RoleNounTable.Default.Find(noun)?.Sector);

    [Theory]
    [InlineData("table")]
    [InlineData("")]
    [InlineData("s")]
    public void A_word_that_is_no_role_has_none(string noun) => Assert.Null(RoleNounTable.Default.Find(noun));

    [Theory]
    [InlineData("Emmanuel Macron", "2020-10-02", "FRA", "President")]
    [InlineData("Macron", "2020-10-02", "FRA", "President")]
    [InlineData("Putin", "2010-01-01", "RUS", "Prime Minister")]
    [InlineData("Vladimir Putin", "2020-10-02", "RUS", "President")]
    [InlineData("Erdogan", "2016-07-15", "TUR", "President")]
    [InlineData("al-Assad", "2012-02-01", "SYR", "President")]
    [InlineData("Assad", "2012-02-01", "SYR", "President")]
    [InlineData("Merkel", "2015-09-01", "DEU", "Chancellor")]
    [InlineData("Kim Jong Un", "2019-02-28", "PRK", "Supreme Leader")]
    public void An_office_holder_is_found_at_the_date(string name, string day, string country, string position)
    {
        OfficeTerm? term = OfficeHolderTable.Default.Find(name, DateOnly.ParseExact(day, "yyyy-MM-dd"));
        Assert.Equal((country, position), (term?.Country, term?.Position));
        Assert.True(term!.HeldOn(DateOnly.ParseExact(day, "yyyy-MM-dd")));
    }

    [Fact]
    public void A_leader_of_an_international_body_has_the_body_and_no_country()
    {
        OfficeTerm? michel = OfficeHolderTable.Default.Find("Charles Michel", new DateOnly(2020, 10, 2));
        Assert.Equal(("EU", null), (michel?.Organization, michel?.Country));
    }

    [Fact]
    public void A_full_name_after_the_term_gives_the_latest_term_which_no_longer_holds()
    {
        OfficeTerm? obama = OfficeHolderTable.Default.Find("Barack Obama", new DateOnly(2020, 1, 1));
        Assert.Equal("President", obama?.Position);
        Assert.False(obama!.HeldOn(new DateOnly(2020, 1, 1)));
    }

    [Fact]
    public void A_surname_alone_after_the_term_or_shared_by_two_ministers_finds_nobody()
    {
        Assert.Null(OfficeHolderTable.Default.Find("Obama", new DateOnly(2020, 1, 1)));
        Assert.Null(OfficeHolderTable.Default.Find("Smith", new DateOnly(2015, 1, 1)));
    }

    [Fact]
    public void A_damaged_table_is_refused()
    {
        InvalidDataException fault = Assert.Throws<InvalidDataException>(() => CompiledTable.FromBytes("actors/x.table", new byte[64]));
        Assert.Contains("knowledge/actors/x.table", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bad_role_row_names_file_line_and_reason()
    {
        TsvTable table = TsvTable.Parse("actors/role-nouns.tsv", "noun\tsector\tkind\npresident\tGOVT\tperson\n");
        Assert.Contains("knowledge/actors/role-nouns.tsv(2): sector is \"GOVT\"", Assert.Throws<InvalidDataException>(() => new RoleNounTable(table)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_in_compiled_tables_are_one_key_whatever_the_hyphens_accents_and_case()
    {
        Assert.Equal(NameHash.Of("Port-au-Prince").Value, NameHash.Of("PORT AU PRINCE").Value);
        Assert.Equal(NameHash.Of("Sana’a").Value, NameHash.Of("Sanaa").Value);
        Assert.Equal(NameHash.Of("Şuşa").Value, NameHash.Empty.Append("Su").Append("sa").Value);
    }
}
