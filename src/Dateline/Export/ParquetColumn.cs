using Parquet;
using Parquet.Schema;

namespace Dateline.Export;

/// <summary>The values of one column that wait for their row group.</summary>
internal sealed class ParquetColumn(string name, ColumnType type)
{
    private readonly List<string?> _texts = [];
    private readonly List<double?> _numbers = [];
    private readonly List<bool?> _truths = [];
    private readonly List<DateOnly?> _days = [];

    /// <summary>Its place in the schema; every column may be null.</summary>
    public DataField Field { get; } = type switch
    {
        ColumnType.Int => new DataField<long>(name, true),
        ColumnType.Double => new DataField<double>(name, true),
        ColumnType.Bool => new DataField<bool>(name, true),
        ColumnType.Day => new DataField<DateOnly>(name, true),
        _ => new DataField<string>(name, true),
    };

    /// <summary>Values that wait.</summary>
    public int Count => type switch { ColumnType.Text => _texts.Count, ColumnType.Bool => _truths.Count, ColumnType.Day => _days.Count, _ => _numbers.Count };

    public void Add(string? value) => Expect(ColumnType.Text, _texts).Add(value);

    public void Add(bool? value) => Expect(ColumnType.Bool, _truths).Add(value);

    public void Add(DateOnly? value) => Expect(ColumnType.Day, _days).Add(value);

    public void Add(double? value) => Expect(type == ColumnType.Int ? ColumnType.Int : ColumnType.Double, _numbers).Add(value);

    /// <summary>Writes the values and forgets them.</summary>
    public async Task WriteTo(ParquetRowGroupWriter group, DataField field)
    {
        switch (type)
        {
            case ColumnType.Int: await group.WriteAsync<long>(field, _numbers.Select(n => (long?)n).ToArray()).ConfigureAwait(false); break;
            case ColumnType.Double: await group.WriteAsync<double>(field, _numbers.ToArray()).ConfigureAwait(false); break;
            case ColumnType.Bool: await group.WriteAsync<bool>(field, _truths.ToArray()).ConfigureAwait(false); break;
            case ColumnType.Day: await group.WriteAsync<DateOnly>(field, _days.ToArray()).ConfigureAwait(false); break;
            default: await group.WriteAsync(field, _texts!).ConfigureAwait(false); break;
        }
        _texts.Clear();
        _numbers.Clear();
        _truths.Clear();
        _days.Clear();
    }

    private List<T> Expect<T>(ColumnType expected, List<T> values) =>
        type == expected ? values : throw new InvalidOperationException($"Column {name} holds {type}, a {expected} was given.");
}
