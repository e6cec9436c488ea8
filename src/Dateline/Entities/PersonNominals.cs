using Dateline.Text;

namespace Dateline.Entities;

/// <summary>Whom a description of one person means: the bearer of the role named last, who has no other nationality, gender or body.</summary>
internal sealed class PersonNominals(ParsedText parsed, RecentMentions recent)
{
    /// <summary>The person, or null. What stands ahead of the body speaks of those named first there.</summary>
    public EntityDraft? Find(Nominal nominal, bool ahead)
    {
        EntityDraft? best = null;
        (int Fit, int At) bestRank = default;
        bool former = IsFormer(nominal);
        foreach ((EntityDraft person, int at) in ahead ? recent.FirstOfStory() : recent.Before(nominal.First))
        {
            if (person.Type != EntityType.Person) { continue; }
            int fit = person.RoleNouns.Contains(nominal.Noun) ? 4 : person.RoleNouns.Contains(nominal.Role.Noun) ? 3 : Covers(nominal.Role, person) ? 2 : 0;
            if (fit == 0 || Conflicts(nominal, person) || former != (person.Role?.Contains("former", StringComparison.Ordinal) ?? false)) { continue; }
            if (nominal.Affiliation.Country is not null && person.Country == nominal.Affiliation.Country) { fit += 2; }
            if (best is null || (fit, at).CompareTo(bestRank) > 0) { (best, bestRank) = (person, (fit, at)); }
        }
        return best;
    }

    private bool IsFormer(Nominal nominal)
    {
        for (int i = nominal.First; i < nominal.Head; i++)
        {
            if (PastWords.Default.Contains(parsed.Form(i))) { return true; }
        }
        return false;
    }

    private static bool Covers(RoleNoun role, EntityDraft person)
    {
        foreach (string covered in role.Covers)
        {
            // Civilians are too many to be told apart by their class.
            if (!RoleClasses.Default.IsAlike(covered) && person.RoleClasses.Contains(covered)) { return true; }
        }
        return false;
    }

    private static bool Conflicts(Nominal nominal, EntityDraft person)
    {
        if (nominal.Role.Gender is not Gender.Unknown && person.Gender is Gender.Male or Gender.Female && nominal.Role.Gender != person.Gender) { return true; }
        if (nominal.Affiliation.Country is { } country && person.Country is { } own && own != country) { return true; }
        return nominal.Affiliation.Body is { Type: EntityType.Organization } body && person.Organization is { } organization && organization != (body.Organization ?? body.Name);
    }
}
