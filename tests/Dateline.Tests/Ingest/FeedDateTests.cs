using Dateline.Ingest.Feeds;
using Xunit;

namespace Dateline.Tests.Ingest;

/// <summary>Dates of feeds keep their day and zone.</summary>
public sealed class FeedDateTests
{
    [Theory]
    [InlineData("Sun, 05 May 2019 09:30:00 GMT", "2019-05-05T09:30:00Z")]
    [InlineData("Sun, 5 May 19 9:30 +0200", "2019-05-05T09:30:00+02:00")]
    [InlineData("05 May 2019 23:30:00 -0800", "2019-05-05T23:30:00-08:00")]
    [InlineData("Sunday, 05-May-19 09:30:00 UTC", "2019-05-05T09:30:00Z")]
    [InlineData("Thu, 01 January 2004 00:00:00 PST", "2004-01-01T00:00:00-08:00")]
    [InlineData("5 May 2019", "2019-05-05")]
    [InlineData("2019-05-05T09:30:00+0200", "2019-05-05T09:30:00+02:00")]
    [InlineData("2019-05-05T09:30Z", "2019-05-05T09:30:00Z")]
    [InlineData("2019-05", "2019-05-01")]
    [InlineData("2019", "2019-01-01")]
    [InlineData(" yesterday ", "yesterday")]
    [InlineData("Sun, 32 May 2019 09:30:00 GMT", "Sun, 32 May 2019 09:30:00 GMT")]
    public void A_date_is_normalised(string written, string expected) => Assert.Equal(expected, FeedDate.Normalize(written));
}
