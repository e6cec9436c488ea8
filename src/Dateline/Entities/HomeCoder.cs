namespace Dateline.Entities;

/// <summary>Gives officials and bodies of state without a told country that of the story, where it speaks of one country alone: "the police", "President Mwanawasa".</summary>
internal static class HomeCoder
{
    /// <summary>Completes the codes; does nothing for a story about several countries.</summary>
    public static void Code(StoryHome home, IEnumerable<EntityDraft> drafts)
    {
        if (home.Country is not { } country) { return; }
        foreach (EntityDraft draft in drafts)
        {
            if (draft is not { Country: null, Organization: null, Members: null } || draft.Type is EntityType.Country or EntityType.Place) { continue; }
            // "ethnic Albanian guerrillas" are of the country they fight in.
            bool ethnic = draft.Name.StartsWith("ethnic ", StringComparison.OrdinalIgnoreCase);
            if (ethnic || draft.Sector is "GOV" or "LEG" or "JUD" or "MIL" or "COP" or "SPY" or "OPP" or "ELI" or "PTY") { draft.Country = country; }
        }
    }
}
