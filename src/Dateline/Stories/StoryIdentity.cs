using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Dateline.Stories;

/// <summary>Hashes that identify a story and its text.</summary>
internal static class StoryIdentity
{
    /// <summary><c>sha256:…</c> of bytes.</summary>
    public static string Hash(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return "sha256:" + Convert.ToHexStringLower(hash);
    }

    /// <summary><c>sha256:…</c> of a text in UTF-8.</summary>
    public static string Hash(string text) => Hash(Encoding.UTF8.GetBytes(text));

    /// <summary>An id from address, outlet, date and text: two outlets' identical copies stay two stories.</summary>
    public static string Id(string? url, string? outlet, string? date, string textHash)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[sizeof(int)];
        foreach (string? part in (ReadOnlySpan<string?>)[url, outlet, date, textHash])
        {
            // Each part with its length, so that no two lists of parts look alike.
            byte[] bytes = Encoding.UTF8.GetBytes(part ?? "");
            BinaryPrimitives.WriteInt32LittleEndian(length, part is null ? -1 : bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 10));
    }
}
