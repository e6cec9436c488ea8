using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;

namespace Dateline.Web.Hosting;

/// <summary>Style sheet, scripts and map, embedded in the program. Their address holds a hash of their bytes, so that browsers may keep them for good.</summary>
internal static class Assets
{
    private static readonly Lazy<FrozenDictionary<string, Asset>> s_all = new(Load);

    /// <summary>An embedded file.</summary>
    /// <param name="Bytes">Its content.</param>
    /// <param name="Type">Media type.</param>
    /// <param name="Hash">Of its content.</param>
    internal sealed record Asset(byte[] Bytes, string Type, string Hash);

    /// <summary>Address of a file, with its hash.</summary>
    public static string Url(string name) => $"/assets/{s_all.Value[name].Hash}/{name}";

    /// <summary>The file with a name; null for none.</summary>
    public static Asset? Find(string name) => s_all.Value.GetValueOrDefault(name);

    /// <summary>An embedded text of the repository.</summary>
    public static string Text(string name)
    {
        using StreamReader reader = new(typeof(Assets).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    private static FrozenDictionary<string, Asset> Load()
    {
        Assembly assembly = typeof(Assets).Assembly;
        Dictionary<string, Asset> all = new(StringComparer.Ordinal);
        foreach (string resource in assembly.GetManifestResourceNames())
        {
            if (!resource.StartsWith("assets/", StringComparison.Ordinal)) { continue; }
            using Stream stream = assembly.GetManifestResourceStream(resource)!;
            byte[] bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            all[resource["assets/".Length..]] = new Asset(bytes, Type(resource), Convert.ToHexStringLower(SHA256.HashData(bytes))[..12]);
        }
        return all.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static string Type(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".json" or ".topojson" => "application/json",
        _ => "application/octet-stream",
    };
}
