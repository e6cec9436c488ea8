using System.Globalization;
using System.Text.Json;
using Dateline.Ingest;
using Dateline.Stories;
using Dateline.Text;
using Xunit;

namespace Dateline.Scores;

/// <summary>The year of stories whose date is hidden, from their words alone: 15 whole stories and 84 of the PolNeAR development set. Right where it answers, and how often it answers.</summary>
public sealed class UndatedStoryTests(ITestOutputHelper output)
{
    /// <summary>34 of 34 answers were right when the floor was set.</summary>
    private const double FloorRight = 0.95;
    /// <summary>34 of 99 stories were answered when the floor was set.</summary>
    private const double FloorAnswered = 0.32;

    [Fact]
    public void The_year_of_a_story_without_a_date_is_right_where_it_is_told()
    {
        string data = Path.Combine(Workspace.Root, "..", "shared", "data");
        string[] files = [Path.Combine(data, "stories", "dev.jsonl"), Path.Combine(data, "attribution", "polnear_dev.jsonl")];
        Assert.SkipWhen(!files.All(File.Exists), "the corpora are not beside the repository (../shared/data)");
        StoryReader reader = new(new InputOptions());
        Pipeline pipeline = new(Analyzer.Default(), new PipelineOptions());
        int all = 0, answered = 0, right = 0;
        foreach (string line in files.SelectMany(File.ReadLines))
        {
            using JsonDocument document = JsonDocument.Parse(line);
            int year = int.Parse(document.RootElement.GetProperty("date").GetString()![..4], CultureInfo.InvariantCulture);
            byte[] text = System.Text.Encoding.UTF8.GetBytes(document.RootElement.GetProperty("text").GetString()!);
            Story story = pipeline.Read(reader.Read(new StoryInput { File = "story.txt", Format = InputFormat.PlainText, Bytes = text })).Story;
            all++;
            if ((story.ReferenceDate?.Value.Year ?? story.Year?.Value) is not { } told) { continue; }
            answered++;
            if (told == year) { right++; }
            else { output.WriteLine($"{document.RootElement.GetProperty("id").GetString()}: {told}, by {story.ReferenceDate?.Basis ?? story.Year?.Basis}, is of {year}"); }
        }
        output.WriteLine($"{answered} of {all} answered, {right} right");
        Assert.True(right >= FloorRight * answered, $"{right} of {answered} right; the floor is {FloorRight:0.00}");
        Assert.True(answered >= FloorAnswered * all, $"{answered} of {all} answered; the floor is {FloorAnswered:0.00}");
    }
}
