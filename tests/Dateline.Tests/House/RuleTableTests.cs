using System.Text;
using System.Text.RegularExpressions;
using Dateline.Provenance;
using Xunit;

namespace Dateline.Tests.House;

/// <summary>Every rule that can stand in a record has a line in knowledge/rules/rules.tsv, and every line a rule.</summary>
public sealed partial class RuleTableTests
{
    [GeneratedRegex("\"(?<rule>(entities|events|ingest|places|quantities|statements|stories|time)/[a-z0-9]+(-[a-z0-9]+)*)\"", RegexOptions.CultureInvariant)]
    private static partial Regex RuleInCode();

    [Fact]
    public void Every_rule_in_the_code_is_described()
    {
        string[] missing = [.. InCode().Where(r => RuleTable.Default.Find(r) is null)];
        Assert.True(missing.Length == 0, "Add to knowledge/rules/rules.tsv: " + string.Join(", ", missing));
    }

    [Fact]
    public void Every_described_rule_is_in_the_code()
    {
        HashSet<string> code = [.. InCode()];
        string[] stale = [.. RuleTable.Default.All.Select(r => r.Rule).Where(r => !code.Contains(r))];
        Assert.True(stale.Length == 0, "Take out of knowledge/rules/rules.tsv: " + string.Join(", ", stale));
    }

    [Fact]
    public void The_page_of_rules_is_up_to_date()
    {
        StringBuilder page = new("# Rules\n\nGenerated from `knowledge/rules/rules.tsv`. These are the names that stand as `rule` in the records.\n");
        foreach (IGrouping<string, RuleDescription> area in RuleTable.Default.All.GroupBy(r => r.Rule[..r.Rule.IndexOf('/', StringComparison.Ordinal)]))
        {
            page.Append($"\n## {area.Key}\n\n| rule | what it does | example |\n|---|---|---|\n");
            foreach (RuleDescription rule in area) { page.Append($"| `{rule.Rule}` | {rule.Does} | {rule.Example} |\n"); }
        }
        GeneratedPage.Check("docs/reference/rules.md", page.ToString());
    }

    private static IEnumerable<string> InCode() => Directory.GetFiles(Path.Combine(Repository.Root, "src", "Dateline"), "*.cs", SearchOption.AllDirectories)
        .Where(f => !f.Contains("/obj/", StringComparison.Ordinal)).SelectMany(f => RuleInCode().Matches(File.ReadAllText(f))).Select(m => m.Groups["rule"].Value).Distinct().Order(StringComparer.Ordinal);
}
