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
        return Find(_answer.Value, metric) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;
    }

    /// <summary>The element at a path; a name in it may hold slashes itself.</summary>
    private static JsonElement? Find(JsonElement at, string path)
    {
        if (at.ValueKind != JsonValueKind.Object) { return null; }
        if (at.TryGetProperty(path, out JsonElement whole)) { return whole; }
        for (int slash = path.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = path.IndexOf('/', slash + 1))
        {
            if (at.TryGetProperty(path[..slash], out JsonElement below) && Find(below, path[(slash + 1)..]) is { } found) { return found; }
        }
        return null;
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
