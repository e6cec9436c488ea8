using System.Text;
using Dateline.Export;
using Dateline.Ingest;

namespace Dateline.Cli.Outputs;

/// <summary>Tables as CSV: one file each in a folder, or one table to standard output.</summary>
internal sealed class CsvOutput : IRecordOutput
{
    private readonly IReadOnlyList<CsvTable> _tables;
    private readonly FileStream[] _files;
    private readonly StandardOutput? _output;

    private CsvOutput(IReadOnlyList<CsvTable> tables, FileStream[] files, StandardOutput? output)
    {
        (_tables, _files, _output) = (tables, files, output);
        Write([.. tables.Select(table => Encoding.UTF8.GetBytes(table.Header))]);
    }

    /// <inheritdoc/>
    public bool ShowsFailures => false;

    /// <inheritdoc/>
    public bool IsClosedByReader => _output?.IsClosed ?? false;

    /// <summary>One file a table; the folder is made when missing.</summary>
    public static CsvOutput ToFolder(string folder, IReadOnlyList<CsvTable> tables) =>
        new(tables, [.. tables.Select(table => OutputFile.Create(Path.Combine(folder, table.Name + ".csv")))], null);

    /// <summary>One table to standard output.</summary>
    public static CsvOutput ToStandardOutput(CsvTable table) => new([table], [], new StandardOutput());

    /// <inheritdoc/>
    public byte[][] Format(ReadResult result) =>
        result.IsFailed ? [] : [.. CsvWriter.Write(result.Records, _tables).Select(Encoding.UTF8.GetBytes)];

    /// <inheritdoc/>
    public void Write(byte[][] parts)
    {
        for (int i = 0; i < parts.Length; i++)
        {
            if (_output is not null) { _output.Write(parts[i]); } else { _files[i].Write(parts[i]); }
        }
    }

    /// <inheritdoc/>
    public void Flush()
    {
        foreach (FileStream file in _files) { file.Flush(); }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (FileStream file in _files) { file.Dispose(); }
        _output?.Dispose();
    }
}
