using Microsoft.Playwright;
using Xunit;

namespace Dateline.Browser;

/// <summary>From the wire to a correction without a pointer.</summary>
public sealed class KeyboardTests(Chromium chromium)
{
    private const int MostTabs = 80;

    [Fact]
    public async Task A_story_is_found_opened_explained_and_corrected_with_the_keyboard_alone()
    {
        await using Visit visit = await chromium.Open("/?q=outlet:Alpine");
        IPage page = visit.Page;
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to the content", await Focused(page));
        await page.Keyboard.PressAsync("Enter");
        await TabTo(page, "Inspectors let into camp, envoy says");
        await page.RunAndWaitForNavigation("Enter");
        Assert.EndsWith("/story/brief-1", page.Url, StringComparison.Ordinal);
        await TabTo(page, "Why record s3 is as it is");
        await page.RunAndWaitForNavigation("Enter");
        await TabTo(page, "should");
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync("who | confirmed | let in -> act=assert");
        await TabTo(page, "Download the correction");
        IDownload file = await page.RunAndWaitForDownloadAsync(() => page.Keyboard.PressAsync("Enter"));
        Assert.Contains("let in -> act=assert", await File.ReadAllTextAsync(await file.PathAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_has_the_focus_is_seen()
    {
        await using Visit visit = await chromium.Open("/search?q=act:deny");
        for (int i = 0; i < 20; i++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
            Assert.True(await visit.Page.EvaluateAsync<bool>("() => { const e = document.activeElement, s = getComputedStyle(e), b = e.getBoundingClientRect(); return e !== document.body && s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 1 && b.width > 0 && b.left >= 0; }"), await Focused(visit.Page));
        }
    }

    private static async Task TabTo(IPage page, string what)
    {
        for (int i = 0; i < MostTabs; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await Focused(page) == what) { return; }
        }
        Assert.Fail($"\"{what}\" is not reached with {MostTabs} tabs");
    }

    private static Task<string> Focused(IPage page) => page.EvaluateAsync<string>("() => { const e = document.activeElement; return e.getAttribute('aria-label') ?? (e.name || e.textContent.trim()); }");
}
