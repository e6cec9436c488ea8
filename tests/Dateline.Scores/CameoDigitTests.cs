using System.Globalization;
using System.Text;
using Dateline.Events;
using Dateline.Ingest;
using Dateline.Text;
using Xunit;

namespace Dateline.Scores;

/// <summary>How many digits of the CAMEO code are right where the root is: sentences composed for this test over the code list (<c>cameo/examples.tsv</c>), none of which stands in the lexicon.</summary>
public sealed class CameoDigitTests(ITestOutputHelper output)
{
    /// <summary>Measured when they were set, less half a standard error.</summary>
    private const double RootFloor = 0.87, TwoFloor = 0.93, ThreeFloor = 0.78;

    [Fact]
    public void Codes_are_right_to_two_and_three_digits_where_the_root_is()
    {
        Pipeline pipeline = new(Analyzer.Default(), new PipelineOptions());
        StoryReader reader = new(new InputOptions { Date = new DateOnly(2024, 5, 15) });
        int all = 0, root = 0, two = 0, three = 0, judged = 0;
        foreach (string line in File.ReadLines(Path.Combine(Workspace.Root, "tests", "Dateline.Scores", "cameo", "examples.tsv")).Skip(1))
        {
            string[] cells = line.Split('\t');
            string gold = cells[0], wanted = Crosswalk.Default.Root(gold) ?? "";
            Event? best = pipeline.Read(reader.Read(new StoryInput { File = "story.txt", Format = InputFormat.PlainText, Bytes = Encoding.UTF8.GetBytes(cells[1]) })).Events.MaxBy(e => e.Confidence);
            all++;
            if (best is null || best.Plover != wanted) { output.WriteLine($"root  {gold} {wanted} is {best?.Plover ?? "-"} {best?.Cameo}: {cells[1]}"); continue; }
            root++;
            if (best.Cameo is { } code && code[..2] == gold[..2]) { two++; } else { output.WriteLine($"two   {gold} is {best.Cameo}: {cells[1]}"); continue; }
            if (gold.Length < 3 || gold[2] == '0') { continue; }
            judged++;
            if (best.Cameo.Length >= 3 && best.Cameo[..3] == gold[..3]) { three++; } else { output.WriteLine($"three {gold} is {best.Cameo}: {cells[1]}"); }
        }
        string summary = string.Create(CultureInfo.InvariantCulture, $"root {(double)root / all:0.000} ({root} of {all}); two digits {(double)two / root:0.000}; three digits {(double)three / judged:0.000} ({three} of {judged})");
        output.WriteLine(summary);
        Assert.True(root >= RootFloor * all && two >= TwoFloor * root && three >= ThreeFloor * judged, summary);
    }
}
