using System.Globalization;
using System.Text;
using Xunit;

namespace Dateline.Scores;

/// <summary>No score falls below its floor. Where the corpora are missing every floor is a skipped test.</summary>
public sealed class ScoreTests(Measurement measurement, ITestOutputHelper output) : IClassFixture<Measurement>
{
    private const int FewestItems = 30;
    private static readonly FloorFile s_file = FloorFile.Read();

    /// <summary>One row a floor, named by its metric.</summary>
    public static IEnumerable<ITheoryDataRow> Floors() => s_file.Floors.Select(f => new TheoryDataRow<string>(f.Metric) { TestDisplayName = "score " + f.Metric, Label = "" });

    [Theory]
    [MemberData(nameof(Floors))]
    public void Score(string metric)
    {
        Assert.SkipWhen(Workspace.Missing is not null, Workspace.Missing ?? "");
        Floor floor = s_file.Floors.Single(f => f.Metric == metric);
        double? score = measurement.Score(metric);
        Assert.True(score is not null, $"the scorer has no {metric}");
        Assert.True(floor.Allows(score!.Value), $"{floor.Label}: {score:0.0000}, the floor is {floor.Bound:0.0000} ({floor.Items} items). "
            + "If the drop is meant, lower the floor in floors.json by hand and write its reason there.");
    }

    [Fact]
    public void The_corpora_are_those_the_floors_were_measured_on()
    {
        Assert.SkipWhen(Workspace.Missing is not null || Updating, Workspace.Missing ?? "floors are being written");
        Assert.Empty(s_file.Changed(Workspace.Data!));
    }

    [Fact]
    public void No_floor_stands_on_fewer_than_thirty_items() => Assert.DoesNotContain(s_file.Floors, f => f.Items < FewestItems);

    [Fact]
    public void A_floor_is_raised_by_a_better_score_and_left_by_a_worse_one()
    {
        Floor floor = new() { Metric = "m", Label = "m", Items = 100, Bound = 0.50, Measured = 0.52 };
        Assert.Equal(0.50, floor.Raised(0.51).Bound);
        Assert.Equal(0.6771, floor.Raised(0.70).Bound);
        Assert.False(floor.Allows(0.49));
        Assert.Equal(1.80, (floor with { Bound = 1.80, LowerIsBetter = true }).Raised(2.0).Bound);
    }

    /// <summary>Prints the table; with DATELINE_UPDATE_FLOORS=1 it raises the floors and fills the table of README.</summary>
    [Fact]
    public void Table()
    {
        Assert.SkipWhen(Workspace.Missing is not null, $"{Workspace.Missing}: {s_file.Floors.Count} floors are not checked");
        StringBuilder table = new("| score | items | measured | floor |\n|---|---|---|---|\n");
        foreach (Floor floor in s_file.Floors)
        {
            table.Append(CultureInfo.InvariantCulture, $"| {floor.Label} | {floor.Items} | {Shown(measurement.Score(floor.Metric))} | {Shown(floor.Bound)} |\n");
        }
        output.WriteLine(table.ToString());
        if (!Updating) { return; }
        (s_file with
        {
            Corpora = s_file.Corpora.Keys.ToDictionary(k => k, k => FloorFile.Fingerprint(Path.Combine(Workspace.Data!, k))),
            Floors = [.. s_file.Floors.Select(f => measurement.Score(f.Metric) is { } score ? f.Raised(score) : f)],
        }).Write();
        ReadmeTable.Write(s_file.Floors.Where(f => f.InReadme).Select(f => (f.Label, f.Items, Shown(measurement.Score(f.Metric)))));
    }

    private static bool Updating => Environment.GetEnvironmentVariable("DATELINE_UPDATE_FLOORS") is "1";

    private static string Shown(double? score) => score is not { } s ? "-" : s.ToString(s > 10 ? "0.0" : "0.000", CultureInfo.InvariantCulture);
}
