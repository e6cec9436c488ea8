using System.Collections.Frozen;
using Dateline.Knowledge;

namespace Dateline.Provenance;

/// <summary>What each rule does, in one line: <c>knowledge/rules/rules.tsv</c>.</summary>
public sealed class RuleTable
{
    private static readonly Lazy<RuleTable> s_default = new(() => new RuleTable(TsvTable.Embedded("rules/rules.tsv")));

    private readonly FrozenDictionary<string, RuleDescription> _rules;

    private RuleTable(TsvTable table) => _rules = table.Rows
        .Select(r => new RuleDescription(table.Cell(r, "rule"), table.Cell(r, "does"), table.Cell(r, "example")))
        .ToFrozenDictionary(r => r.Rule, StringComparer.Ordinal);

    /// <summary>The table of this build.</summary>
    public static RuleTable Default => s_default.Value;

    /// <summary>All rules, by name.</summary>
    public IEnumerable<RuleDescription> All => _rules.Values.OrderBy(r => r.Rule, StringComparer.Ordinal);

    /// <summary>The rule with the name, or null.</summary>
    public RuleDescription? Find(string? name) => name is not null && _rules.TryGetValue(name, out RuleDescription? rule) ? rule : null;
}

/// <summary>One rule for a person to read.</summary>
/// <param name="Rule">As in records: <c>time/month-year</c>.</param>
/// <param name="Does">One sentence.</param>
/// <param name="Example">Words it applies to; "" for none.</param>
public sealed record RuleDescription(string Rule, string Does, string Example);
