using System.Diagnostics;
using System.Text.Json;

namespace Dateline.Scores;

/// <summary>One run of the scorer over all corpora, shared by all tests.</summary>
public sealed class Measurement
{
    private const string Tasks = "statements,events,modality,times,places,names,language,stories";
    private readonly Lazy<JsonElement> _answer = new(Run);

    /// <summary>The score at a path, or null where the scorer has none.</summary>
    public double? Score(string metric)
    {
        JsonElement at = _answer.Value;
        foreach (string step in metric.Split('/'))
        {
            if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(step, out at)) { return null; }
        }
        return at.ValueKind == JsonValueKind.Number ? at.GetDouble() : null;
    }

    private static JsonElement Run()
    {
        string answer = Path.Combine(Path.GetTempPath(), $"dateline-scores-{Environment.ProcessId}.json");
        ProcessStartInfo start = new("python3")
        {
            ArgumentList = { Workspace.Measure, "--dateline", $"'{Workspace.Program}'", "--data", Workspace.Data!, "--only", Tasks, "--json", answer },
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Workspace.Root,
        };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) { throw new InvalidOperationException($"measure.py ended with {process.ExitCode}: {errors.Result} {output}"); }
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllText(answer));
            return document.RootElement.Clone();
        }
        finally
        {
            File.Delete(answer);
        }
    }
}
