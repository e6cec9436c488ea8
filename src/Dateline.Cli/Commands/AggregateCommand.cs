using System.CommandLine;
using System.Globalization;
using System.Text;
using Dateline.Export;
using Dateline.Knowledge;
using Dateline.Store.Panels;
using Dateline.Store.Query;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline aggregate --by country,month --db FILE</c>: event mentions counted by place and period.</summary>
internal static class AggregateCommand
{
    private const string Examples = """
        Counts event mentions by place and period, as CSV.

        Examples:
          dateline aggregate --by country,month --db news.db > panel.csv
          dateline aggregate code:PROTEST --by admin1,week --db news.db
          dateline aggregate outlet:TASS --by country,day --codes cow --db news.db

        A row for each place, period and PLOVER category: mentions (not de-duplicated across stories), stories that have them, mentions dated by
        publication alone, and exposure: the stories published in the period, whatever they tell. Events without a country, or whose time is wider than the
        period, stand in rows of their own with the field empty. Only plain facts are counted unless --all or the query says otherwise.
        """;

    private static readonly string[] s_codes = ["iso3", "cow"];

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        Argument<string[]> query = StoreOptions.Query();
        Option<string> db = StoreOptions.Db();
        Option<string> by = new("--by") { Description = "Place and period: country or admin1, and day, week or month.", HelpName = "PLACE,PERIOD", DefaultValueFactory = _ => "country,month" };
        Option<string> codes = new("--codes") { Description = "Country codes: iso3, or cow for the numbers of the Correlates of War project.", DefaultValueFactory = _ => "iso3" };
        Option<bool> all = new("--all") { Description = "Count also what is denied, planned, feared or background." };
        codes.AcceptOnlyFromAmong(s_codes);
        by.Validators.Add(result => { if (result.Tokens.Count == 1 && By(result.Tokens[0].Value) is null) { result.AddError($"--by is \"{result.Tokens[0].Value}\", expected country or admin1, and day, week or month, as in country,month."); } });
        Command command = new("aggregate", Examples) { query, db, by, codes, all };
        command.SetAction(parsed =>
        {
            (bool admin1, PanelPeriod period) = By(parsed.GetValue(by)!)!.Value;
            return Run(StoreOptions.Text(parsed.GetValue(query)), parsed.GetValue(db)!, admin1, period, parsed.GetValue(codes) == "cow", parsed.GetValue(all));
        });
        return command;
    }

    private static (bool Admin1, PanelPeriod Period)? By(string text)
    {
        string[] parts = text.Split(',', StringSplitOptions.TrimEntries);
        PanelPeriod? period = parts.Length == 2 ? parts[1] switch { "day" => PanelPeriod.Day, "week" => PanelPeriod.Week, "month" => PanelPeriod.Month, _ => null } : null;
        return period is { } p && parts[0] is "country" or "admin1" ? (parts[0] == "admin1", period.Value) : null;
    }

    private static int Run(string text, string db, bool admin1, PanelPeriod period, bool cow, bool all)
    {
        StoreQuery query = SearchCommand.Parse(text);
        bool Names(string field) => query.Terms.Any(t => t.Field == field);
        if (!all && !Names("status")) { text += " status:reported"; }
        if (!all && !Names("background")) { text += " background:no"; }
        using StoreReader reader = new(db);
        Panel panel = new PanelReader(reader).Read(SearchCommand.Parse(text), admin1, period);
        StringBuilder csv = new();
        CsvRow line = new(csv);
        foreach (string column in (IEnumerable<string>)["country", .. admin1 ? ["admin1"] : Array.Empty<string>(), "period", "plover", "event_mentions", "stories", "dated_by_publication", "exposure_stories"]) { line.Text(column); }
        line.End();
        foreach (PanelRow row in panel.Rows)
        {
            line.Text(cow && row.Country.Length > 0 ? CountryCodes.Of(row.Country).CowNumber?.ToString(CultureInfo.InvariantCulture) : row.Country);
            if (admin1) { line.Text(row.Admin1); }
            line.Text(row.Period).Text(row.Plover).Number<long>(row.Mentions).Number<long>(row.Stories).Number<long>(row.Undated).Number<long>(row.Exposure).End();
        }
        using (Stream output = Console.OpenStandardOutput()) { output.Write(Encoding.UTF8.GetBytes(csv.ToString())); }
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"dateline: {panel.Mentions:N0} event mentions, not de-duplicated, of {panel.Stories:N0} stories; {Share(panel.Undated, panel.Mentions)} have no date of their own, {Share(panel.Unplaced, panel.Mentions)} no country{(all ? "" : "; only plain facts (--all counts the rest too)")}"));
        return ExitCode.Done;
    }

    private static string Share(long part, long whole) => whole == 0 ? "none" : string.Create(CultureInfo.InvariantCulture, $"{100.0 * part / whole:0} %");
}
