using Microsoft.Playwright;

namespace Dateline.Browser;

/// <summary>Keys that lead to another page.</summary>
internal static class Keys
{
    /// <summary>Presses a key and waits for the page it leads to.</summary>
    public static async Task RunAndWaitForNavigation(this IPage page, string key)
    {
        string before = page.Url;
        await page.Keyboard.PressAsync(key);
        await page.WaitForURLAsync(url => url != before);
    }
}
