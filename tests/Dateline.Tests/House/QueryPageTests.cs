using System.Text;
using Dateline.Store.Query;
using Xunit;

namespace Dateline.Tests.House;

public sealed class QueryPageTests
{
    [Fact]
    public void The_page_of_the_query_language_is_up_to_date()
    {
        StringBuilder page = new("""
            # The query language

            Generated from `src/Dateline.Store/Query/QueryParser.cs`. `search`, `export` and [the pages](../how-to/serve.md) take it ([how to](../how-to/store.md)).

            * Words are looked for in headline and text, in any case and with or without accents; `"several words"` side by side.
            * `field:value` is a condition on the record, `field:"several words"` where the value has blanks.
            * Conditions must hold together. Several values of one field are alternatives: `code:ASSAULT code:COERCE`.
            * Those of `speaker`, `act`, `to`, `polarity` and `content` must hold for one and the same statement, those of `code`, `actor`, `recipient`,
              `status`, `background`, `when` and `box` for one and the same event.
            * `=` before a name asks for the whole name: `speaker:"=Emmanuel Macron"`, where `speaker:Macron` finds all of that name.
            * A minus sign before a term excludes: `-outlet:TASS`. On a command line write `--` before it.
            * A mistake is shown with its place.

            | field | value |
            |---|---|

            """);
        foreach ((string field, string value) in QueryParser.Fields) { page.Append($"| `{field}:` | {value} |\n"); }
        GeneratedPage.Check("docs/reference/query.md", page.ToString());
    }
}
