using System.Reflection;

namespace Dateline;

/// <summary>The version of this build, and the commit it was made from where the build knew it.</summary>
public static class CoderVersion
{
    private static readonly Lazy<(string Version, string? Commit)> s_parts = new(Read);

    /// <summary>Semantic version, e.g. <c>0.1.0</c>.</summary>
    public static string Text => s_parts.Value.Version;

    /// <summary>Commit of the source, or null.</summary>
    public static string? Commit => s_parts.Value.Commit;

    private static (string Version, string? Commit) Read()
    {
        string informational = typeof(CoderVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0";
        int plus = informational.IndexOf('+', StringComparison.Ordinal);
        return plus < 0 ? (informational, null) : (informational[..plus], informational[(plus + 1)..]);
    }
}
