using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace Dateline.Tests.House;

public sealed partial class DiagnosticPageTests
{
    [GeneratedRegex("/// <summary>(?<what>[^\\n]*)</summary>\\n\\s*public const string (?<name>\\w+) = \"(?<code>DL\\d{4})\";", RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    [Fact]
    public void The_page_of_diagnostics_is_up_to_date()
    {
        string source = File.ReadAllText(Path.Combine(Repository.Root, "src", "Dateline", "Diagnostics.cs")).Replace("\r\n", "\n", StringComparison.Ordinal);
        Match[] codes = [.. Code().Matches(source).OrderBy(m => m.Groups["code"].Value, StringComparer.Ordinal)];
        Assert.Equal(source.Split("\"DL").Length - 1, codes.Length);
        Assert.Equal(codes.Length, codes.Select(m => m.Groups["code"].Value).Distinct().Count());
        StringBuilder page = new("""
            # Diagnostics

            Generated from `src/Dateline/Diagnostics.cs`. Codes up to DL1199 stand in `error`: the story could not be read, its
            line says why, and the other stories are read on. Codes from DL1200 stand in `diagnostics`: the story was kept.

            | code | what it means |
            |---|---|

            """);
        foreach (Match code in codes) { page.Append($"| {code.Groups["code"].Value} | {Regex.Replace(code.Groups["what"].Value, "<see cref=\"(.*?)\"/>", "$1")} |\n"); }
        GeneratedPage.Check("docs/reference/diagnostics.md", page.ToString());
    }
}
