using Dateline.Stories;
using Dateline.Text;
using Xunit;

namespace Dateline.Tests.Ingest;

/// <summary>Datelines of the agencies' house styles, and starts of paragraphs that only look like one.</summary>
public sealed class DatelineRecognizerTests
{
    [Theory]
    [InlineData("BRUSSELS, October 2. /TASS/. France confirms it.", "BRUSSELS, October 2. /TASS/.", "BRUSSELS", "TASS")]
    [InlineData("KABUL, Afghanistan (AP) — Schools reopened.", "KABUL, Afghanistan (AP) —", "KABUL, Afghanistan", "AP")]
    [InlineData("WASHINGTON (Reuters) - The bill passed.", "WASHINGTON (Reuters) -", "WASHINGTON", "Reuters")]
    [InlineData("Washington (AFP) – The bill passed.", "Washington (AFP) –", "Washington", "AFP")]
    [InlineData("PURCHASE, N.Y., April 1 (UPI) — The firm grew.", "PURCHASE, N.Y., April 1 (UPI) —", "PURCHASE, N.Y", "UPI")]
    [InlineData("NEW YORK, Oct. 2 /PRNewswire/ -- The firm grew.", "NEW YORK, Oct. 2 /PRNewswire/ --", "NEW YORK", "PR Newswire")]
    [InlineData("DALLAS--(BUSINESS WIRE)--The firm grew.", "DALLAS--(BUSINESS WIRE)--", "DALLAS", "Business Wire")]
    [InlineData("Geneva, 3 May 2019 – The agency opened.", "Geneva, 3 May 2019 –", "Geneva", null)]
    [InlineData("ST. LOUIS – The river fell.", "ST. LOUIS –", "ST. LOUIS", null)]
    [InlineData("SEVERN, Md. (ABC7) — A man was held.", "SEVERN, Md. (ABC7) —", "SEVERN, Md.", "ABC7")]
    [InlineData("(CNN) — A man was held.", "(CNN) —", null, "CNN")]
    [InlineData("PanARMENIAN.Net - Verified video shows it.", "PanARMENIAN.Net -", null, "PanARMENIAN.Net")]
    public void House_styles_are_known(string paragraph, string dateline, string? place, string? agency)
    {
        DatelineMatch? match = Recognize(paragraph, DatelinePosition.Opening);
        Assert.NotNull(match);
        Assert.Equal(dateline, paragraph[match.Span.Start..match.Span.End]);
        Assert.Equal(place, match.Place is { } span ? paragraph[span.Start..span.End] : null);
        Assert.Equal(agency, match.Agency);
    }

    [Theory]
    [InlineData("The governor – a former sailor – opened the bridge.")]
    [InlineData("Sen. Ada Brandt (R-Texas) — The bill is dead.")]
    [InlineData("EXCLUSIVE: The harbour master will resign.")]
    [InlineData("Brandt: I will resign.")]
    [InlineData("SIEGEL--Well, it did.")]
    [InlineData("Amnesty. More than 100 were killed.")]
    [InlineData("He said (AP) that it was over.")]
    [InlineData("KABUL, Afghanistan (AP) —")]
    [InlineData("")]
    public void Starts_that_only_look_like_one_are_left_alone(string paragraph) => Assert.Null(Recognize(paragraph, DatelinePosition.Opening));

    [Fact]
    public void A_loose_dateline_is_believed_at_the_opening_only()
    {
        const string Paragraph = "Indianapolis – Several thousand teachers came.";
        Assert.NotNull(Recognize(Paragraph, DatelinePosition.Opening));
        Assert.Null(Recognize(Paragraph, DatelinePosition.Later));
    }

    private static DatelineMatch? Recognize(string paragraph, DatelinePosition position) =>
        DatelineRecognizer.Recognize(paragraph, new TextSpan(0, paragraph.Length), position);
}
