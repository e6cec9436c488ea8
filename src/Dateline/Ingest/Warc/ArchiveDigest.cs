using System.Security.Cryptography;
using System.Text;

namespace Dateline.Ingest.Warc;

/// <summary>Digests of archive records: <c>sha1:</c> in base 32 usually, other algorithms and spellings at times.</summary>
internal static class ArchiveDigest
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>Whether the bytes have the digest; null when it is of a kind that cannot be checked.</summary>
    public static bool? Matches(string digest, ReadOnlySpan<byte> bytes)
    {
        int colon = digest.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0) { return null; }
#pragma warning disable CA5350, CA5351 // The archive's own choice; it guards against slips, not against enemies.
        byte[]? hash = digest[..colon].ToLowerInvariant() switch
        {
            "sha1" or "sha-1" => SHA1.HashData(bytes),
            "sha256" or "sha-256" => SHA256.HashData(bytes),
            "md5" => MD5.HashData(bytes),
            _ => null,
        };
#pragma warning restore CA5350, CA5351
        if (hash is null) { return null; }
        string value = digest[(colon + 1)..].Trim().TrimEnd('=');
        return value.Equals(InBase32(hash), StringComparison.OrdinalIgnoreCase) || value.Equals(Convert.ToHexString(hash), StringComparison.OrdinalIgnoreCase)
            || value == Convert.ToBase64String(hash).TrimEnd('=');
    }

    private static string InBase32(byte[] bytes)
    {
        StringBuilder text = new();
        int bits = 0, held = 0;
        foreach (byte b in bytes)
        {
            bits = (bits << 8 | b) & 0xFFFF;
            for (held += 8; held >= 5; held -= 5) { text.Append(Base32[bits >> (held - 5) & 31]); }
        }
        if (held > 0) { text.Append(Base32[bits << (5 - held) & 31]); }
        return text.ToString();
    }
}
