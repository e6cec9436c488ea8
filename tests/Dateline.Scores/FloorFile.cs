using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Dateline.Scores;

/// <summary><c>floors.json</c>: the floors and the fingerprint of each corpus they were measured on.</summary>
public sealed record FloorFile
{
    /// <summary>SHA-256 of each corpus file, by its path below the data folder.</summary>
    public required IReadOnlyDictionary<string, string> Corpora { get; init; }

    public required IReadOnlyList<Floor> Floors { get; init; }

    private static readonly JsonSerializerOptions s_options = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static string Path => System.IO.Path.Combine(Workspace.Root, "tests", "Dateline.Scores", "floors.json");

    /// <summary>Reads the file.</summary>
    public static FloorFile Read() => JsonSerializer.Deserialize<FloorFile>(File.ReadAllText(Path), s_options)!;

    /// <summary>Writes the file.</summary>
    public void Write() => File.WriteAllText(Path, JsonSerializer.Serialize(this, s_options) + "\n");

    /// <summary>Corpora that are not what the floors were measured on.</summary>
    public IEnumerable<string> Changed(string data) => Corpora.Where(c => Fingerprint(System.IO.Path.Combine(data, c.Key)) != c.Value).Select(c => c.Key);

    /// <summary>SHA-256 of a file, or "missing".</summary>
    public static string Fingerprint(string file)
    {
        if (!File.Exists(file)) { return "missing"; }
        using FileStream stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
