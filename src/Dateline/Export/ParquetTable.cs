using System.Globalization;
using Parquet;
using Parquet.Schema;

namespace Dateline.Export;

/// <summary>One flat table as a Parquet file: rows are gathered and written a group at a time. Not thread-safe.</summary>
/// <remarks>Columns are those of the CSV table, typed; an absent value is null.</remarks>
public sealed class ParquetTable : IDisposable
{
    /// <summary>Rows of a group; a group is what a reader loads at once and what we hold in memory.</summary>
    private const int GroupSize = 20_000;

    private readonly CsvTable _table;
    private readonly ParquetColumn[] _columns;
    private readonly ParquetSchema _schema;
    private readonly ParquetWriter _writer;
    private readonly Row _row;

    /// <summary>Starts the file.</summary>
    /// <param name="table">The table to write.</param>
    /// <param name="stream">Where to; must be able to seek. It stays open.</param>
    public ParquetTable(CsvTable table, Stream stream)
    {
        _table = table;
        _columns = [.. table.Columns.Zip(table.Types, (name, type) => new ParquetColumn(name, type))];
        _schema = new ParquetSchema(_columns.Select(column => (Field)column.Field));
        _writer = Finished(ParquetWriter.CreateAsync(_schema, stream, new ParquetOptions { CompressionMethod = CompressionMethod.Zstd }));
        _row = new Row(_columns);
    }

    /// <summary>Adds the rows of a story.</summary>
    public void Add(StoryRecords records)
    {
        _table.Write(new CsvStory(records), _row);
        if (_columns[0].Count >= GroupSize) { WriteGroup(); }
    }

    /// <summary>Writes what is left and the footer; without it a Parquet file cannot be read.</summary>
    public void Dispose()
    {
        if (_columns[0].Count > 0) { WriteGroup(); }
        _writer.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    private void WriteGroup()
    {
        using ParquetRowGroupWriter group = _writer.CreateRowGroup();
        for (int i = 0; i < _columns.Length; i++) { _columns[i].WriteTo(group, _schema.DataFields[i]).GetAwaiter().GetResult(); }
        group.CompleteValidate();
    }

    private static T Finished<T>(Task<T> task) => task.GetAwaiter().GetResult();

    private sealed class Row(ParquetColumn[] columns) : TableRow
    {
        private int _next;

        public override TableRow Text(ReadOnlySpan<char> value)
        {
            columns[_next++].Add(value.IsEmpty ? null : value.ToString());
            return this;
        }

        public override TableRow Number<T>(T? value)
        {
            columns[_next++].Add(value is { } number ? Convert.ToDouble(number, CultureInfo.InvariantCulture) : null);
            return this;
        }

        public override TableRow Day(DateOnly? value)
        {
            columns[_next++].Add(value);
            return this;
        }

        public override TableRow Truth(bool? value)
        {
            columns[_next++].Add(value);
            return this;
        }

        public override void End() => _next = 0;
    }
}
