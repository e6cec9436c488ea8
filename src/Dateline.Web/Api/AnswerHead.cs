using System.Text.Json;
using Dateline.Knowledge;

namespace Dateline.Web.Api;

/// <summary>What every answer brings along, so that a file that lies about for years still says what it is: the query, what made it, on which terms.</summary>
/// <param name="Kind">What is listed.</param>
/// <param name="Query">In the query language; "" for everything.</param>
internal sealed record AnswerHead(string Kind, string Query)
{
    /// <summary>Version of the shape of answers.</summary>
    public const string Schema = "dateline-api/1";

    /// <summary>The terms, in one line.</summary>
    public const string Licence = "Texts and quotations belong to those who published them. Places contain data of GeoNames (CC BY 4.0). Codes follow PLOVER and CAMEO. See /about.";

    /// <summary>Program and knowledge of the server; the coder of each story stands in its record.</summary>
    public static string Version { get; } = $"dateline {CoderVersion.Text}, knowledge {KnowledgeVersion.Text}";

    /// <summary>Writes the fields into an open object.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteString("schema", Schema);
        writer.WriteString("kind", Kind);
        writer.WriteString("query", Query);
        writer.WriteString("version", Version);
        writer.WriteString("licence", Licence);
        if (Kind == "events") { writer.WriteString("note", "Event mentions as reported, not de-duplicated: two stories of one happening are two."); }
    }
}
