using System.CommandLine;
using Dateline.Knowledge.User;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline knowledge update DIR</c>: a knowledge folder from the user's own downloads of GeoNames and Wikidata.</summary>
internal static class KnowledgeUpdateCommand
{
    private const string Help = """
        Writes a knowledge folder for --knowledge from files you downloaded: places from an official GeoNames dump, office
        holders from the CSV of Wikidata's query service (docs/how-to/own-knowledge.md has the query). Nothing is fetched.

        Examples:
          dateline knowledge update mine --geonames cities15000.txt
          dateline knowledge update mine --geonames UA.txt --min-population 500 --wikidata query.csv
          dateline read story.txt --knowledge mine

        Exit codes: 0 written, 2 wrong usage or a bad row, 3 a file cannot be opened.
        """;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        Argument<string> folder = new("DIR") { Description = "Folder to write office-holders.tsv and places.tsv to; made if it is missing." };
        Option<string?> geonames = new("--geonames") { Description = "A GeoNames dump, unpacked: cities15000.txt, UA.txt, allCountries.txt.", HelpName = "FILE" };
        Option<string?> wikidata = new("--wikidata") { Description = "CSV of the query in docs/how-to/own-knowledge.md.", HelpName = "FILE" };
        Option<long> least = new("--min-population") { Description = "Fewest inhabitants of a town. Default: 1000; 0 takes all.", HelpName = "N", DefaultValueFactory = _ => 1000 };
        Command command = new("update", Help) { folder, geonames, wikidata, least };
        command.SetAction(parsed => Run(parsed.GetValue(folder)!, parsed.GetValue(geonames), parsed.GetValue(wikidata), parsed.GetValue(least)));
        return command;
    }

    private static int Run(string folder, string? geonames, string? wikidata, long least)
    {
        if (geonames is null && wikidata is null) { throw new CommandException(ExitCode.Usage, "nothing to update from. Give --geonames FILE, --wikidata FILE or both."); }
        try
        {
            Directory.CreateDirectory(folder);
            if (geonames is not null) { Write(folder, "places.tsv", geonames, (from, to) => GeoNamesDump.Convert(from, to, geonames, least)); }
            if (wikidata is not null) { Write(folder, "office-holders.tsv", wikidata, (from, to) => WikidataCsv.Convert(from, to, wikidata)); }
            // Whatever was written must load: a fault shows here and not in the next run.
            UserKnowledge.Load(folder);
            return ExitCode.Done;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCode.CannotOpen, $"{DiagnosticCodes.CannotOpen} {exception.Message}");
        }
        catch (InvalidDataException exception)
        {
            throw new CommandException(ExitCode.Usage, exception.Message);
        }
    }

    /// <summary>The old table stays until the new one is whole.</summary>
    private static void Write(string folder, string name, string source, Func<TextReader, TextWriter, int> convert)
    {
        string path = Path.Combine(folder, name), fresh = path + ".new";
        try
        {
            int rows;
            using (StreamReader from = new(source))
            using (StreamWriter to = new(fresh)) { rows = convert(from, to); }
            File.Move(fresh, path, overwrite: true);
            Console.Error.WriteLine($"dateline: {path}: {rows.ToString(System.Globalization.CultureInfo.InvariantCulture)} rows from {source}.");
        }
        finally
        {
            File.Delete(fresh);
        }
    }
}
