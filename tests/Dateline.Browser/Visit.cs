using System.Collections.Concurrent;
using Microsoft.Playwright;
using Xunit;

namespace Dateline.Browser;

/// <summary>A page while a test looks at it. Afterwards its window is empty again and waits for the next.</summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly ConcurrentBag<IPage> _idle;
    private readonly string _address;
    private readonly ConcurrentQueue<IResponse> _answers = [];
    private readonly ConcurrentQueue<string> _faults = [];

    public Visit(IPage page, string address, ConcurrentBag<IPage> idle)
    {
        (Page, _address, _idle) = (page, address, idle);
        page.Console += OnConsole;
        page.PageError += OnError;
        page.Dialog += OnDialog;
        page.Request += OnRequest;
        page.Response += OnResponse;
    }

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>What was loaded for it so far; the sign of the site may come after the page.</summary>
    public IReadOnlyCollection<IResponse> Answers => [.. _answers];

    public async ValueTask DisposeAsync()
    {
        Page.Console -= OnConsole;
        Page.PageError -= OnError;
        Page.Dialog -= OnDialog;
        Page.Request -= OnRequest;
        Page.Response -= OnResponse;
        await Page.GotoAsync("about:blank");
        await Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light, Media = Media.Screen });
        _idle.Add(Page);
        Assert.Empty(_faults);
    }

    private void OnConsole(object? sender, IConsoleMessage message)
    {
        if (message.Type == "error") { _faults.Enqueue(message.Text); }
    }

    private void OnError(object? sender, string error) => _faults.Enqueue(error);

    private void OnDialog(object? sender, IDialog dialog) => _faults.Enqueue("a dialog: " + dialog.Message);

    private void OnRequest(object? sender, IRequest request)
    {
        if (!request.Url.StartsWith(_address, StringComparison.Ordinal)) { _faults.Enqueue("asks " + request.Url); }
    }

    private void OnResponse(object? sender, IResponse answer) => _answers.Enqueue(answer);
}
