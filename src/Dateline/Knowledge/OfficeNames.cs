using System.Text.RegularExpressions;

namespace Dateline.Knowledge;

/// <summary>How high an office is by its words, and the surnames a person is called by; the same for shipped and for a user's tables.</summary>
internal static partial class OfficeNames
{
    private static readonly string[] FamilyNameFirst = ["CHN", "TWN", "HKG", "PRK", "KOR", "VNM", "KHM", "HUN"];
    private static readonly string[] Particles = ["von", "van", "der", "den", "de", "da", "del", "di", "la", "le", "al", "el", "bin", "dos", "du", "ter", "ten", "Al", "El", "Le", "La", "De", "Van"];

    /// <summary>Heads of state and government and the like, ministers, everybody else.</summary>
    public static OfficeTier Tier(string position) => Heads().IsMatch(position) ? OfficeTier.Head : Ministers().IsMatch(position) ? OfficeTier.Minister : OfficeTier.Other;

    /// <summary>The names after which news calls a person: the last word with its particles, or the first where family names come first.</summary>
    public static IEnumerable<string> Surnames(string person, string country)
    {
        string[] words = person.Replace(" Jr.", "").Replace(" III", "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 1 || Roman().IsMatch(words[^1])) { yield return person; yield break; }
        if (FamilyNameFirst.Contains(country) && (words.Length == 3 || words[0].Length <= 5 || words[^1].Contains('-')) && country != "HUN") { yield return words[0]; yield break; }
        int first = words.Length - 1;
        while (first > 1 && Particles.Contains(words[first - 1])) { first--; }
        if (first < words.Length - 1) { yield return string.Join(' ', words[first..]); }
        string last = words[^1];
        yield return last;
        foreach (string article in (string[])["al-", "el-", "Al-", "El-"])
        {
            if (last.StartsWith(article, StringComparison.Ordinal)) { yield return last[3..]; }
        }
    }

    [GeneratedRegex(@"^[IVX]+$")]
    private static partial Regex Roman();

    [GeneratedRegex(@"^(?:(?:Acting |Interim |Vice )?President$|President of (?:the )?(?:Republic|Russia|France|State|Government|European (?:Council|Commission)|Nagorno-Karabakh Republic|Republika Srpska)$|(?:Acting |Interim )?Prime Minister|Premier(?: of|$)|(?:Federal )?Chancellor(?: of (?:Austria|Germany))?$|King$|Queen$|Monarch|monarch|Emir$|Sultan$|Pope$|pope$|Supreme Leader|Taoiseach|Head of (?:State|Government)|Chief of State|General Secretary|Secretary[- ]General of (?:the United Nations|NATO)|Crown Prince|State Counsellor|High Representative|Leader|Vice President$|Chairman of the (?:Sovereignty|Presidential))")]
    private static partial Regex Heads();

    [GeneratedRegex(@"Minister|Secretary of (?:State|Defen[cs]e|the Treasury|Homeland)|Foreign Secretary|Home Secretary|Chancellor of the Exchequer|Attorney General|Speaker|Vice Prem|Majority Leader|Commander|Director[- ]General|National Security Advis|Press Secretary|High Commissioner for")]
    private static partial Regex Ministers();
}
