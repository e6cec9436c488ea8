using Dateline.Knowledge;
using Dateline.Text;

namespace Dateline.Entities;

/// <summary>Acronyms that the story itself explains, in brackets or by its capitals.</summary>
internal sealed class AcronymReader(StoryWords words)
{
    private readonly ParsedText _parsed = words.Parsed;

    /// <summary>What the story itself spells out goes before every table: here "RSF" are the Rapid Support Forces.</summary>
    public EntityDraft? Find(NameGroup group, List<NameGroup> bodies, IReadOnlyDictionary<int, EntityDraft> byEnd)
    {
        if (Bracketed(group, byEnd) is { } bracketed) { return bracketed; }
        if (group.Words.Length > 1 || group.Text.Length is < 2 or > 8 || !words.IsCapitals(group.Pieces[0].First) || CountryTable.Default.ByName(group.Text) is not null) { return null; }
        return bodies.Find(b => b.Entity is { Type: not (EntityType.Person or EntityType.Country) } && !ReferenceEquals(b, group) && SpellsOut(b.Text, group.Text))?.Entity;
    }

    // "Netherlands Organisation for Applied Scientific Research (TNO)", "KCNA (Korean Central News Agency)"; "TEHRAN (AFP)" is a place and an agency.
    private EntityDraft? Bracketed(NameGroup group, IReadOnlyDictionary<int, EntityDraft> byEnd)
    {
        foreach (NamePiece piece in group.Pieces)
        {
            if (piece.First < 2 || piece.Last + 1 >= _parsed.Tokens.Length || _parsed.Form(piece.First - 1) is not "(" || _parsed.Form(piece.Last + 1) is not ")") { continue; }
            if (!words.IsCapitals(piece.First) || piece.Count > 1) { continue; }
            if (byEnd.TryGetValue(piece.First - 2, out EntityDraft? draft) && draft.Type is not (EntityType.Person or EntityType.Country)
                && (draft.Type != EntityType.Place || SpellsOut(draft.Name, group.Text))) { return draft; }
        }
        return null;
    }

    // First letters of the capitalised words, with or without those of small words.
    private static bool SpellsOut(string name, string acronym)
    {
        int at = 0;
        ReadOnlySpan<char> letters = acronym.AsSpan();
        bool start = true;
        foreach (char c in name)
        {
            if (start && char.IsUpper(c))
            {
                while (at < letters.Length && letters[at] == '.') { at++; }
                if (at >= letters.Length || letters[at] != c) { return false; }
                at++;
            }
            start = c is ' ' or '-';
        }
        while (at < letters.Length && letters[at] == '.') { at++; }
        return at == letters.Length;
    }
}
