using System.Globalization;
using System.Text;
using Dateline.Export;
using Dateline.Store.Recoding;

namespace Dateline.Cli.Releasing;

/// <summary>The difference of a release to the one before, record by record.</summary>
internal sealed class ReleaseChanges
{
    private const int MostListed = 1000;
    private readonly Dictionary<string, string> _before = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Kind, RecordFate Fate), long> _fates = [];
    private readonly List<string> _withdrawn = [];
    private readonly List<string> _added = [];
    private readonly string _previous;
    private long _both, _withdrawnCount;

    /// <summary>Reads the release before.</summary>
    /// <exception cref="CommandException">There is none in the folder.</exception>
    public ReleaseChanges(string previous)
    {
        _previous = previous;
        string file = Path.Combine(previous, ReleaseRun.Records);
        try
        {
            foreach (string line in File.ReadLines(file))
            {
                if (new NdjsonReader().Read(Whole(line)) is { } records) { _before[records.Story.Id] = line; }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or System.Text.Json.JsonException)
        {
            throw new CommandException(ExitCode.CannotOpen, $"{DiagnosticCodes.CannotOpen} {file}: no release that can be read ({exception.Message.TrimEnd('.')}).");
        }
    }

    /// <summary>Notes a story of the new release.</summary>
    public void Add(StoryRecords records)
    {
        if (!_before.Remove(records.Story.Id, out string? line)) { _added.Add(records.Story.Id); return; }
        _both++;
        StoryRecords before = new NdjsonReader().Read(Whole(line, records.Story.Text))!;
        foreach (RecordChange change in RecordDiff.Of(before, records))
        {
            _fates[(change.Kind, change.Fate)] = _fates.GetValueOrDefault((change.Kind, change.Fate)) + 1;
            if (change.Fate != RecordFate.Withdrawn) { continue; }
            _withdrawnCount++;
            if (_withdrawn.Count < MostListed) { _withdrawn.Add($"{change.Story}#{change.Old}"); }
        }
    }

    /// <summary>The page of changes.</summary>
    public string Page()
    {
        StringBuilder page = new();
        page.Append(CultureInfo.InvariantCulture, $"# Changes\n\nAgainst `{Path.GetFileName(Path.TrimEndingDirectorySeparator(_previous))}`: {_both:N0} stories in both, {_added.Count:N0} new, {_before.Count:N0} no longer in.\n\n| records of stories in both | as they were | changed | new | withdrawn |\n|---|---|---|---|---|\n");
        foreach (string kind in (string[])["statement", "event", "entity", "time", "place", "quantity"])
        {
            long Of(RecordFate fate) => _fates.GetValueOrDefault((kind, fate));
            page.Append(CultureInfo.InvariantCulture, $"| {kind} | {Of(RecordFate.Kept):N0} | {Of(RecordFate.Changed):N0} | {Of(RecordFate.Added):N0} | {Of(RecordFate.Withdrawn):N0} |\n");
        }
        List(page, "Stories no longer in", _before.Keys.Order(StringComparer.Ordinal), _before.Count);
        List(page, "Records withdrawn", _withdrawn, _withdrawnCount);
        return page.ToString();
    }

    private static void List(StringBuilder page, string title, IEnumerable<string> ids, long all)
    {
        if (all == 0) { return; }
        page.Append(CultureInfo.InvariantCulture, $"\n## {title}\n\n");
        foreach (string id in ids.Take(MostListed)) { page.Append("* `").Append(id).Append("`\n"); }
        if (all > MostListed) { page.Append(CultureInfo.InvariantCulture, $"* and {all - MostListed:N0} more\n"); }
    }

    /// <summary>A release without texts is compared by its offsets: the text at hand stands in, or blanks.</summary>
    private static string Whole(string line, string text = "") => TextlessRecord.Missing(line) is null ? line : TextlessRecord.With(line, text);
}
