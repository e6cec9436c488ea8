using System.Globalization;
using System.Text;

namespace Dateline.Ingest;

/// <summary>Reads a JSON string that has lone surrogates among its escapes.</summary>
internal static class JsonUnescape
{
    /// <summary>The string's value with U+FFFD for each lone surrogate. The string is known to be well formed otherwise.</summary>
    public static string Lenient(string raw, ref int replaced)
    {
        StringBuilder text = new(raw.Length);
        for (int i = 1; i < raw.Length - 1; i++)
        {
            if (raw[i] != '\\') { text.Append(raw[i]); continue; }
            char escape = raw[++i];
            if (escape != 'u')
            {
                text.Append(escape switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'b' => '\b', 'f' => '\f', _ => escape });
                continue;
            }
            char unit = Unit(raw, i);
            i += 4;
            if (char.IsHighSurrogate(unit) && i + 6 < raw.Length && raw[i + 1] == '\\' && raw[i + 2] == 'u' && char.IsLowSurrogate(Unit(raw, i + 2)))
            {
                text.Append(unit).Append(Unit(raw, i + 2));
                i += 6;
                continue;
            }
            if (char.IsSurrogate(unit)) { replaced++; unit = '\uFFFD'; }
            text.Append(unit);
        }
        return text.ToString();
    }

    /// <summary>The code unit written as four hexadecimal digits after the <c>u</c> at this index.</summary>
    private static char Unit(string raw, int u) => (char)ushort.Parse(raw.AsSpan(u + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
