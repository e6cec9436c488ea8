using System.Diagnostics;
using System.Globalization;
using System.Text;
using Xunit;

namespace Dateline.EndToEnd;

/// <summary>A long run that is killed and goes on.</summary>
public sealed class CheckpointTests : IDisposable
{
    private const int Stories = 6000;
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_run_that_was_killed_goes_on_and_writes_what_an_unbroken_run_writes()
    {
        string input = Input();
        Assert.Equal(1, Cli.Run("read", input, "-o", _folder["whole.ndjson"], "--errors", _folder["whole.errors"]).ExitCode);
        string[] command = ["read", input, "-o", _folder["out.ndjson"], "--errors", _folder["errors"], "--checkpoint", _folder["out.checkpoint"], "--jobs", "1"];
        int kills = 0;
        for (int i = 0; i < 3; i++)
        {
            using Process process = Cli.Start(command);
            process.StandardInput.Close();
            // Until some stories more than before are on the disk, so that each run gets further.
            long before = Length("out.ndjson");
            while (!process.HasExited && Length("out.ndjson") < before + 200_000) { Thread.Sleep(50); }
            if (process.HasExited) { break; }
            // The checkpoint is written every two seconds.
            if (process.WaitForExit(TimeSpan.FromSeconds(2.5))) { break; }
            process.Kill();
            process.WaitForExit();
            kills++;
        }
        Assert.True(kills > 0);
        Assert.Equal(1, Cli.Run(command).ExitCode);
        Assert.Equal(File.ReadAllBytes(_folder["whole.ndjson"]), File.ReadAllBytes(_folder["out.ndjson"]));
        Assert.Equal(File.ReadAllBytes(_folder["whole.errors"]), File.ReadAllBytes(_folder["errors"]));
    }

    [Fact]
    public void A_checkpoint_of_other_inputs_is_refused()
    {
        string first = _folder.Write("a.txt", "Ferries will sail on Monday, the minister said."), second = _folder.Write("b.txt", "Ferries will sail on Tuesday, the minister said.");
        Assert.Equal(0, Cli.Run("read", first, "-o", _folder["o"], "--checkpoint", _folder["c"]).ExitCode);
        CliResult result = Cli.Run("read", second, "-o", _folder["o"], "--checkpoint", _folder["c"]);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("other inputs", result.Errors, StringComparison.Ordinal);
        Assert.Equal(2, Cli.Run("read", first, "--checkpoint", _folder["c"]).ExitCode);
        _folder.Write("a.txt", "Ferries will not sail on Monday, the minister said.");
        result = Cli.Run("read", first, "-o", _folder["o"], "--checkpoint", _folder["c"]);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("another text", result.Errors, StringComparison.Ordinal);
        File.WriteAllText(_folder["c"], "no json");
        Assert.Equal(3, Cli.Run("read", first, "-o", _folder["o"], "--checkpoint", _folder["c"]).ExitCode);
    }

    private string Input()
    {
        StringBuilder rows = new();
        for (int i = 0; i < Stories; i++)
        {
            rows.Append(i % 500 == 7 ? "no json\n" : string.Create(CultureInfo.InvariantCulture, $"{{\"id\": \"{i}\", \"text\": \"Ferry {i} will sail from Bergen on Monday, Transport Minister Ada Brandt told reporters in Oslo. Police arrested two men in Kenya on Tuesday, officials said.\", \"date\": \"2020-10-02\"}}\n"));
        }
        return _folder.Write("in.jsonl", rows.ToString());
    }

    private long Length(string name) => File.Exists(_folder[name]) ? new FileInfo(_folder[name]).Length : 0;
}
