using Xunit;

namespace Dateline.EndToEnd;

/// <summary><c>knowledge</c>, <c>knowledge update</c>, <c>read --knowledge</c> and <c>read --actors</c> as a user runs them.</summary>
public sealed class KnowledgeTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dateline-knowledge-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Knowledge_tells_an_office_with_its_source()
    {
        CliResult result = Cli.Run("knowledge", "Macron", "--date", "2020-10-02");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("FRA", result.Output, StringComparison.Ordinal);
        Assert.Contains("to correct", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Knowledge_of_nothing_is_exit_code_1() => Assert.Equal(1, Cli.Run("knowledge", "Zzyzxqwert").ExitCode);

    [Fact]
    public void Update_makes_tables_that_read_takes()
    {
        string dump = Write("NZ.txt", string.Join('\t', "9999999", "Zzyzxville", "Zzyzxville", "Zyzville", "-41.5", "173.2", "P", "PPL", "NZ", "", "F4", "", "", "", "90000", "", "10", "Pacific/Auckland", "2026-01-01") + "\n");
        string csv = Write("query.csv", "personLabel,positionLabel,iso3,start,end,person\n\"Quorn, Ada\",Prime Minister of New Zealand,NZL,2019-01-01T00:00:00Z,,http://www.wikidata.org/entity/Q99999999\n");
        string mine = Path.Combine(_folder, "mine");
        CliResult update = Cli.Run("knowledge", "update", mine, "--geonames", dump, "--wikidata", csv);
        Assert.Equal("", update.Output);
        Assert.Equal(0, update.ExitCode);
        Assert.Contains("Quorn, Ada\tPrime Minister of New Zealand\tNZL\t2019-01-01\t-\tQ99999999", File.ReadAllText(Path.Combine(mine, "office-holders.tsv")), StringComparison.Ordinal);
        byte[] first = File.ReadAllBytes(Path.Combine(mine, "places.tsv"));
        string story = Write("story.txt", "The mayor opened a school in Zzyzxville on Monday.\n");
        CliResult read = Cli.Run("read", story, "--date", "2020-01-07", "--knowledge", mine, "--format", "ndjson");
        Assert.Contains("\"geonames\":9999999", read.Output.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(0, Cli.Run("knowledge", "update", mine, "--geonames", dump).ExitCode);
        Assert.Equal(first, File.ReadAllBytes(Path.Combine(mine, "places.tsv")));
    }

    [Fact]
    public void A_bad_line_of_a_dump_stops_with_file_line_and_reason_and_the_old_table_stays()
    {
        string mine = Path.Combine(_folder, "mine");
        Directory.CreateDirectory(mine);
        File.WriteAllText(Path.Combine(mine, "places.tsv"), "old");
        CliResult result = Cli.Run("knowledge", "update", mine, "--geonames", Write("bad.txt", "1\tonly\tthree\n"));
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("bad.txt(1): 3 columns, expected the 19", result.Errors, StringComparison.Ordinal);
        Assert.Equal("old", File.ReadAllText(Path.Combine(mine, "places.tsv")));
        Assert.Single(Directory.GetFiles(mine));
    }

    [Fact]
    public void Update_from_nothing_is_wrong_usage() => Assert.Equal(2, Cli.Run("knowledge", "update", _folder).ExitCode);

    [Fact]
    public void An_actor_dictionary_codes_its_names()
    {
        string actors = Write("mine.actors.txt", "QUORN_BRIGADE_ [NZLREB]\n");
        string story = Write("story.txt", "The Quorn Brigade attacked the city of Wellington on Monday, killing four soldiers.\n");
        CliResult result = Cli.Run("read", story, "--date", "2020-01-07", "--actors", actors, "--format", "ndjson");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("\"sector\":\"REB\"", result.Output.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private string Write(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
