using Dateline.Knowledge;
using Xunit;

namespace Dateline.Tests.Knowledge;

public sealed class CountryTableTests
{
    private static readonly CountryTable Countries = CountryTable.Default;

    [Theory]
    [InlineData("Russia", "RUS")]
    [InlineData("UK", "GBR")]
    [InlineData("U.S.", "USA")]
    [InlineData("the United States", "USA")]
    [InlineData("Holland", "NLD")]
    [InlineData("The Netherlands", "NLD")]
    [InlineData("Côte d’Ivoire", "CIV")]
    [InlineData("Turkiye", "TUR")]
    [InlineData("DR Congo", "COD")]
    [InlineData("RUSSIA", "RUS")]
    [InlineData("United\nStates", "USA")]
    [InlineData("Soviet Union", "SUN")]
    [InlineData("Kosovo", "XKX")]
    public void A_country_is_found_by_name(string name, string code) => Assert.Equal(code, Countries.ByName(name)?.Code);

    [Theory]
    [InlineData("us")]
    [InlineData("Us")]
    [InlineData("turkey")]
    [InlineData("French")]
    [InlineData("")]
    [InlineData("the")]
    public void A_word_that_is_no_name_is_not_found(string word) => Assert.Null(Countries.ByName(word));

    [Theory]
    [InlineData("French", "FRA")]
    [InlineData("Britons", "GBR")]
    [InlineData("Afghan", "AFG")]
    [InlineData("Azeri", "AZE")]
    [InlineData("Soviet", "SUN")]
    [InlineData("South Korean", "KOR")]
    [InlineData("Nigerien", "NER")]
    [InlineData("Dutch", "NLD")]
    public void People_and_adjectives_belong_to_one_country(string word, string code) => Assert.Equal(code, Countries.ByDemonym(word)?.Code);

    [Theory]
    [InlineData("Moscow", "RUS")]
    [InlineData("Kiev", "UKR")]
    [InlineData("Kyiv", "UKR")]
    [InlineData("the Kremlin", "RUS")]
    [InlineData("Downing Street", "GBR")]
    [InlineData("Belgrade", "SRB")]
    public void Capitals_and_seats_of_government_lead_to_the_country(string name, string code) => Assert.Equal(code, Countries.ByCapital(name)?.Code);

    [Fact]
    public void A_name_is_no_demonym_so_that_in_New_Zealand_stays_a_place()
    {
        Assert.Null(Countries.ByDemonym("New Zealand"));
        Assert.Equal("New Zealand", Countries.ByCode("NZL")!.Adjective);
    }

    [Fact]
    public void Every_country_has_a_label_point_and_every_code_is_given_once()
    {
        Assert.All(Countries.All, c => Assert.False(c.Latitude == 0 && c.Longitude == 0, c.Code));
        Assert.Equal(Countries.All.Count, Countries.All.Select(c => c.Code).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void A_bad_row_names_file_line_and_reason()
    {
        const string Header = "code\talpha2\tcow\tstatus\tname\tvariants\tadjectives\tnouns\tcapital\tcapitals\tmetonyms\tlat\tlon\tgeonames\tpopulation\tfrom\tto\n";
        TsvTable table = TsvTable.Parse("actors/countries.tsv", Header + "FRA\tFR\tFRN\tstate\tFrance\t-\tFrench\t-\tParis\t-\t-\t946.2\t2.2\t1\t2\t-\t-\n");
        InvalidDataException fault = Assert.Throws<InvalidDataException>(() => new CountryTable(table));
        Assert.Contains("knowledge/actors/countries.tsv(2): lat is \"946.2\"", fault.Message, StringComparison.Ordinal);
    }
}
