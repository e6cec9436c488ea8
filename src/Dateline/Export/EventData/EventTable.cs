using System.Text;

namespace Dateline.Export.EventData;

/// <summary>A file of an event format: its name, its published columns, and how an event fills a row.</summary>
public sealed class EventTable
{
    private readonly Action<CodedEvent, TabRow> _row;

    internal EventTable(string fileName, bool hasHeader, string columns, Action<CodedEvent, TabRow> row)
    {
        FileName = fileName;
        Columns = columns.Split('|');
        Header = hasHeader ? string.Join('\t', Columns) + "\n" : "";
        _row = row;
    }

    /// <summary>Name of the file in a folder.</summary>
    public string FileName { get; }

    /// <summary>The published column names, in order.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The header row; empty where the format has none.</summary>
    public string Header { get; }

    /// <summary>The rows of a story.</summary>
    /// <param name="records">The story's records.</param>
    /// <param name="all">False: only events that may pass for plain facts (<see cref="EventSelection"/>).</param>
    public string Write(StoryRecords records, bool all)
    {
        ExportStory story = new(records);
        StringBuilder output = new();
        TabRow row = new(output);
        foreach (Events.Event happening in records.Events)
        {
            if (!all && !EventSelection.IsPlain(happening)) { continue; }
            foreach (CodedEvent coded in CodedEvent.Of(story, happening)) { _row(coded, row); }
        }
        return output.ToString();
    }
}
