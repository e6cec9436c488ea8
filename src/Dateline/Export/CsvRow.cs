using System.Buffers;
using System.Globalization;
using System.Text;

namespace Dateline.Export;

/// <summary>One row of CSV by RFC 4180, safe to open in a spreadsheet.</summary>
internal sealed class CsvRow(StringBuilder output) : TableRow
{
    private static readonly SearchValues<char> s_quoted = SearchValues.Create("\",\r\n");
    private bool _first = true;

    /// <summary>A text cell. A leading character that spreadsheets take for a formula gets an apostrophe before it.</summary>
    public override TableRow Text(ReadOnlySpan<char> value)
    {
        Separate();
        bool formula = !value.IsEmpty && value[0] is '=' or '+' or '-' or '@' or '\t' or '\r';
        if (!formula && !value.ContainsAny(s_quoted))
        {
            output.Append(value);
            return this;
        }
        output.Append('"');
        if (formula) { output.Append('\''); }
        foreach (Range range in value.Split('"'))
        {
            if (range.Start.GetOffset(value.Length) > 0) { output.Append("\"\""); }
            output.Append(value[range]);
        }
        output.Append('"');
        return this;
    }

    /// <inheritdoc/>
    public override TableRow Number<T>(T? value)
    {
        Separate();
        if (value is { } number) { output.Append(number.ToString(null, CultureInfo.InvariantCulture)); }
        return this;
    }

    /// <summary>A day as ISO 8601; empty when absent.</summary>
    public override TableRow Day(DateOnly? value)
    {
        Separate();
        if (value is { } day) { output.Append(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)); }
        return this;
    }

    /// <inheritdoc/>
    public override TableRow Truth(bool? value)
    {
        Separate();
        if (value is { } truth) { output.Append(truth ? "true" : "false"); }
        return this;
    }

    /// <inheritdoc/>
    public override void End()
    {
        output.Append("\r\n");
        _first = true;
    }

    private void Separate()
    {
        if (!_first) { output.Append(','); }
        _first = false;
    }
}
