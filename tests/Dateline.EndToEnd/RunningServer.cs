using System.Diagnostics;
using System.Net.Http;
using System.Text;

namespace Dateline.EndToEnd;

/// <summary>The program serving, on a port of this machine that is free, until the tests have done.</summary>
public class RunningServer : IDisposable
{
    private readonly Process _process;

    /// <summary>Serves the samples with a story that means ill.</summary>
    public RunningServer() : this(samples: true) { }

    /// <summary>Serves all of that or a few briefs, perhaps with more arguments; <c>{folder}</c> in them is the server's folder.</summary>
    protected RunningServer(bool samples, params string[] arguments) : this(samples, null, arguments)
    {
    }

    /// <summary>The same, with something done to the store, whose path it is given, before it is served.</summary>
    protected RunningServer(bool samples, Action<string>? before, params string[] arguments)
    {
        Db = Folder["news.db"];
        string[] inputs = samples ? [.. Directory.GetFiles(Path.Combine(Cli.Root, "samples"), "*.txt"), Path.Combine(Cli.Root, "samples", "briefs.jsonl"), Folder.Write("hostile.jsonl", HostileStories())] : [Path.Combine(Cli.Root, "samples", "briefs.jsonl")];
        CliResult added = Cli.Run(["add", .. inputs, "--db", Db]);
        if (added.ExitCode != 0) { throw new InvalidOperationException(added.Errors); }
        before?.Invoke(Db);
        _process = Cli.Start(["serve", "--db", Db, "--port", "0", .. arguments.Select(a => a.Replace("{folder}", Folder.Path, StringComparison.Ordinal))]);
        string line = _process.StandardError.ReadLine() ?? throw new InvalidOperationException("The server has ended.");
        Address = line.Split(' ').First(word => word.StartsWith("http://", StringComparison.Ordinal));
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(Address) };
    }

    /// <summary>Where its files are.</summary>
    internal Folder Folder { get; } = new();

    /// <summary>The store that is served.</summary>
    public string Db { get; }

    /// <summary>Where it listens.</summary>
    public string Address { get; }

    /// <summary>Asks it.</summary>
    public HttpClient Client { get; }

    /// <summary>Its process.</summary>
    public Process Process => _process;

    public void Dispose()
    {
        Client.Dispose();
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Markup in text, a change of writing direction, and a word of a million letters.</summary>
    private static string HostileStories() => new StringBuilder()
        .Append("""{"id": "markup", "title": "<script>alert(1)</script> & <b>bold</b>", "text": "<script>alert(1)</script>\n\n\"<img src=x onerror=alert(2)>\" said \u202EMaria Costa\u202C of the <i>UN</i> in Geneva on Tuesday.", "date": "2017-09-05", "outlet": "\"><script>alert(3)</script>", "url": "javascript:alert(4)"}""").Append('\n')
        .Append("""{"id": "private", "text": "Neighbours speak\n\n\"The street was empty,\" Ida Brun, a baker, said on Tuesday.", "date": "2017-09-05"}""").Append('\n')
        .Append("""{"id": "nameless", "text": "Ministers from six countries met in Oslo on Tuesday to talk about the ferries, the first such meeting in years, officials said, and agreed on little else.", "date": "1999-09-05"}""").Append('\n')
        .Append("""{"id": "long-word", "text": "Long word\n\nMinisters met in Oslo, """).Append('a', 1_000_000).Append(""" said.", "date": "2017-09-06"}""").Append('\n').ToString();
}
