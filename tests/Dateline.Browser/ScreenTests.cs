using Dateline.EndToEnd;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

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
        await using Visit visit = await chromium.Open(address, height: Height(name));
        await visit.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        long bytes = 0;
        foreach (IResponse answer in visit.Answers) { bytes += (await answer.Request.SizesAsync()).ResponseBodySize; }
        Assert.InRange(bytes, 1, MostBytes);
        if (Environment.GetEnvironmentVariable("DATELINE_UPDATE_DOCS") is { Length: > 0 }) { await visit.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Picture(name), Animations = ScreenshotAnimations.Disabled }); }
        AssertNoBarrier(await visit.Page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] } }));
        await visit.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        AssertNoBarrier(await visit.Page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast"] } }));
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
        await visit.Page.Locator("nav[aria-label=Screens] a").Nth(2).ClickAsync();
        Assert.EndsWith("/events", visit.Page.Url, StringComparison.Ordinal);
        Assert.NotEmpty(name);
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

    private static int Height(string name) => name == "events" ? 1000 : 860;

    private static void AssertNoBarrier(AxeResult result) =>
        Assert.Empty(result.Violations.Where(v => v.Impact is "serious" or "critical").Select(v => $"{v.Impact} {v.Id}: {v.Help} {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}"));
}
