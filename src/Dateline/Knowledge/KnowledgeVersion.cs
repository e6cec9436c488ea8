using System.Reflection;
using System.Security.Cryptography;

namespace Dateline.Knowledge;

/// <summary>Names the knowledge of this build: a hash of every embedded table, so that any changed word is another version.</summary>
public static class KnowledgeVersion
{
    private const int HexDigits = 12;
    private static readonly Lazy<string> s_text = new(Compute);

    /// <summary>Twelve hexadecimal digits.</summary>
    public static string Text => s_text.Value;

    private static string Compute()
    {
        Assembly assembly = typeof(KnowledgeVersion).Assembly;
        using IncrementalHash all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string name in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            if (!name.StartsWith("knowledge/", StringComparison.Ordinal)) { continue; }
            using Stream table = assembly.GetManifestResourceStream(name)!;
            all.AppendData(System.Text.Encoding.UTF8.GetBytes(name));
            all.AppendData(SHA256.HashData(table));
        }
        return Convert.ToHexStringLower(all.GetHashAndReset())[..HexDigits];
    }
}
