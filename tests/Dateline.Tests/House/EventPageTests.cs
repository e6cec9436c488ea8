using System.Globalization;
using System.Text;
using Dateline.Events;
using Dateline.Export.EventData;
using Dateline.Knowledge;
using Xunit;

namespace Dateline.Tests.House;

/// <summary>Pages made from the event formats and from <c>knowledge/plover</c>.</summary>
public sealed class EventPageTests
{
    [Fact]
    public void The_page_of_event_formats_is_up_to_date()
    {
        StringBuilder page = new("""
            # Columns of the event formats

            Generated from `src/Dateline/Export/EventData`. How to write them, what they hold and what they cannot say: [export events](../how-to/export-events.md).
            All are tab-separated, UTF-8, without quotes; a tab or line end inside a cell becomes a space.

            """);
        foreach (EventFormat format in EventFormat.All)
        {
            foreach (EventTable table in format.Tables) { Table(page, table, $"`--format {format.Name}`"); }
        }
        Table(page, SidecarTable.Table, "`--sidecar FILE`, or beside the others with `--out DIR`");
        GeneratedPage.Check("docs/reference/event-formats.md", page.ToString());
    }

    [Fact]
    public void The_page_of_the_ontology_is_up_to_date()
    {
        StringBuilder page = new("""
            # The ontology as we code it

            Generated from `knowledge/plover`. The sixteen categories of PLOVER 2.0 in our words, with the modes we give, the CAMEO codes that stand
            for them, and a sentence that the lexicon codes so. Quad class: 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict.
            ACCUSE has the scale −3 and SANCTION the quad class 4, where PLOVER's own tables disagree.

            | category | quad | scale | when | example |
            |---|---|---|---|---|

            """);
        TsvTable roots = TsvTable.Embedded("plover/roots.tsv"), modes = TsvTable.Embedded("plover/modes.tsv"), crosswalk = TsvTable.Embedded("plover/crosswalk.tsv");
        foreach (string[] root in roots.Rows)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {roots.Cell(root, "root")} | {roots.Cell(root, "quad")} | {roots.Cell(root, "scale")} | {roots.Cell(root, "definition")} | {roots.Cell(root, "example")} |\n");
        }
        foreach (string[] root in roots.Rows)
        {
            string name = roots.Cell(root, "root");
            page.Append(CultureInfo.InvariantCulture, $"\n## {name}\n\n");
            string[][] own = [.. modes.Rows.Where(m => modes.Cell(m, "root") == name)];
            if (own.Length > 0)
            {
                page.Append("| mode | scale | example |\n|---|---|---|\n");
                foreach (string[] mode in own) { page.Append(CultureInfo.InvariantCulture, $"| {modes.Cell(mode, "mode")} | {modes.Cell(mode, "scale")} | {Example(name, modes.Cell(mode, "mode"), null)} |\n"); }
                page.Append('\n');
            }
            page.Append("| CAMEO | means | Goldstein | example |\n|---|---|---|---|\n");
            foreach (string[] row in crosswalk.Rows.Where(r => crosswalk.Cell(r, "root").Split('|').Contains(name)))
            {
                string cameo = crosswalk.Cell(row, "cameo");
                page.Append(CultureInfo.InvariantCulture, $"| {cameo} | {CodeNames.Default.Cameo(cameo)} | {Crosswalk.Default.Goldstein(cameo)} | {Example(name, null, cameo)} |\n");
            }
        }
        GeneratedPage.Check("docs/reference/ontology.md", page.ToString());
    }

    private static string Example(string root, string? mode, string? cameo) =>
        PloverLexicon.Verbs().Select(v => (v.Root, v.Mode, v.Cameo, v.Example)).Concat(PloverLexicon.Nouns().Select(n => (n.Root, n.Mode, n.Cameo, n.Example)))
            .FirstOrDefault(s => s.Root == root && (mode is null || s.Mode == mode) && (cameo is null || s.Cameo == cameo) && s.Example.Length > 1).Example ?? "";

    private static void Table(StringBuilder page, EventTable table, string how) =>
        page.Append(CultureInfo.InvariantCulture, $"\n## {table.FileName}\n\n{how}; {table.Columns.Count} columns{(table.Header.Length == 0 ? ", no header row" : "")}\n\n{string.Join(", ", table.Columns.Select(c => $"`{c}`"))}\n");
}
