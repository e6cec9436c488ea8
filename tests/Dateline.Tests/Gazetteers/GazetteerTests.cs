using Dateline.Knowledge;
using Dateline.Places;
using Xunit;

namespace Dateline.Tests.Gazetteers;

public sealed class GazetteerTests
{
    private static readonly Gazetteer Places = Gazetteer.Default;

    [Theory]
    [InlineData("Gaziantep", "TUR", 37.06, 37.38)]
    [InlineData("Stepanakert", "AZE", 39.82, 46.75)]
    [InlineData("Shusha", "AZE", 39.76, 46.75)]
    [InlineData("Bakhmut", "UKR", 48.59, 38.00)]
    [InlineData("Kiev", "UKR", 50.45, 30.52)]
    [InlineData("Port-au-Prince", "HTI", 18.54, -72.34)]
    [InlineData("California", "USA", 36.4, -119.3)]
    [InlineData("Black Sea", "", 43, 34)]
    public void A_place_of_the_news_stands_where_it_is(string name, string country, double latitude, double longitude)
    {
        int best = Largest(name, country);
        Assert.True(best >= 0, name);
        (double lat, double lon) = Places.Position(best);
        Assert.InRange(lat, latitude - 0.3, latitude + 0.3);
        Assert.InRange(lon, longitude - 0.3, longitude + 0.3);
    }

    [Fact]
    public void The_gazetteer_holds_more_than_a_hundred_thousand_places_on_the_globe()
    {
        Assert.True(Places.Count > 100_000);
        for (int i = 0; i < Places.Count; i += 997)
        {
            (double lat, double lon) = Places.Position(i);
            Assert.InRange(lat, -90, 90);
            Assert.InRange(lon, -180, 180);
            Assert.NotEqual("", Places[i].Name);
            Assert.True(Places.Country(i) is "" || CountryTable.Default.ByCode(Places.Country(i)) is not null, Places[i].Name);
        }
    }

    [Fact]
    public void A_settlement_in_the_West_Bank_is_filed_under_the_recognised_country() => Assert.True(Largest("Ariel", "PSE") >= 0);

    [Fact]
    public void A_name_that_no_place_bears_is_not_found() => Assert.False(Places.Contains(NameHash.Of("Xyzzyville")));

    private static int Largest(string name, string country)
    {
        int best = -1;
        Gazetteer.Hits hits = Places.Find(NameHash.Of(name));
        while (hits.MoveNext())
        {
            if (Places.Country(hits.Current) == country && (best < 0 || Places.Population(hits.Current) > Places.Population(best))) { best = hits.Current; }
        }
        return best;
    }
}
