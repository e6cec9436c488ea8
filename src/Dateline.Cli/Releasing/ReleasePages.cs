using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Dateline.Cli.Releasing;

/// <summary>The pages of a release that say what it is: codebook, citation, manifest.</summary>
internal static class ReleasePages
{
    private static readonly string[] s_reference = ["records.md", "ontology.md", "csv.md"];
    private static readonly JsonWriterOptions s_json = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The codebook: what the set holds, and the meaning of every field and code, as this program defines them.</summary>
    public static string Codebook(ReleaseSettings settings, ReleaseCounts counts)
    {
        StringBuilder page = new();
        page.Append(CultureInfo.InvariantCulture, $"""
            # {settings.Title}, version {settings.Version}: codebook

            {counts.Stories:N0} stories, {counts.Statements:N0} statements, {counts.Events:N0} event mentions, not de-duplicated across stories. Coded by Dateline {CoderVersion.Text}.
            Query: `{(settings.Query.Text.Length == 0 ? "(everything)" : settings.Query.Text)}`.{(settings.NoText ? " The stories' texts are not part of the set; `dateline rehydrate` puts your own back." : "")}

            Every record says who says so, where, in which words; none says that something is so. `story` and `id` together name a record for good.


            """);
        foreach (string name in s_reference) { page.Append(Resource(name)).Append('\n'); }
        return page.ToString();
    }

    /// <summary>How to cite the set, in the Citation File Format 1.2.0.</summary>
    public static string Citation(ReleaseSettings settings, DateTime now)
    {
        StringBuilder page = new("cff-version: 1.2.0\nmessage: If you use this dataset, please cite it as below, with its version.\ntype: dataset\n");
        page.Append("title: ").Append(Quoted(settings.Title)).Append("\nversion: ").Append(Quoted(settings.Version)).Append(CultureInfo.InvariantCulture, $"\ndate-released: {now:yyyy-MM-dd}\nauthors:\n");
        foreach (string author in settings.Authors.DefaultIfEmpty("(name the authors)")) { page.Append("  - name: ").Append(Quoted(author)).Append('\n'); }
        page.Append("references:\n  - type: software\n    title: Dateline\n    version: ").Append(Quoted(CoderVersion.Text)).Append("\n    authors:\n      - name: \"The Dateline team\"\n");
        return page.ToString();
    }

    /// <summary>Versions, counts, and the hash of every file.</summary>
    public static byte[] Manifest(ReleaseSettings settings, ReleaseCounts counts, DateTime now, IEnumerable<(string Name, string Hash, long Bytes)> files)
    {
        using MemoryStream bytes = new();
        using (Utf8JsonWriter json = new(bytes, s_json))
        {
            json.WriteStartObject();
            json.WriteString("title", settings.Title);
            json.WriteString("version", settings.Version);
            json.WriteString("made", now.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            json.WriteString("query", settings.Query.Text);
            json.WriteString("schema", StoryRecords.SchemaVersion);
            json.WriteStartArray("coders");
            foreach (Coder coder in counts.Coders)
            {
                json.WriteStartObject();
                json.WriteString("version", coder.Version);
                if (coder.Commit is { } commit) { json.WriteString("commit", commit); }
                json.WriteString("knowledge", coder.Knowledge);
                json.WriteString("models", coder.Models);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteNumber("stories", counts.Stories);
            json.WriteNumber("statements", counts.Statements);
            json.WriteNumber("eventMentionsNotDeduplicated", counts.Events);
            json.WriteBoolean("texts", !settings.NoText);
            json.WriteStartArray("files");
            foreach ((string name, string hash, long length) in files)
            {
                json.WriteStartObject();
                json.WriteString("name", name);
                json.WriteString("sha256", hash);
                json.WriteNumber("bytes", length);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return bytes.ToArray();
    }

    private static string Quoted(string text) => "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";

    private static string Resource(string name)
    {
        using StreamReader reader = new(Assembly.GetExecutingAssembly().GetManifestResourceStream("reference/" + name)!);
        return reader.ReadToEnd();
    }
}

/// <summary>What a release holds.</summary>
internal sealed class ReleaseCounts
{
    public long Stories { get; set; }
    public long Statements { get; set; }
    public long Events { get; set; }
    /// <summary>Every coder that made a record of it.</summary>
    public HashSet<Coder> Coders { get; } = [];
}
