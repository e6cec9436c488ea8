using Dateline.Stories;
using Xunit;

namespace Dateline.Tests.Ingest;

/// <summary>Dates of publication as inputs write them.</summary>
public sealed class PublicationDateTests
{
    [Theory]
    [InlineData("2020-10-02", "2020-10-02", "2020-10-02")]
    [InlineData("2020-10-02T23:12:00Z", "2020-10-02T23:12:00Z", "2020-10-02")]
    [InlineData("2020-10-02T23:12:00+03:00", "2020-10-02T23:12:00+03:00", "2020-10-02")]
    [InlineData("2016-11-07T00:00:00", "2016-11-07T00:00:00", "2016-11-07")]
    [InlineData("Fri, 02 Oct 2020 09:12:00 GMT", "2020-10-02T09:12:00Z", "2020-10-02")]
    [InlineData("October 2, 2020", "2020-10-02", "2020-10-02")]
    public void The_day_is_the_one_written(string text, string iso, string day)
    {
        PublicationDate date = PublicationDate.Parse(text)!.Value;
        Assert.Equal((iso, day), (date.Text, date.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("")]
    [InlineData("2020-13-45")]
    [InlineData("Friday")]
    public void Other_words_are_no_date(string text) => Assert.Null(PublicationDate.Parse(text));
}
