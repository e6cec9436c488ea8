using System.Text;
using Dateline.Export;
using Xunit;

namespace Dateline.Tests.House;

public sealed class CsvPageTests
{
    [Fact]
    public void The_page_of_CSV_tables_is_up_to_date()
    {
        StringBuilder page = new("""
            # CSV tables

            Generated from `src/Dateline/Export/CsvWriter.cs`. `dateline read FILE --out DIR` writes one file for each table,
            `--table NAME` one of them to standard output. UTF-8, a header row, cells quoted where they have to be, an empty
            cell where nothing is known. `story` and `id` together name a record; offsets count Unicode code points; several
            values in one cell stand with `; ` between. What the columns mean is said at [the records](records.md).

            """);
        foreach (CsvTable table in CsvWriter.Tables) { page.Append($"\n## {table.Name}.csv\n\n{string.Join(", ", table.Columns.Select(c => $"`{c}`"))}\n"); }
        GeneratedPage.Check("docs/reference/csv.md", page.ToString());
    }
}
