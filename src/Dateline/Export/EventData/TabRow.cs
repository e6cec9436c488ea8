using System.Globalization;
using System.Text;

namespace Dateline.Export.EventData;

/// <summary>One tab-separated row; a tab or line end inside a cell becomes a space, so that every row has all its cells.</summary>
internal sealed class TabRow(StringBuilder output)
{
    private bool _first = true;

    /// <summary>A text cell.</summary>
    public TabRow Text(ReadOnlySpan<char> value)
    {
        Separate();
        foreach (char c in value) { output.Append(c is '\t' or '\r' or '\n' or '\u2028' or '\u2029' or '\u0085' ? ' ' : c); }
        return this;
    }

    /// <summary>Several values in one cell.</summary>
    public TabRow List(IEnumerable<string> values) => Text(string.Join("; ", values));

    /// <summary>A number; empty when absent.</summary>
    public TabRow Number<T>(T? value) where T : struct, IFormattable => Text(value?.ToString(null, CultureInfo.InvariantCulture));

    /// <summary>A day in a pattern such as <c>yyyyMMdd</c>; empty when absent.</summary>
    public TabRow Day(DateOnly? value, string pattern = "yyyy-MM-dd") => Text(value?.ToString(pattern, CultureInfo.InvariantCulture));

    /// <summary>As many empty cells.</summary>
    public TabRow Empty(int count)
    {
        for (int i = 0; i < count; i++) { Separate(); }
        return this;
    }

    /// <summary>Ends the row.</summary>
    public void End()
    {
        output.Append('\n');
        _first = true;
    }

    private void Separate()
    {
        if (!_first) { output.Append('\t'); }
        _first = false;
    }
}
