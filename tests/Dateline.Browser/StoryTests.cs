using Microsoft.Playwright;
using Xunit;

namespace Dateline.Browser;

/// <summary>What a person does on the page of a story, and on that of events.</summary>
public sealed class StoryTests(Chromium chromium)
{
    [Fact]
    public async Task The_pointer_lights_a_record_and_its_chain()
    {
        await using Visit visit = await chromium.Open("/story/brief-1");
        await visit.Page.Locator("#s3 .title").HoverAsync();
        await Assertions.Expect(visit.Page.Locator("#s3")).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("hot"));
        await Assertions.Expect(visit.Page.Locator("#s2")).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("lit"));
        await Assertions.Expect(visit.Page.Locator("#s4")).Not.ToHaveClassAsync(new System.Text.RegularExpressions.Regex("lit|hot"));
        await Assertions.Expect(visit.Page.Locator("span.hot").Filter(new LocatorFilterOptions { HasText = "had been let in" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_keyboard_does_too()
    {
        await using Visit visit = await chromium.Open("/story/brief-1");
        await visit.Page.Locator("#s4 .acts a").First.FocusAsync();
        await Assertions.Expect(visit.Page.Locator("#s4")).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("hot"));
        await visit.Page.Locator("a.ref[data-r=s2]").FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Page.Locator("#s2")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_number_in_the_text_leads_to_its_card_without_scripts()
    {
        await using Visit visit = await chromium.Open("/story/brief-1", scripts: false);
        await visit.Page.Locator("a.ref[data-r=s3]").ClickAsync();
        Assert.EndsWith("/story/brief-1?r=s3#s3", visit.Page.Url, StringComparison.Ordinal);
        Assert.Contains("chosen", await visit.Page.Locator("#s3").GetAttributeAsync("class"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lane_can_be_put_out_without_scripts()
    {
        await using Visit visit = await chromium.Open("/story/brief-1", scripts: false);
        await visit.Page.Locator("#lane-v").UncheckAsync();
        await Assertions.Expect(visit.Page.Locator("#v1")).ToBeHiddenAsync();
        await Assertions.Expect(visit.Page.Locator("#s2")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Markup_in_a_story_runs_nothing()
    {
        await using Visit visit = await chromium.Open("/story/markup");
        await Assertions.Expect(visit.Page.GetByText("<script>alert(1)</script>").First).ToBeVisibleAsync();
        Assert.Equal(1, await visit.Page.Locator("script").CountAsync());
    }

    [Fact]
    public async Task A_correction_is_downloaded()
    {
        await using Visit visit = await chromium.Open("/why?story=brief-1&r=s3");
        IDownload file = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Download the correction" }).ClickAsync());
        Assert.Equal("corrections.ndjson", file.SuggestedFilename);
        Assert.Contains("\"record\":\"s3\"", await File.ReadAllTextAsync(await file.PathAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_box_on_the_map_narrows_the_page()
    {
        await using Visit visit = await chromium.Open("/events?map=world");
        LocatorBoundingBoxResult map = (await visit.Page.Locator("svg.map").BoundingBoxAsync())!;
        // From the Atlantic to the Sahara: what lies in Europe.
        await visit.Page.Mouse.MoveAsync(map.X + map.Width * 0.42f, map.Y + map.Height * 0.02f);
        await visit.Page.Mouse.DownAsync();
        await visit.Page.Mouse.MoveAsync(map.X + map.Width * 0.58f, map.Y + map.Height * 0.36f, new MouseMoveOptions { Steps = 4 });
        await visit.Page.Mouse.UpAsync();
        await visit.Page.WaitForURLAsync(url => url.Contains("box%3A", StringComparison.Ordinal));
        double[] box = [.. Uri.UnescapeDataString(visit.Page.Url).Split("box:")[1].Split(',').Select(n => double.Parse(n, System.Globalization.CultureInfo.InvariantCulture))];
        Assert.True(box[0] is < -15 and > -60 && box[1] is > 15 and < 45 && box[2] is > 15 and < 60 && box[3] > 65, string.Join(' ', box));
        Assert.Contains("vienna", (await visit.Page.Locator("table.events").InnerTextAsync()).ToLowerInvariant(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stretch_of_bars_narrows_the_page()
    {
        await using Visit visit = await chromium.Open("/events");
        ILocator bars = visit.Page.Locator(".bars a");
        int count = await bars.CountAsync();
        Assert.True(count >= 3);
        LocatorBoundingBoxResult first = (await bars.Nth(count - 2).BoundingBoxAsync())!, last = (await bars.Nth(count - 1).BoundingBoxAsync())!;
        await visit.Page.Mouse.MoveAsync(first.X + 20, first.Y + 5);
        await visit.Page.Mouse.DownAsync();
        await visit.Page.Mouse.MoveAsync(last.X + 20, last.Y + 5, new MouseMoveOptions { Steps = 3 });
        await visit.Page.Mouse.UpAsync();
        await visit.Page.WaitForURLAsync(url => url.Split("when%3A").Length == 3);
    }
}
