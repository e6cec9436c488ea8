using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Dateline.Knowledge.Lookup;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline knowledge NAME</c>: what the tables say of a name, and whence.</summary>
internal static class KnowledgeCommand
{
    private const string Help = """
        Shows what Dateline knows of a name, and whence: countries, bodies and their members, office holders with their terms,
        role nouns, places, disputed territories.

        Examples:
          dateline knowledge Macron                         offices and their terms
          dateline knowledge Macron --date 2020-10-02       what held on that day
          dateline knowledge "OSCE Minsk Group"             members with the days they joined and left
          dateline knowledge Karabakh --format ndjson       one JSON object a fact
          dateline knowledge update mine --geonames UA.txt  tables for --knowledge from your own downloads

        Exit codes: 0 something is known, 1 nothing is known, 2 wrong usage.
        """;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        Argument<string> name = new("NAME") { Description = "A name or noun; quote one of several words." };
        Option<DateOnly?> date = new("--date") { Description = "Only what held on that day, as 2020-10-02.", HelpName = "DATE", CustomParser = ParseDate };
        Option<string> format = new("--format", "-f") { Description = "text or ndjson. Default: text.", HelpName = "FORMAT", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "ndjson");
        Command command = new("knowledge", Help) { name, date, format, KnowledgeUpdateCommand.Create() };
        command.SetAction(parsed => Run(parsed.GetValue(name)!, parsed.GetValue(date), parsed.GetValue(format)!));
        return command;
    }

    private static int Run(string name, DateOnly? day, string format)
    {
        if (string.IsNullOrWhiteSpace(name)) { throw new CommandException(ExitCode.Usage, "NAME is empty. Expected a name, as in \"dateline knowledge Macron\"."); }
        IReadOnlyList<KnowledgeFact> facts = new KnowledgeLookup().Find(name.Trim(), day);
        using Stream output = Console.OpenStandardOutput();
        foreach (KnowledgeFact fact in facts) { output.Write(format is "ndjson" ? Json(fact) : Encoding.UTF8.GetBytes(Text(fact))); }
        if (facts.Count > 0) { return ExitCode.Done; }
        Console.Error.WriteLine($"dateline: nothing is known of \"{name.Trim()}\"{(day is { } d ? string.Create(CultureInfo.InvariantCulture, $" on {d:yyyy-MM-dd}") : "")}.");
        return ExitCode.SomeFailed;
    }

    private static string Text(KnowledgeFact fact)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{fact.Kind}: {fact.Name}\n");
        foreach ((string key, string value) in fact.Says) { text.Append(CultureInfo.InvariantCulture, $"    {key,-12} {value}\n"); }
        text.Append(CultureInfo.InvariantCulture, $"    known from   {fact.Origin} ({fact.Licence})\n    row          knowledge/{fact.Table}({fact.Row})\n    to correct   {fact.Correct}\n\n");
        return text.ToString();
    }

    private static byte[] Json(KnowledgeFact fact)
    {
        using MemoryStream line = new();
        using (Utf8JsonWriter json = new(line, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("kind", fact.Kind);
            json.WriteString("name", fact.Name);
            json.WriteStartObject("says");
            foreach ((string key, string value) in fact.Says) { json.WriteString(key, value); }
            json.WriteEndObject();
            json.WriteString("origin", fact.Origin);
            json.WriteString("licence", fact.Licence);
            json.WriteString("table", fact.Table);
            json.WriteNumber("row", fact.Row);
            json.WriteString("correct", fact.Correct);
            json.WriteEndObject();
        }
        line.WriteByte((byte)'\n');
        return line.ToArray();
    }

    private static DateOnly? ParseDate(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)) { return day; }
        result.AddError($"--date is \"{text}\", expected a day like 2020-10-02.");
        return null;
    }
}
