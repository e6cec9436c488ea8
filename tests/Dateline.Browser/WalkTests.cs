using Microsoft.Playwright;
using Xunit;

namespace Dateline.Browser;

/// <summary>Walks that an analyst takes, over a store of a month: through pages, by filters, into a long story, onto paper.</summary>
public sealed class WalkTests(Chromium chromium)
{
    [Fact]
    public async Task Pages_lead_through_all_stories_and_back()
    {
        await using Visit visit = await chromium.Open("/", scripts: false, server: chromium.Watched);
        IPage page = visit.Page;
        long all = await Count(page);
        List<string> seen = [];
        while (true)
        {
            seen.AddRange(await page.Locator("article.wire h3 a").EvaluateAllAsync<string[]>("links => links.map(a => a.getAttribute('href'))"));
            ILocator older = page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Older stories" });
            if (await older.CountAsync() == 0) { break; }
            await older.ClickAsync();
        }
        Assert.True(all > 60);
        Assert.Equal((all, all), (seen.Count, seen.Distinct(StringComparer.Ordinal).Count()));
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Newest" }).ClickAsync();
        Assert.Equal(seen[0], await page.Locator("article.wire h3 a").First.GetAttributeAsync("href"));
    }

    [Fact]
    public async Task A_filter_is_an_address_that_can_be_sent_and_is_taken_away_again()
    {
        await using Visit visit = await chromium.Open("/", scripts: false, server: chromium.Watched);
        IPage page = visit.Page;
        long all = await Count(page);
        await page.Locator("details.facet").First.GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "Harbour Post" }).ClickAsync();
        Assert.EndsWith("?q=outlet%3A%22Harbour%20Post%22", page.Url, StringComparison.Ordinal);
        Assert.Equal(20, await Count(page));
        await page.GotoAsync(page.Url);
        Assert.Equal(20, await Count(page));
        await page.Locator(".terms a").ClickAsync();
        Assert.Equal(all, await Count(page));
    }

    [Fact]
    public async Task A_long_story_has_a_card_for_every_record_and_each_is_led_to_by_its_address()
    {
        await using Visit visit = await chromium.Open("/story/long?r=s70#s70", server: chromium.Watched);
        IPage page = visit.Page;
        long bytes = 0;
        foreach (IResponse answer in visit.Answers) { bytes += (await answer.Request.SizesAsync()).ResponseBodySize; }
        Assert.InRange(bytes, 1, 100_000);
        string[] cards = await page.Locator(".row .card").EvaluateAllAsync<string[]>("cards => cards.map(c => c.id)"), references = await page.Locator("a.ref").EvaluateAllAsync<string[]>("refs => refs.map(r => r.dataset.r)");
        Assert.True(cards.Length > 120, cards.Length.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(cards.Length, cards.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(cards.Order(StringComparer.Ordinal), references.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        await Assertions.Expect(page.Locator("#s70")).ToBeInViewportAsync();
        await Assertions.Expect(page.Locator("#s70")).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("chosen"));
        // A card stands beside the paragraph it was read from.
        Assert.True(await page.EvaluateAsync<bool>("() => { const row = document.getElementById('s70').closest('.row'); return row.querySelector('a.ref[data-r=s70]') !== null && Math.abs(row.querySelector('.text').getBoundingClientRect().top - row.querySelector('.cards').getBoundingClientRect().top) < 2; }"));
        await Axe.AssertNoBarrier(page);
    }

    [Fact]
    public async Task On_paper_there_is_the_story_with_its_cards_and_nothing_to_press()
    {
        await using Visit visit = await chromium.Open("/story/long", scripts: false, width: 760, server: chromium.Watched);
        IPage page = visit.Page;
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        foreach (string pressed in (string[])["nav[aria-label=Screens]", "form.find", ".legend", "#s1 .acts a:has-text(\"why\")", "a.skip"]) { await Assertions.Expect(page.Locator(pressed).First).ToBeHiddenAsync(); }
        foreach (string read in (string[])["h1", "#s1 .title", "#s1 .acts a:first-child", ".foot p:first-child"]) { await Assertions.Expect(page.Locator(read).First).ToBeVisibleAsync(); }
        Assert.False(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"));
    }

    private static async Task<long> Count(IPage page) =>
        long.Parse(await page.Locator(".counts strong").First.InnerTextAsync(), System.Globalization.NumberStyles.AllowThousands, System.Globalization.CultureInfo.InvariantCulture);
}
