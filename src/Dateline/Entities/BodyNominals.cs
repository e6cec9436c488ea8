using Dateline.Text;

namespace Dateline.Entities;

/// <summary>Which named body a description means: "the ministry", "the company", "the Islamic State terrorist group".</summary>
internal sealed class BodyNominals(ParsedText parsed, RecentMentions recent)
{
    /// <summary>How many sentences back "the company" may reach.</summary>
    private const int BodyReach = 3;

    /// <summary>The body that a definite description points back at, with the rule: a noun of its name, or its kind.</summary>
    public (EntityDraft Entity, string Rule)? Find(Nominal nominal)
    {
        string head = parsed.Tokens[nominal.Head].Lemma;
        EntityDraft? best = null;
        int bestAt = -1;
        bool named = false;
        foreach ((EntityDraft body, int at) in recent.Before(nominal.First))
        {
            if (body.Type is not (EntityType.Organization or EntityType.Country) || !body.Named) { continue; }
            if (nominal.Affiliation.Country is { } country && body.Country is { } own && own != country) { continue; }
            if (nominal.Affiliation.Body is { } owner && !ReferenceEquals(owner, body) && body.Organization != owner.Organization) { continue; }
            bool carries = body.Type == EntityType.Organization && ContainsWord(body.Name, head);
            bool fits = carries || (nominal.Core >= nominal.Head - 1 && Near(at, nominal.Head) && FitsClass(nominal, body));
            if (!fits || (named && !carries)) { continue; }
            if (at > bestAt || (carries && !named)) { (best, bestAt, named) = (body, at, carries); }
        }
        return best is null ? null : (best, named ? "entities/short-name" : "entities/body-nominal");
    }

    /// <summary>"the Islamic State terrorist group", "Yonhap news agency": the name before the noun is the body's own.</summary>
    public EntityDraft? Named(Nominal nominal)
    {
        if (nominal.Affiliation.Body is not { Type: EntityType.Organization } body || !RoleClasses.Default.TakesName(nominal.Role, nominal.Noun)) { return null; }
        return body.Mentions.Exists(m => m.First >= nominal.Core && m.Last < nominal.Head) ? body : null;
    }

    private bool Near(int mention, int head) => parsed.SentenceIndex(head) - parsed.SentenceIndex(mention) <= BodyReach;

    private static bool FitsClass(Nominal nominal, EntityDraft body)
    {
        if (nominal.Role.Class is "country") { return body.Type == EntityType.Country && nominal.Affiliation.Country is null; }
        if (nominal.Role.Class is not "organization") { return RoleClasses.Default.Fits(nominal.Role.Class, body.Sector); }
        return body.Type == EntityType.Organization && RoleClasses.Default.PointsBack(nominal.Noun) && (body.Sector is null || RoleClasses.Default.Fits(nominal.Role.Class, body.Sector));
    }

    private static bool ContainsWord(string name, string word)
    {
        int at = name.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && word.Length > 3 && (at == 0 || name[at - 1] == ' ') && (at + word.Length == name.Length || name[at + word.Length] == ' ');
    }
}
