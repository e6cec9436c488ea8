using Dateline.EndToEnd;
using Microsoft.Playwright;
using Xunit;
using Xunit.Sdk;

namespace Dateline.Browser;

/// <summary>Every screen in a real browser: with scripts and without, for everybody, on a telephone, in the dark.</summary>
public sealed class ScreenTests(Chromium chromium)
{
    private const int MostBytes = 100_000;

    public static TheoryData<string, string> Screens { get; } = new()
    {
        { "news", "/" }, { "story", "/story/brief-1?r=s3" }, { "why", "/why?story=brief-1&r=s3" }, { "people", "/people" }, { "ledger", "/people?name=Maria+Costa" },
        { "events", "/events" }, { "search", "/search?q=act:deny" }, { "sources", "/sources" }, { "about", "/about" },
    };

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task It_is_light_for_everybody_and_fits_a_telephone(string name, string address)
    {
        await using Visit visit = await chromium.Open(address, height: Height(name), server: name == "sources" ? chromium.Watched : null);
        long bytes = 0;
        foreach (IResponse answer in visit.Answers) { bytes += (await answer.Request.SizesAsync()).ResponseBodySize; }
        Assert.InRange(bytes, 1, MostBytes);
        if (Environment.GetEnvironmentVariable("DATELINE_UPDATE_DOCS") is { Length: > 0 }) { await visit.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Picture(name), Animations = ScreenshotAnimations.Disabled }); }
        await Axe.AssertNoBarrier(visit.Page);
        await visit.Page.SetViewportSizeAsync(360, 740);
        Assert.False(await visit.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"), name + " is wider than a telephone");
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task It_works_without_scripts(string name, string address)
    {
        await using Visit visit = await chromium.Open(address, scripts: false);
        Assert.Equal(1, await visit.Page.Locator("h1").CountAsync());
        Assert.Equal(6, await visit.Page.Locator("nav[aria-label=Screens] a").CountAsync());
        await visit.Page.Locator("nav[aria-label=Screens] a").Nth(1).ClickAsync();
        Assert.EndsWith("/people", visit.Page.Url, StringComparison.Ordinal);
        Assert.NotEmpty(name);
    }

    [Fact]
    public async Task A_barrier_would_be_found()
    {
        await using Visit visit = await chromium.Open("/about");
        await visit.Page.EvaluateAsync("document.querySelector('label[for=find]').remove(); document.getElementById('find').placeholder = ''");
        await Assert.ThrowsAsync<EmptyException>(() => Axe.AssertNoBarrier(visit.Page));
    }

    /// <summary>Pictures are written only where they are asked for, as the fonts of machines differ.</summary>
    [Theory]
    [MemberData(nameof(Screens))]
    public void It_has_its_picture_in_the_documentation(string name, string address)
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("DATELINE_UPDATE_DOCS") is { Length: > 0 }, "The pictures are being written.");
        Assert.True(File.Exists(Picture(name)), $"the picture of {address} is missing; write it with ./test pictures");
    }

    private static string Picture(string name) => Path.Combine(Cli.Root, "docs", "images", name + ".png");

    private static int Height(string name) => name is "events" or "sources" ? 1000 : 860;
}
