using Microsoft.Playwright;
using Xunit;

namespace Dateline.Browser;

/// <summary>A page while a test looks at it.</summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _faults = [];

    public Visit(IBrowserContext context, IPage page, string address)
    {
        (_context, Page) = (context, page);
        page.Console += (_, message) => { if (message.Type == "error") { _faults.Add(message.Text); } };
        page.PageError += (_, error) => _faults.Add(error);
        page.Dialog += (_, dialog) => _faults.Add("a dialog: " + dialog.Message);
        page.Request += (_, request) => { if (!request.Url.StartsWith(address, StringComparison.Ordinal)) { _faults.Add("asks " + request.Url); } };
        page.Response += (_, answer) => Answers.Add(answer);
    }

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>What was loaded for it.</summary>
    public List<IResponse> Answers { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        Assert.Empty(_faults);
    }
}
