namespace Dateline.Time;

/// <summary>Compares an office as a story words it ("defense secretary of United States") with one as a list writes it ("Secretary of Defense").</summary>
internal static class OfficeName
{
    private static readonly char[] s_breaks = [' ', '-', ',', '(', ')'];

    /// <summary>True when every word of the role stands in the position, and the position is no deputy's where the role is none.</summary>
    public static bool Matches(string role, string position)
    {
        HashSet<string> words = Words(position);
        bool any = false, deputy = false, prime = false;
        foreach (string word in role.Split(s_breaks, StringSplitOptions.RemoveEmptyEntries))
        {
            // The office is written small; a name ("of United States") ends it.
            if (char.IsUpper(word[0])) { break; }
            if (word is "of" or "for" or "the" or "and" or "affairs") { continue; }
            if (IsSecond(word)) { deputy = true; }
            string known = Known(word);
            if (known == "prime minister") { prime = true; any = true; if (!words.Contains("prime")) { return false; } continue; }
            if (known == "prime") { prime = true; }
            if (!words.Contains(known)) { return false; }
            any = true;
        }
        return any && (deputy || !words.Any(IsSecond)) && (prime || !words.Contains("prime"));
    }

    private static HashSet<string> Words(string position) =>
        [.. position.Split(s_breaks, StringSplitOptions.RemoveEmptyEntries).Select(w => Known(w.ToLowerInvariant()))];

    private static bool IsSecond(string word) => word is "vice" or "deputy" or "assistant" or "under" or "undersecretary" or "shadow" or "designate" or "elect";

    private static string Known(string word) => word switch
    {
        "defence" => "defense",
        "premier" => "prime minister",
        "labour" => "labor",
        _ => word,
    };
}
