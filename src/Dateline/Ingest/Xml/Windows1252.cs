using System.Text;

namespace Dateline.Ingest.Xml;

/// <summary>"&amp;#146;" means an apostrophe, though its number is a control character: the number is that of Windows-1252.</summary>
internal static class Windows1252
{
    private static readonly Encoding s_encoding = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>The text with C1 control characters read as Windows-1252.</summary>
    public static string Repair(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\u0080', '\u009F') < 0) { return text; }
        StringBuilder repaired = new(text.Length);
        foreach (char c in text) { repaired.Append(c is >= '\u0080' and <= '\u009F' ? s_encoding.GetString([(byte)c])[0] : c); }
        return repaired.ToString();
    }
}
