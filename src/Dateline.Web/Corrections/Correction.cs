using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Dateline.Provenance;
using Dateline.Stories;

namespace Dateline.Web.Corrections;

/// <summary>What somebody says a record should have been: one line of JSON, with the block of a spec that tests it.</summary>
internal static class Correction
{
    /// <summary>Longest line and note that are taken.</summary>
    public const int LongestLine = 4000;

    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The line, with its end.</summary>
    public static byte[] Line(Explanation explanation, string should, string note, DateTimeOffset now)
    {
        Story story = explanation.Story.Story;
        using MemoryStream line = new();
        using (Utf8JsonWriter writer = new(line, s_options))
        {
            writer.WriteStartObject();
            writer.WriteString("schema", "dateline-correction/1");
            writer.WriteString("made", now.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture));
            writer.WriteString("story", story.Id);
            writer.WriteString("textHash", story.TextHash);
            writer.WriteString("record", explanation.Id);
            writer.WriteString("is", SpecLine.Of(explanation.Story, explanation.Id));
            writer.WriteString("should", should);
            if (note.Length > 0) { writer.WriteString("note", note); }
            writer.WriteString("coder", explanation.Story.Coder is { } coder ? $"{coder.Version} {coder.Knowledge} {coder.Models}" : null);
            writer.WriteString("spec", Spec(explanation, should, note));
            writer.WriteEndObject();
        }
        line.WriteByte((byte)'\n');
        return line.ToArray();
    }

    /// <summary>A spec whose story is the sentences around the record, so that it can be committed where the whole story may not be.</summary>
    private static string Spec(Explanation explanation, string should, string note)
    {
        Story story = explanation.Story.Story;
        StringBuilder spec = new();
        spec.Append("## ").Append(note.Length > 0 ? OneLine(note) : $"A correction of {explanation.Id} in {OneLine(story.Id)}").Append("\n```story");
        if (story.ReferenceDate is { } date) { spec.Append(" date=").Append(date.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)); }
        spec.Append('\n').Append(explanation.Context.In(story.Text).ToString().Replace("```", "'''", StringComparison.Ordinal)).Append("\n```\n```records ").Append(SpecLine.Kind(explanation.Id)).Append('\n').Append(OneLine(should)).Append("\n```\n");
        return spec.ToString();
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
