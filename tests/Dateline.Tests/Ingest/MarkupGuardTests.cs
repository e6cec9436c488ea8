using Dateline.Ingest.Html;
using Xunit;

namespace Dateline.Tests.Ingest;

/// <summary>Hostile markup is made harmless before it is parsed, other markup is left as it is.</summary>
public sealed class MarkupGuardTests
{
    [Theory]
    [InlineData("<p class=\"a > b\">one</p><!-- <div> --><script>if (a < b) { '<div>' }</script><p>two")]
    [InlineData("a < b and c > d")]
    [InlineData("")]
    public void Harmless_markup_is_unchanged(string html) => Assert.Equal((html, false, false), MarkupGuard.Clean(html, 512, 50_000));

    [Fact]
    public void Tags_below_the_limit_go_and_their_words_stay()
    {
        string html = string.Concat(Enumerable.Repeat("<div>", 2000)) + "deep" + string.Concat(Enumerable.Repeat("</div>", 2000)) + "<p>after</p>";
        (string clean, bool flattened, _) = MarkupGuard.Clean(html, 100, 50_000);
        Assert.True(flattened);
        Assert.Equal(100, clean.Split("<div>").Length - 1);
        Assert.Equal(100, clean.Split("</div>").Length - 1);
        Assert.Contains("deep", clean, StringComparison.Ordinal);
        Assert.EndsWith("<p>after</p>", clean, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_paragraphs_without_end_tags_are_not_deep()
    {
        string html = string.Concat(Enumerable.Repeat("<p>one <li>two <br>", 5000));
        Assert.Equal((html, false, false), MarkupGuard.Clean(html, 100, 50_000));
    }

    [Fact]
    public void A_giant_tag_loses_its_attributes() =>
        Assert.Equal("<p>words</p>", MarkupGuard.Clean("<p " + string.Concat(Enumerable.Range(0, 5000).Select(i => $"a{i}=\"1\" ")) + ">words</p>", 512, 50_000).Html);

    [Fact]
    public void A_comment_that_never_ends_swallows_nothing() => Assert.Equal("<p>one</p> oops <p>two</p>", MarkupGuard.Clean("<p>one</p><!-- oops <p>two</p>", 512, 50_000).Html);

    [Fact]
    public void Control_characters_go() => Assert.Equal("<p>one</p>", MarkupGuard.Clean("<p>o\0n\u001Be</p>", 512, 50_000).Html);
}
