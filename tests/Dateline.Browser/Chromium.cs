using Dateline.EndToEnd;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(Dateline.Browser.Chromium))]

namespace Dateline.Browser;

/// <summary>Chromium as the system has it, and a server to look at. Without Chromium the tests are skipped.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] s_places = [Environment.GetEnvironmentVariable("DATELINE_CHROMIUM") ?? "", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private RunningServer? _server;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Where it is; null where it is not.</summary>
    public static string? Program { get; } = s_places.FirstOrDefault(File.Exists);

    /// <summary>The server.</summary>
    public RunningServer Server => _server!;

    public async ValueTask InitializeAsync()
    {
        if (Program is null) { return; }
        _server = new RunningServer();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Program, Args = ["--no-sandbox", "--font-render-hinting=none"] });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) { await _browser.DisposeAsync(); }
        _playwright?.Dispose();
        _server?.Dispose();
    }

    /// <summary>A page of a window of its own, which fails the test when it asks another host or a script of it fails.</summary>
    public async Task<Visit> Open(string address, bool scripts = true, int width = 1280, int height = 900)
    {
        Assert.SkipWhen(Program is null, "Chromium is not here: apt-get install chromium.");
        IBrowserContext context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Server.Address, JavaScriptEnabled = scripts, ViewportSize = new ViewportSize { Width = width, Height = height }, ColorScheme = ColorScheme.Light, ReducedMotion = ReducedMotion.Reduce,
        });
        Visit visit = new(context, await context.NewPageAsync(), Server.Address);
        IResponse? answer = await visit.Page.GotoAsync(address);
        Assert.True(answer!.Ok, $"{address}: {answer.Status}");
        return visit;
    }
}
