using Dateline.Export;
using Dateline.Ingest;

namespace Dateline.Cli.Outputs;

/// <summary>One Parquet file for each table in a folder. A column is written at once, so rows are laid out on the writing thread.</summary>
internal sealed class ParquetOutput : IRecordOutput
{
    private readonly List<FileStream> _files = [];
    private readonly List<ParquetTable> _tables = [];

    public ParquetOutput(string folder, IReadOnlyList<CsvTable> tables)
    {
        foreach (CsvTable table in tables)
        {
            FileStream file = OutputFile.Create(Path.Combine(folder, table.Name + ".parquet"));
            _files.Add(file);
            _tables.Add(new ParquetTable(table, file));
        }
    }

    /// <inheritdoc/>
    public bool ShowsFailures => false;

    /// <inheritdoc/>
    public bool IsClosedByReader => false;

    /// <inheritdoc/>
    public byte[][] Format(ReadResult result) => [];

    /// <inheritdoc/>
    public void Write(ReadResult result, byte[][] parts)
    {
        if (!result.IsFailed) { _tables.ForEach(table => table.Add(result.Records)); }
    }

    /// <inheritdoc/>
    public void Write(byte[][] parts) { }

    /// <inheritdoc/>
    public void Flush() => _files.ForEach(file => file.Flush());

    /// <inheritdoc/>
    public void Dispose()
    {
        _tables.ForEach(table => table.Dispose());
        _files.ForEach(file => file.Dispose());
    }
}
