using Dateline.Stories;
using Xunit;

namespace Dateline.Tests.Ingest;

/// <summary>The date part of a dateline and the year it gets.</summary>
public sealed class DatelineDateTests
{
    [Theory]
    [InlineData("October 2", "2020-10-03", "2020-10-02")]
    [InlineData("Dec. 31", "2021-01-01", "2020-12-31")]
    [InlineData("Jan 2", "2021-01-01", "2021-01-02")]
    [InlineData("3 May 2019", null, "2019-05-03")]
    [InlineData("Friday, July 21st, 2017", null, "2017-07-21")]
    [InlineData("February 29", "2021-03-01", "2020-02-29")]
    public void A_day_without_year_takes_the_publication_s(string words, string? published, string day) =>
        Assert.Equal(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), DatelineDate.Parse(words)!.Value.Resolve(published is null ? null : DateOnly.Parse(published, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("October 2")]
    [InlineData("Thursday")]
    [InlineData("February 30, 2020")]
    public void Without_year_or_day_there_is_none(string words) => Assert.Null(DatelineDate.Parse(words)!.Value.Resolve(null));

    [Theory]
    [InlineData("2019")]
    [InlineData("12")]
    [InlineData("May")]
    [InlineData("N.H.")]
    [InlineData("October 2 and 3")]
    [InlineData("October November 2")]
    public void Other_words_are_no_date(string words) => Assert.Null(DatelineDate.Parse(words));
}
