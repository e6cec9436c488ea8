using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dateline.Store.Query;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline search QUERY --db FILE</c>: what the store holds.</summary>
internal static class SearchCommand
{
    private const string Examples = """
        Finds stories, statements or events in a store.

        Examples:
          dateline search speaker:Macron act:confirm --db news.db --kind statements
          dateline search code:ASSAULT actor:AZE since:2020-09 status:reported --db news.db --kind events
          dateline search '"prisoner exchange"' about:Kenya -- -outlet:TASS --db news.db
          dateline search place:Karabakh --db news.db --facets

        Fields:
        """;

    private static readonly string[] s_formats = ["text", "ndjson"], s_facets = ["outlet", "month", "speaker", "act", "code", "country"];

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        Argument<string[]> query = StoreOptions.Query();
        Option<string> db = StoreOptions.Db();
        Option<HitKind> kind = new("--kind", "-k") { Description = "stories, statements or events.", DefaultValueFactory = _ => HitKind.Stories };
        Option<int> limit = new("--limit") { Description = "Most hits on a page.", HelpName = "N", DefaultValueFactory = _ => 20 };
        Option<string?> after = new("--after") { Description = "Where to go on: what the page before printed as next.", HelpName = "PLACE" };
        Option<bool> facets = new("--facets") { Description = "Counts by outlet, month, speaker, act, code and country instead of hits." };
        Option<string> format = new("--format", "-f") { Description = "text or ndjson.", DefaultValueFactory = _ => Console.IsOutputRedirected ? "ndjson" : "text" };
        format.AcceptOnlyFromAmong(s_formats);
        limit.Validators.Add(result => { if (result.GetValueOrDefault<int>() is < 1 or > 10_000) { result.AddError("--limit is a number from 1 to 10000."); } });
        string fields = string.Join('\n', QueryParser.Fields.Select(field => $"  {field.Key + ":",-12} {field.Value}"));
        Command command = new("search", Examples + "\n" + fields + "\nSeveral values of one field are alternatives; everything else must hold together.") { query, db, kind, limit, after, facets, format };
        command.SetAction(parsed => Run(StoreOptions.Text(parsed.GetValue(query)), parsed.GetValue(db)!, parsed.GetValue(kind), parsed.GetValue(limit), parsed.GetValue(after), parsed.GetValue(facets), parsed.GetValue(format)!));
        return command;
    }

    /// <summary>The query, or the mistake in it as a message of wrong usage.</summary>
    internal static StoreQuery Parse(string text)
    {
        try
        {
            return QueryParser.Parse(text);
        }
        catch (QueryFault fault)
        {
            throw new CommandException(ExitCode.Usage, "the query has a mistake:\n" + fault.Display);
        }
    }

    private static int Run(string text, string db, HitKind kind, int limit, string? after, bool facets, string format)
    {
        StoreQuery query = Parse(text);
        using StoreReader reader = new(db);
        using Stream output = Console.OpenStandardOutput();
        if (facets)
        {
            foreach (string facet in s_facets) { Facet(output, facet, reader.Facet(query, facet), format); }
            return ExitCode.Done;
        }
        StorePage page;
        try
        {
            page = reader.Find(query, kind, limit, after);
        }
        catch (ArgumentException exception)
        {
            throw new CommandException(ExitCode.Usage, exception.Message);
        }
        foreach (StoreHit hit in page.Hits)
        {
            if (format == "ndjson") { Write(output, JsonSerializer.Serialize(hit, SearchJson.Relaxed.StoreHit) + "\n"); } else { Write(output, Line(hit, kind)); }
        }
        (long stories, long statements, long events) = reader.Count(query);
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"dateline: {stories:N0} stories, {statements:N0} statements, {events:N0} event mentions, not de-duplicated{(page.Next is { } next ? $"; next page: --after {next}" : "")}"));
        return ExitCode.Done;
    }

    private static string Line(StoreHit hit, HitKind kind)
    {
        StringBuilder line = new();
        line.Append(hit.Day ?? "undated").Append("  ").Append(hit.Outlet ?? "unnamed outlet").Append("  ");
        if (kind == HitKind.Stories) { line.Append(hit.Headline ?? hit.Id); }
        else if (kind == HitKind.Statements) { line.Append(hit.Who ?? "(nobody named)").Append(hit.Whom is { } to ? " to " + to : "").Append(": ").Append(hit.Code).Append(hit.Status == "denied" ? ", denied" : "").Append("\n    « ").Append(OneLine(hit.Words)).Append(" »"); }
        else
        {
            line.Append(hit.Code).Append(' ').Append(hit.Status).Append("  ").Append(hit.Who ?? "(nobody named)").Append(hit.Whom is { } upon ? " → " + upon : "").Append(hit.Place is { } place ? " · " + place : "");
            if (hit.Attribution is { } told) { line.Append(" · by the word of ").Append(told); }
            line.Append("\n    ").Append(OneLine(hit.Words));
        }
        return line.Append("\n    ").Append(hit.Id).Append('\n').ToString();
    }

    private static string OneLine(string? words) => (words ?? "").ReplaceLineEndings(" ");

    private static void Facet(Stream output, string facet, IReadOnlyList<FacetCount> counts, string format)
    {
        if (format == "text") { Write(output, facet + "\n"); }
        foreach (FacetCount count in counts)
        {
            Write(output, format == "text"
                ? string.Create(CultureInfo.InvariantCulture, $"  {count.Count,8:N0}  {count.Value}\n")
                : JsonSerializer.Serialize(new FacetLine(facet, count.Value, count.Count), SearchJson.Relaxed.FacetLine) + "\n");
        }
    }

    private static void Write(Stream output, string text) => output.Write(Encoding.UTF8.GetBytes(text));
}

/// <summary>A line of facets in NDJSON.</summary>
internal sealed record FacetLine(string Facet, string Value, long Count);

/// <summary>JSON of what a search finds.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StoreHit))]
[JsonSerializable(typeof(FacetLine))]
internal sealed partial class SearchJson : JsonSerializerContext
{
    /// <summary>Letters of all scripts as they are.</summary>
    public static SearchJson Relaxed { get; } = new(new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
