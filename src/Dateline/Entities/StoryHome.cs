using Dateline.Knowledge;
using Dateline.Places;
using Dateline.Text;

namespace Dateline.Entities;

/// <summary>The countries a story speaks of; and its home, where it speaks of one alone and from within: "the Zambian people", "rebels in Angola".</summary>
internal sealed class StoryHome
{
    private const uint KnownTown = 100_000;
    private readonly HashSet<string> _countries = new(StringComparer.Ordinal);
    private bool _within;

    public StoryHome(StoryWords words, IEnumerable<NamePiece> pieces)
    {
        ParsedText parsed = words.Parsed;
        for (int i = 0; i < parsed.Tokens.Length; i++)
        {
            if (!words.IsCapitalised(i) || CountryTable.Default.ByDemonym(parsed.Form(i)) is not { } people) { continue; }
            if (i > 0 && parsed.Form(i - 1) is "ethnic" or "Ethnic") { continue; }
            _countries.Add(people.Code);
            // "Zambian people", "Chilean government officials".
            _within |= parsed.Tokens[i].Deprel is "amod" or "compound" && parsed.Tokens[i].Head > i && RoleLexicon.Default.Find(parsed.Tokens[parsed.Tokens[i].Head].Lemma) is not null;
        }
        foreach (NamePiece piece in pieces) { Add(parsed, piece); }
    }

    /// <summary>Code of the only country the story speaks of, when it does so from within; else null.</summary>
    public string? Country => _countries.Count == 1 && _within ? _countries.First() : null;

    /// <summary>True when the story names the country, its people, its capital or one of its bodies.</summary>
    public bool Names(string country) => _countries.Contains(country);

    private void Add(ParsedText parsed, NamePiece piece)
    {
        string text = piece.Text;
        if (CountryTable.Default.ByName(text) is { } country)
        {
            _countries.Add(country.Code);
            int before = piece.First - 1, after = piece.Last + 1;
            if (before >= 0 && parsed.Form(before) is "the") { before--; }
            _within |= (before >= 0 && parsed.Form(before) is "in" or "In" or "throughout" or "across" or "near") || (after < parsed.Tokens.Length && parsed.Form(after) is "'s" or "’s");
        }
        else if (CountryTable.Default.ByCapital(text) is { } seat) { _countries.Add(seat.Code); _within = true; }
        else if (piece.Entity is { Type: EntityType.Organization, Country: { } of }) { _countries.Add(of); _within = true; }
        else if (piece.Entity is { Type: EntityType.Place })
        {
            // A large town of another country: the story does not stay at home.
            foreach (int hit in Gazetteer.Default.Find(NameHash.Of(text)))
            {
                if (Gazetteer.Default.Population(hit) >= KnownTown && Gazetteer.Default.Country(hit) is { Length: > 0 } held) { _countries.Add(held); break; }
            }
        }
    }
}
