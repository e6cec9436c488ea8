using Dateline.Knowledge;
using Dateline.Text;

namespace Dateline.Entities;

/// <summary>The countries that a story names: by name, people, capital or seat of power. They say which state's "National Security Council" can be meant.</summary>
internal sealed class StoryCountries
{
    private const int LongestName = 4;
    private readonly HashSet<string> _codes = new(StringComparer.Ordinal);
    private readonly NameLexicon _lexicon;

    public StoryCountries(StoryWords words, IEnumerable<NameGroup> groups, NameLexicon lexicon)
    {
        _lexicon = lexicon;
        ParsedText parsed = words.Parsed;
        for (int i = 0; i < parsed.Tokens.Length; i++)
        {
            if (words.IsCapitalised(i) && CountryTable.Default.ByDemonym(parsed.Form(i)) is { } people) { _codes.Add(people.Code); }
        }
        foreach (NameGroup group in groups)
        {
            if ((CountryTable.Default.ByName(group.Text) ?? CountryTable.Default.ByCapital(group.Text)) is { } country) { _codes.Add(country.Code); }
            for (int first = 0; first < group.Words.Length && first < LongestName; first++)
            {
                if (CountryTable.Default.ByName(group.Words[first]) is { } inside) { _codes.Add(inside.Code); }
            }
        }
    }

    /// <summary>False for a party, or for a name that says no more than what kind of body it is, when its country is not named in the story and others are: then the body is another state's.</summary>
    public bool Allows(Organization body, string name) => body.Country is not { } country || _codes.Count == 0 || _codes.Contains(country) || (body.Sector is not "PTY" && !IsGeneric(name));

    private bool IsGeneric(string name)
    {
        string[] parts = name.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
        return parts.Length > 1 && Array.TrueForAll(parts, w => !char.IsUpper(w[0]) || _lexicon.IsRoleModifier(w) || _lexicon.OrganizationSector(w) is not null || _lexicon.HeadType(w) is not null);
    }
}
