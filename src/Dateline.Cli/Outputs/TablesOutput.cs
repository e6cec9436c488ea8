using System.Text;
using Dateline.Export;
using Dateline.Export.EventData;
using Dateline.Ingest;

namespace Dateline.Cli.Outputs;

/// <summary>Rows as text: each table to a file of its own, or the first one to standard output.</summary>
internal sealed class TablesOutput : IRecordOutput
{
    private readonly Func<StoryRecords, string[]> _rows;
    private readonly List<FileStream> _files = [];
    private readonly StandardOutput? _output;

    /// <param name="paths">A file for each table; null for standard output.</param>
    /// <param name="headers">What stands before the rows of each table.</param>
    /// <param name="rows">The rows of a story, for each table.</param>
    private TablesOutput(IReadOnlyList<string?> paths, IReadOnlyList<string> headers, Func<StoryRecords, string[]> rows)
    {
        _rows = rows;
        foreach (string? path in paths)
        {
            if (path is null) { _output = new StandardOutput(); } else { _files.Add(OutputFile.Create(path)); }
        }
        Write([.. headers.Select(Encoding.UTF8.GetBytes)]);
    }

    /// <inheritdoc/>
    public bool ShowsFailures => false;

    /// <inheritdoc/>
    public bool IsClosedByReader => _output?.IsClosed ?? false;

    /// <summary>CSV: one file a table in the folder, which is made when missing; without a folder the first table to standard output.</summary>
    public static TablesOutput Csv(string? folder, IReadOnlyList<CsvTable> tables) => new(
        [.. tables.Select(table => folder is null ? null : Path.Combine(folder, table.Name + ".csv"))],
        [.. tables.Select(table => table.Header)],
        records => CsvWriter.Write(records, tables));

    /// <summary>An event format: all its files and the sidecar in the folder; without one its first file to standard output, and the sidecar to its own file if named.</summary>
    public static TablesOutput Events(EventFormat format, string? folder, string? sidecar, bool all)
    {
        List<EventTable> tables = folder is null ? [format.Tables[0]] : [.. format.Tables];
        List<string?> paths = [.. tables.Select(table => folder is null ? null : Path.Combine(folder, table.FileName))];
        if (sidecar is not null || folder is not null)
        {
            tables.Add(SidecarTable.Table);
            paths.Add(sidecar ?? Path.Combine(folder!, SidecarTable.Table.FileName));
        }
        return new TablesOutput(paths, [.. tables.Select(table => table.Header)], records => [.. tables.Select(table => table.Write(records, all))]);
    }

    /// <inheritdoc/>
    public byte[][] Format(ReadResult result) => result.IsFailed ? [] : [.. _rows(result.Records).Select(Encoding.UTF8.GetBytes)];

    /// <inheritdoc/>
    public void Write(byte[][] parts)
    {
        int file = 0;
        for (int i = 0; i < parts.Length; i++)
        {
            if (i == 0 && _output is not null) { _output.Write(parts[i]); } else { _files[file++].Write(parts[i]); }
        }
    }

    /// <inheritdoc/>
    public void Flush() => _files.ForEach(file => file.Flush());

    /// <inheritdoc/>
    public void Dispose()
    {
        _files.ForEach(file => file.Dispose());
        _output?.Dispose();
    }
}
