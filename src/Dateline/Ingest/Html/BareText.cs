using System.Text;

namespace Dateline.Ingest.Html;

/// <summary>Letters and digits only, in lower case: what is left where two copies of a line differ in stops, quotes, dashes and blanks.</summary>
internal static class BareText
{
    /// <summary>The letters and digits of the text.</summary>
    public static string Of(ReadOnlySpan<char> text)
    {
        StringBuilder bare = new(text.Length);
        foreach (char c in text)
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c)) { bare.Append(char.ToLowerInvariant(c)); }
        }
        return bare.ToString();
    }

    /// <summary>True when both say the same.</summary>
    public static bool Same(string? one, string? other) => one is not null && other is not null && Of(one) is { Length: > 0 } bare && bare == Of(other);
}
