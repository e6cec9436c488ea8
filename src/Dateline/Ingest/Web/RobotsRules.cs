namespace Dateline.Ingest.Web;

/// <summary>A site's robots.txt for one program (RFC 9309): the longest rule that matches decides, allowing where two are as long.</summary>
internal sealed class RobotsRules
{
    private const int MostRules = 5000;
    private readonly List<(string Pattern, bool Allows)> _rules = [];

    private RobotsRules() { }

    /// <summary>Everything may be fetched.</summary>
    public static RobotsRules AllowAll { get; } = new();

    /// <summary>Nothing may be fetched.</summary>
    public static RobotsRules AllowNothing { get; } = Parse("User-agent: *\nDisallow: /", "");

    /// <summary>Reads the groups that name the program; those for everybody where none does.</summary>
    public static RobotsRules Parse(string text, string program)
    {
        RobotsRules own = new(), everybody = new();
        bool named = false, inNames = false, forOwn = false, forAll = false;
        foreach (ReadOnlySpan<char> raw in text.AsSpan().EnumerateLines())
        {
            int hash = raw.IndexOf('#');
            ReadOnlySpan<char> line = (hash < 0 ? raw : raw[..hash]).Trim();
            int colon = line.IndexOf(':');
            if (colon <= 0) { continue; }
            ReadOnlySpan<char> key = line[..colon].Trim(), value = line[(colon + 1)..].Trim();
            if (key.Equals("user-agent", StringComparison.OrdinalIgnoreCase))
            {
                if (!inNames) { (forOwn, forAll, inNames) = (false, false, true); }
                forOwn |= value.Equals(program, StringComparison.OrdinalIgnoreCase);
                forAll |= value is "*";
                named |= forOwn;
                continue;
            }
            inNames = false;
            bool allows = key.Equals("allow", StringComparison.OrdinalIgnoreCase);
            if (!allows && !key.Equals("disallow", StringComparison.OrdinalIgnoreCase) || value.IsEmpty) { continue; }
            if (forOwn && own._rules.Count < MostRules) { own._rules.Add((value.ToString(), allows)); }
            if (forAll && everybody._rules.Count < MostRules) { everybody._rules.Add((value.ToString(), allows)); }
        }
        return named ? own : everybody;
    }

    /// <summary>True when the path with its query may be fetched.</summary>
    public bool Allow(string path)
    {
        int longest = -1;
        bool allows = true;
        foreach ((string pattern, bool rule) in _rules)
        {
            if (pattern.Length < longest || !Matches(pattern, path)) { continue; }
            allows = pattern.Length == longest ? allows || rule : rule;
            longest = pattern.Length;
        }
        return allows;
    }

    /// <summary>A prefix in which * stands for any characters and $ at the end for the path's end. Linear in both for each star.</summary>
    private static bool Matches(string pattern, string path)
    {
        bool whole = pattern.EndsWith('$');
        string[] parts = (whole ? pattern[..^1] : pattern).Split('*');
        if (!path.StartsWith(parts[0], StringComparison.Ordinal)) { return false; }
        int at = parts[0].Length;
        for (int i = 1; i < parts.Length; i++)
        {
            bool last = i == parts.Length - 1;
            if (last && whole) { return path.Length - at >= parts[i].Length && path.EndsWith(parts[i], StringComparison.Ordinal); }
            int found = path.IndexOf(parts[i], at, StringComparison.Ordinal);
            if (found < 0) { return false; }
            at = found + parts[i].Length;
        }
        return !whole || at == path.Length;
    }
}
