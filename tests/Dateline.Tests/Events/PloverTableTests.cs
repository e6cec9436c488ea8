using Dateline.Events;
using Dateline.Ingest;
using Dateline.Knowledge;
using Xunit;

namespace Dateline.Tests.EventCoding;

/// <summary>The tables of knowledge/plover agree with each other, and their examples come out as their rows say.</summary>
public sealed class PloverTableTests
{
    /// <summary>Share of example sentences whose events hold the root of their row. Raised with the coder; lowered only with a written reason.</summary>
    private const double ExamplesRight = 0.85;

    [Fact]
    public void Every_code_of_a_sense_stands_for_its_root()
    {
        IEnumerable<(string Words, string? Cameo, string Root)> verbs = PloverLexicon.Verbs().Where(v => !v.IsNone).Select(v => (v.Lemma, v.Cameo, v.Root));
        IEnumerable<(string Words, string? Cameo, string Root)> nouns = PloverLexicon.Nouns().Where(n => !n.IsNone).Select(n => (n.Head, n.Cameo, n.Root));
        Assert.All(verbs.Concat(nouns), row => Assert.True(row.Cameo is { } code && Crosswalk.Default.Agrees(code, row.Root), $"{row.Words}: {row.Cameo} is no code of {row.Root}"));
    }

    [Fact]
    public void Every_mode_of_a_sense_is_a_mode_of_its_root()
    {
        TsvTable modes = TsvTable.Embedded("plover/modes.tsv");
        HashSet<string> known = [.. modes.Rows.Select(r => modes.Cell(r, "root") + "-" + modes.Cell(r, "mode"))];
        Assert.All(PloverLexicon.Verbs().Where(v => v.Mode is not null), v => Assert.Contains($"{v.Root}-{v.Mode}", known));
        Assert.All(PloverLexicon.Nouns().Where(n => n.Mode is not null), n => Assert.Contains($"{n.Root}-{n.Mode}", known));
        TsvTable crosswalk = TsvTable.Embedded("plover/crosswalk.tsv");
        Assert.All(crosswalk.Rows.Where(r => crosswalk.Cell(r, "mode").Length > 0), r => Assert.Contains($"{crosswalk.Cell(r, "root")}-{crosswalk.Cell(r, "mode")}", known));
    }

    [Fact]
    public void All_sixteen_roots_have_verbs_and_nouns()
    {
        Assert.Equal(16, Crosswalk.Default.Roots.Count());
        Assert.All(Crosswalk.Default.Roots, root =>
        {
            Assert.Contains(PloverLexicon.Verbs(), v => v.Root == root);
            Assert.Contains(PloverLexicon.Nouns(), n => n.Root == root);
        });
        Assert.True(PloverLexicon.Verbs().Count(v => !v.IsNone) >= 700);
        Assert.True(PloverLexicon.Nouns().Count(n => !n.IsNone) >= 300);
    }

    [Fact]
    public void Examples_of_the_tables_yield_the_root_of_their_row()
    {
        List<(string Example, string Root)> rows =
        [
            .. PloverLexicon.Verbs().Select(v => (v.Example, v.Root)),
            .. PloverLexicon.Nouns().Where(n => n.Example.Length > 0).Select(n => (n.Example, n.Root)),
        ];
        List<string> wrong = [];
        foreach ((string example, string root) in rows)
        {
            IReadOnlyList<Event> events = TestPipeline.Pipeline.Read(TestPipeline.Story(InputFormat.PlainText, System.Text.Encoding.UTF8.GetBytes(example + "\n"), "2024-05-15")).Events;
            bool right = root == "NONE" ? events.Count == 0 : events.Any(e => e.Plover == root);
            if (!right) { wrong.Add($"{root} {example}"); }
        }
        double share = 1 - (wrong.Count / (double)rows.Count);
        Assert.True(share >= ExamplesRight, $"{share:P1} of {rows.Count} examples are right. Wrong: {string.Join("; ", wrong.Take(40))}");
    }
}
