using System.Text;
using System.Text.Json;
using Dateline.Export;

namespace Dateline.Tests.Properties;

/// <summary>What holds for every span of a written record, found by walking its JSON: fields to come are checked too.</summary>
internal static class SpanRules
{
    /// <summary>What is wrong with the spans; empty when nothing is.</summary>
    public static IEnumerable<string> Broken(StoryRecords records)
    {
        byte[] line = new NdjsonWriter().Write(records);
        using JsonDocument document = JsonDocument.Parse(line);
        string text = document.RootElement.GetProperty("story").GetProperty("text").GetString()!;
        int points = text.EnumerateRunes().Count();
        List<string> problems = [];
        Walk(document.RootElement, "$", points, problems);
        if (problems.Count > 0) { return problems; }

        // Spans that cut a character in two do not survive the way to code points and back.
        StoryRecords? again = new NdjsonReader().Read(Encoding.UTF8.GetString(line).TrimEnd('\n'));
        string[] before = [.. Spans(records)], after = [.. Spans(again!)];
        return before.Zip(after).Where(p => p.First != p.Second).Select(p => $"{p.First} is written as {p.Second}");
    }

    private static void Walk(JsonElement element, string path, int points, List<string> problems)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty property in element.EnumerateObject()) { Walk(property.Value, $"{path}.{property.Name}", points, problems); }
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            if (element.GetArrayLength() == 2 && element[0].ValueKind == JsonValueKind.Number && element[1].ValueKind == JsonValueKind.Number)
            {
                (int start, int end) = (element[0].GetInt32(), element[1].GetInt32());
                if (start < 0 || end <= start || end > points) { problems.Add($"{path} is [{start}, {end}] in a text of {points} characters"); }
                return;
            }
            int i = 0;
            foreach (JsonElement item in element.EnumerateArray()) { Walk(item, $"{path}[{i++}]", points, problems); }
        }
    }

    private static IEnumerable<string> Spans(StoryRecords r) =>
    [
        .. r.Story.Blocks.Select(b => $"block {b.Span}"), .. r.Entities.SelectMany(e => e.Mentions.Select(m => $"{e.Id} {m.Span}")), .. r.Times.Select(t => $"{t.Id} {t.Span}"),
        .. r.Places.Select(p => $"{p.Id} {p.Span}"), .. r.Quantities.Select(q => $"{q.Id} {q.Span}"),
        .. r.Statements.Select(s => $"{s.Id} {s.Source?.Span} {s.Cue?.Span} {string.Join(' ', s.Content.Spans)} {string.Join(' ', s.Content.Verbatim ?? [])} {s.Addressee?.Span}"),
        .. r.Events.Select(v => $"{v.Id} {v.Span} {v.Trigger.Span} {string.Join(' ', v.Mentions ?? [])}"),
    ];
}
