using System.Globalization;
using System.Text;
using System.Text.Json;
using Dateline.Events;
using Dateline.Events.UserVerbs;
using Dateline.Ingest;
using Dateline.Knowledge.User;
using Dateline.Text;
using Xunit;

namespace Dateline.Scores;

/// <summary>PETRARCH's own unit records, run with dictionaries of ours for their invented names and their verbs (<c>petrarch/</c>).</summary>
/// <remarks>
/// Judged are the records of mechanics whose parties our dictionary lists: compound actors, agents, passives, commas, patterns and sets. Not judged are records that test errors,
/// actors found by capital letters, or codes of CAMEO that PLOVER drops. A dyad is a source and a target; a pair told of two sides counts both ways.
/// </remarks>
public sealed class PetrarchUnitTests(ITestOutputHelper output)
{
    /// <summary>Measured when it was set (.55), less half a standard error.</summary>
    private const double DyadFloor = 0.53;

    private static string Corpus => Path.Combine(Workspace.Root, "..", "shared", "data", "events", "petrarch2_units.jsonl");

    private static string Own(string file) => Path.Combine(Workspace.Root, "tests", "Dateline.Scores", "petrarch", file);

    [Fact]
    public void Unit_records_of_PETRARCH_give_their_dyads()
    {
        Assert.SkipWhen(!File.Exists(Corpus), "the corpus is not beside the repository (../shared/data/events)");
        Dictionary<string, string> lands = File.ReadLines(Own("lands.tsv")).Skip(1).Select(l => l.Split('\t')).ToDictionary(c => c[0], c => c[1], StringComparer.Ordinal);
        PipelineOptions options = new()
        {
            Verbs = PetrarchVerbDictionary.Parse("verbs.txt", File.ReadAllText(Own("verbs.txt"))),
            Knowledge = new UserKnowledge { Actors = [PetrarchActorDictionary.Parse("actors.txt", File.ReadAllText(Own("actors.txt")))] },
        };
        Pipeline pipeline = new(Analyzer.Default(), options);
        SortedDictionary<string, int[]> counts = new(StringComparer.Ordinal);
        foreach (string line in File.ReadLines(Corpus))
        {
            using JsonDocument row = JsonDocument.Parse(line);
            JsonElement unit = row.RootElement;
            if (unit.GetProperty("kind").GetString() != "mechanics" || unit.GetProperty("expect").GetString() != "events") { continue; }
            List<(string Source, string Target)> wanted = [.. Wanted(unit, lands)];
            if (wanted.Count == 0) { continue; }
            HashSet<(string, string)> found = Found(Read(pipeline, unit));
            int[] count = counts.TryGetValue(unit.GetProperty("category").GetString()!, out int[]? known) ? known : counts[unit.GetProperty("category").GetString()!] = new int[2];
            foreach ((string, string) dyad in wanted)
            {
                count[1]++;
                if (found.Contains(dyad)) { count[0]++; } else { output.WriteLine($"{unit.GetProperty("id").GetString()} {dyad}"); }
            }
        }
        foreach ((string category, int[] count) in counts) { output.WriteLine($"{category} {count[0]} of {count[1]}"); }
        int right = counts.Values.Sum(c => c[0]), all = counts.Values.Sum(c => c[1]);
        string summary = string.Create(CultureInfo.InvariantCulture, $"dyads {(double)right / all:0.000} ({right} of {all})");
        output.WriteLine(summary);
        Assert.True(right >= DyadFloor * all, summary);
    }

    private static IEnumerable<(string Source, string Target)> Wanted(JsonElement unit, Dictionary<string, string> lands)
    {
        foreach (JsonElement e in unit.GetProperty("events").EnumerateArray())
        {
            string source = e.GetProperty("source").GetString()!, target = e.GetProperty("target").GetString()!;
            if (source.Length >= 3 && target.Length >= 3 && lands.TryGetValue(source[..3], out string? a) && lands.TryGetValue(target[..3], out string? b)) { yield return (a, b); }
        }
    }

    private static StoryRecords Read(Pipeline pipeline, JsonElement unit)
    {
        InputOptions options = new() { Date = DateOnly.ParseExact(unit.GetProperty("date").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture) };
        byte[] text = Encoding.UTF8.GetBytes(unit.GetProperty("text").GetString()!);
        return pipeline.Read(new StoryReader(options).Read(new StoryInput { File = "story.txt", Format = InputFormat.PlainText, Bytes = text }));
    }

    private static HashSet<(string, string)> Found(StoryRecords records)
    {
        HashSet<(string, string)> found = [];
        foreach (Event happening in records.Events)
        {
            string[] from = [.. (happening.Actor ?? []).Select(a => a.Code?.Country).OfType<string>()], to = [.. (happening.Recipient ?? []).Select(a => a.Code?.Country).OfType<string>()];
            foreach (string a in from) { foreach (string b in to.Length > 0 ? to : from) { found.Add((a, b)); } }
        }
        return found;
    }
}
