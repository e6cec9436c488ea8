using Dateline.Knowledge;
using Dateline.Text;

namespace Dateline.Entities;

/// <summary>Codes people by the offices they hold or held, where the story does not say it all: "Putin", "President Kagame".</summary>
/// <remarks>What the story says goes first; then who held such an office by the day of the story; a term that had ended makes a former minister, not a minister.</remarks>
internal sealed class OfficeCoder(ParsedText parsed, FormEvidence form, StoryHome home, OfficeHolderTable offices, DateOnly? day)
{
    /// <summary>Completes country, sector and body of people; each person is asked for once, by the fullest name.</summary>
    public void Code(IEnumerable<NamePiece> pieces)
    {
        foreach (NamePiece piece in pieces)
        {
            if (piece.Entity is not { Type: EntityType.Person } person || person.OfficeAsked) { continue; }
            if (piece.Count == 1 && person.Name.Contains(' ', StringComparison.Ordinal)) { continue; }
            person.OfficeAsked = true;
            if (person.RoleClasses.Count == 0 && Governs(piece)) { person.RoleClasses.Add("leader"); }
            if (person.Sector is not (null or "GOV" or "LEG" or "IGO" or "ELI" or "MIL")) { continue; }
            if ((form.OfficeTerm(person.Name, titled: person.Sector is not null) ?? Titled(person)) is { } term) { Apply(person, term); }
        }
    }

    // "the Bush administration".
    private bool Governs(NamePiece piece) => piece.Last + 1 < parsed.Tokens.Length && RoleLexicon.Default.Find(parsed.Tokens[piece.Last + 1].Lemma) is { Class: "government" };

    private void Apply(EntityDraft person, OfficeTerm term)
    {
        if (person.Country is not null && person.Country != term.Country) { return; }
        if (person.Sector is null && term.Tier == OfficeTier.Other) { return; }
        person.Wikidata = term.Wikidata;
        // An adviser of the UN is no citizen of it, nor of the state that he once governed.
        if (person.Organization is null || term.Organization is not null) { person.Country ??= term.Country; }
        person.Organization ??= term.Organization;
        bool over = day is { } known && !term.HeldOn(known) && person.RoleClasses.Count == 0;
        person.Sector ??= term.Organization is not null ? "IGO" : over ? "ELI" : "GOV";
        if (over) { person.Role ??= Words(term); }
        if (person.RoleClasses.Count > 0) { return; }
        if (RoleLexicon.Default.Find(term.Position.ToLowerInvariant()) is { } role) { person.RoleClasses.Add(role.Class); person.RoleNouns.Add(role.Noun); }
        else if (term.Tier == OfficeTier.Head) { person.RoleClasses.Add("head-of-state"); }
        else if (term.Tier == OfficeTier.Minister) { person.RoleClasses.Add("minister"); }
    }

    /// <summary>Title and surname of one who left office, or without a day: "President Bush" is of the one country that had a president of that name.</summary>
    private OfficeTerm? Titled(EntityDraft person)
    {
        if (person.Country is not null || !person.RoleClasses.Overlaps(Offices)) { return null; }
        string[] parts = person.Name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string last = parts[^1].StartsWith("al-", StringComparison.OrdinalIgnoreCase) ? parts[^1][3..] : parts[^1];
        OfficeTerm? best = null;
        HashSet<string> countries = new(StringComparer.Ordinal);
        foreach (OfficeTerm term in offices.Begun(last, day))
        {
            if (term.Country is not { } country || !Fits(person, term)) { continue; }
            if (parts.Length > 1 && !term.Person.StartsWith(parts[0], StringComparison.OrdinalIgnoreCase)) { continue; }
            bool told = home.Names(country);
            if (best is not null && told && !home.Names(best.Country!)) { best = term; countries.Clear(); }
            else if (best is not null && !told && home.Names(best.Country!)) { continue; }
            best ??= term;
            countries.Add(country);
        }
        return countries.Count == 1 ? best : null;
    }

    private static readonly string[] Offices = ["head-of-state", "head-of-government", "minister", "leader"];

    private static bool Fits(EntityDraft person, OfficeTerm term)
    {
        foreach (string noun in person.RoleNouns)
        {
            if (term.Position.Contains(noun, StringComparison.OrdinalIgnoreCase)) { return true; }
        }
        return term.Tier == OfficeTier.Head && person.RoleClasses.Contains("leader");
    }

    private static string Words(OfficeTerm term)
    {
        string position = string.Join(' ', term.Position.Split(' ').Select(w => w.Length > 1 && char.IsUpper(w[1]) ? w : w.ToLowerInvariant()));
        string? of = term.Organization ?? CountryTable.Default.ByCode(term.Country)?.Name;
        return of is null ? $"former {position}" : $"former {position} of {of}";
    }
}
