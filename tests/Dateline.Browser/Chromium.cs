using System.Collections.Concurrent;
using Dateline.EndToEnd;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(Dateline.Browser.Chromium))]

namespace Dateline.Browser;

/// <summary>Chromium as the system has it, and a server to look at. Without Chromium the tests are skipped.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] s_places = [Environment.GetEnvironmentVariable("DATELINE_CHROMIUM") ?? "", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private readonly ConcurrentBag<IPage> _withScripts = [], _withoutScripts = [];
    private readonly Lazy<WatchedServer> _watched = new(() => new WatchedServer());
    private RunningServer? _server;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Where it is; null where it is not.</summary>
    public static string? Program { get; } = s_places.FirstOrDefault(File.Exists);

    /// <summary>The server.</summary>
    public RunningServer Server => _server!;

    /// <summary>Another one, over a store into which feeds are watched.</summary>
    public RunningServer Watched => _watched.Value;

    public async ValueTask InitializeAsync()
    {
        if (Program is null) { return; }
        // Stores are filled while the browser starts.
        Task<RunningServer> server = Task.Run(() => new RunningServer());
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Program, Args = ["--no-sandbox", "--font-render-hinting=none", "--renderer-process-limit=2", "--disable-gpu"] });
        _server = await server;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) { await _browser.DisposeAsync(); }
        _playwright?.Dispose();
        _server?.Dispose();
        if (_watched.IsValueCreated) { _watched.Value.Dispose(); }
    }

    /// <summary>A page of its own while the test looks at it, which fails the test when it asks another host or a script of it fails. Windows are used again: to open one costs more than most tests.</summary>
    public async Task<Visit> Open(string address, bool scripts = true, int width = 1280, int height = 900, RunningServer? server = null)
    {
        Assert.SkipWhen(Program is null, "Chromium is not here: apt-get install chromium.");
        if (!Idle(scripts).TryTake(out IPage? page)) { page = await NewWindow(scripts); }
        await page.SetViewportSizeAsync(width, height);
        server ??= Server;
        Visit visit = new(page, server.Address, Idle(scripts));
        IResponse? answer = await page.GotoAsync(server.Address.TrimEnd('/') + address);
        Assert.True(answer!.Ok, $"{address}: {answer.Status}");
        return visit;
    }

    private ConcurrentBag<IPage> Idle(bool scripts) => scripts ? _withScripts : _withoutScripts;

    private async Task<IPage> NewWindow(bool scripts)
    {
        IBrowserContext context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            JavaScriptEnabled = scripts, ColorScheme = ColorScheme.Light, ReducedMotion = ReducedMotion.Reduce,
        });
        IPage page = await context.NewPageAsync();
        // Every page is weighed as whoever comes for the first time meets it.
        ICDPSession session = await context.NewCDPSessionAsync(page);
        await session.SendAsync("Network.enable");
        await session.SendAsync("Network.setCacheDisabled", new Dictionary<string, object> { ["cacheDisabled"] = true });
        return page;
    }
}
