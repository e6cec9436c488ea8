namespace Dateline.Store;

/// <summary>What a store is called: a file's path, or the address of a PostgreSQL base.</summary>
public static class StoreName
{
    private static readonly string[] s_schemes = ["postgres://", "postgresql://"];

    /// <summary>True for the address of a base on a server.</summary>
    public static bool IsServer(string name) => s_schemes.Any(s => name.StartsWith(s, StringComparison.OrdinalIgnoreCase));

    /// <summary>The name as it may be shown: an address without user, password and settings.</summary>
    public static string Shown(string name)
    {
        if (!IsServer(name)) { return name; }
        int start = name.IndexOf("//", StringComparison.Ordinal) + 2;
        // A password may hold what ends an address; what stands before the last "@" is not shown, wherever that is.
        string rest = name[Math.Max(start, name.LastIndexOf('@') + 1)..];
        int question = rest.IndexOf('?', StringComparison.Ordinal);
        return "postgres://" + (question < 0 ? rest : rest[..question]);
    }
}
