using System.Security.Cryptography;
using System.Text;

namespace Dateline.Store.Redacting;

/// <summary>A name as a store remembers that it was taken out: letters and digits in lower case, hashed.</summary>
internal static class NameHash
{
    /// <summary>The hash of a name.</summary>
    public static string Of(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Plain(name))));

    /// <summary>What of a name counts.</summary>
    public static string Plain(string name) => string.Concat(name.Normalize(NormalizationForm.FormC).Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
