using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Xunit;

namespace Dateline.Browser;

/// <summary>Asks axe-core for barriers in a page. What it finds to be well is not computed: that is most of its work.</summary>
internal static class Axe
{
    private const string Run = """
        async ([type, values]) => (await axe.run(document, { runOnly: { type, values }, resultTypes: ["violations"] })).violations
          .filter(v => v.impact === "serious" || v.impact === "critical")
          .map(v => `${v.impact} ${v.id}: ${v.help} ${v.nodes.slice(0, 3).map(n => n.html).join(" | ")}`)
        """;

    private static readonly Lazy<string> s_script = new(() => new BundledAxeScriptProvider().GetScript());

    /// <summary>Fails where the page has a serious barrier, as it is and in the dark.</summary>
    public static async Task AssertNoBarrier(IPage page)
    {
        await page.EvaluateAsync(s_script.Value + ";0");
        Assert.True(await page.EvaluateAsync<int>("axe.getRules().length") > 50);
        Assert.Empty(await page.EvaluateAsync<string[]>(Run, new object[] { "tag", new[] { "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice" } }));
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        Assert.Empty(await page.EvaluateAsync<string[]>(Run, new object[] { "rule", new[] { "color-contrast" } }));
    }
}
