using System.Globalization;
using System.Text.Json;
using DuckDB.NET.Data;
using Xunit;

namespace Dateline.EndToEnd;

/// <summary>What the program writes in other tools' formats, read by a reader that is not ours.</summary>
public sealed class EventFormatTests : IDisposable
{
    private static readonly string s_samples = Path.Combine(Cli.Root, "samples");
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("polecat", "polecat.tsv", 40, true)]
    [InlineData("icews", "icews.tsv", 20, true)]
    [InlineData("gdelt", "gdelt-events.tsv", 61, false)]
    [InlineData("gdelt", "gdelt-mentions.tsv", 16, false)]
    public void Event_files_load_with_all_their_columns(string format, string file, int columns, bool header)
    {
        CliResult result = Cli.Run("read", s_samples, "--format", format, "--all", "--out", _folder.Path);
        Assert.Equal((0, ""), (result.ExitCode, result.Output));
        string from = $"read_csv('{_folder[file]}', delim='\t', header={(header ? "true" : "false")}, quote='', all_varchar=true)";
        Assert.Equal(columns, Query($"select count(*) from (describe select * from {from})"));
        long rows = Query($"select count(*) from {from}");
        Assert.True(rows > 3);
        Assert.Equal(rows, Query($"select count(*) from read_csv('{_folder["events-sidecar.tsv"]}', delim='\t', header=true, quote='', all_varchar=true) where status is not null"));
    }

    [Fact]
    public void Parquet_tables_hold_what_the_csv_tables_hold()
    {
        Assert.Equal(0, Cli.Run("read", s_samples, "--format", "parquet", "--out", _folder.Path).ExitCode);
        Assert.Equal(0, Cli.Run("read", s_samples, "--out", _folder.Path).ExitCode);
        foreach (string csv in Directory.GetFiles(_folder.Path, "*.csv"))
        {
            string parquet = Path.ChangeExtension(csv, ".parquet");
            Assert.Equal(Query($"select count(*) from read_csv('{csv}', header=true, all_varchar=true)"), Query($"select count(*) from '{parquet}'"));
        }
        Assert.Equal(0, Query($"select count(*) from (select speaker.name from '{_folder["statements.parquet"]}' s left join '{_folder["entities.parquet"]}' speaker on s.story = speaker.story and s.source_id = speaker.id where s.source_id is not null) where name is null"));
        Assert.Equal(1, Query($"select count(distinct typeof(confidence)) from '{_folder["events.parquet"]}' where typeof(confidence) = 'DOUBLE' and typeof(background) = 'BOOLEAN' and typeof(start) = 'DATE'"));
    }

    [Fact]
    public void GeoJson_is_one_feature_collection()
    {
        CliResult result = Cli.Run("read", s_samples, "--format", "geojson");
        using JsonDocument json = JsonDocument.Parse(result.Output);
        Assert.Equal("FeatureCollection", json.RootElement.GetProperty("type").GetString());
        Assert.Contains(json.RootElement.GetProperty("features").EnumerateArray(), feature => feature.GetProperty("geometry").ValueKind == JsonValueKind.Object);
    }

    [Fact]
    public void Rows_that_are_no_plain_facts_need_a_sidecar()
    {
        CliResult result = Cli.Run("read", s_samples, "--format", "icews", "--all");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("--sidecar", result.Errors, StringComparison.Ordinal);
        CliResult plain = Cli.Run("read", s_samples, "--format", "icews");
        CliResult all = Cli.Run("read", s_samples, "--format", "icews", "--all", "--sidecar", _folder["side.tsv"]);
        Assert.True(all.Lines.Length > plain.Lines.Length);
        Assert.Equal(all.Lines.Length, File.ReadAllLines(_folder["side.tsv"]).Length);
    }

    private static long Query(string sql)
    {
        using DuckDBConnection connection = new("DataSource=:memory:");
        connection.Open();
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
