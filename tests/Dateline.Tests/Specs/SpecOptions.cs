using System.Text.RegularExpressions;

namespace Dateline.Tests.Specs;

/// <summary>Splits <c>VALUE name=word name="some words"</c>.</summary>
public static partial class SpecOptions
{
    [GeneratedRegex("(?:^|\\s)(?<name>[a-zA-Z]+)=(?:\"(?<value>[^\"]*)\"|(?<value>\\S+))", RegexOptions.CultureInvariant)]
    private static partial Regex Option();

    /// <summary>The words before the first option, and the options in order.</summary>
    public static (string Value, IReadOnlyList<(string Name, string Value)> Options) Parse(string text)
    {
        List<(string, string)> options = [];
        int first = text.Length;
        foreach (Match match in Option().Matches(text))
        {
            first = Math.Min(first, match.Index);
            options.Add((match.Groups["name"].Value, match.Groups["value"].Value));
        }
        return (text[..first].Trim(), options);
    }

    /// <summary>Writes an option, quoted where it has to be.</summary>
    public static string Write(string name, string value) =>
        value.Length > 0 && value.AsSpan().IndexOfAny(" \t\"") < 0 ? $"{name}={value}" : $"{name}=\"{value.Replace('"', '\'')}\"";
}
