using Dateline.Entities;
using Dateline.Knowledge;

namespace Dateline.Time;

/// <summary>The office holders a story names with their office, and the days on which all of them held it.</summary>
internal sealed class Incumbents
{
    private readonly List<List<OfficeTerm>> _persons = [];

    private Incumbents() { }

    /// <summary>How many persons are known in an office they have held.</summary>
    public int Count => _persons.Count;

    public bool Any => _persons.Count > 0;

    /// <summary>The first year in which all may have been in office together.</summary>
    public int FirstYear => _persons.Max(terms => terms.Min(t => t.Start?.Year ?? 1));

    /// <summary>The last such year; an open term is taken to run ten years from its start.</summary>
    public int LastYear => _persons.Min(terms => terms.Max(t => t.End?.Year ?? (t.Start?.Year ?? 1990) + 10));

    /// <summary>Reads the persons whose role in the story is an office they have held.</summary>
    public static Incumbents Of(EntitySet entities)
    {
        Incumbents found = new();
        foreach (Entity entity in entities.All)
        {
            if (entity is not { Type: EntityType.Person, Role: { } role } || !entity.Name.Contains(' ')) { continue; }
            if (role.Contains("former", StringComparison.OrdinalIgnoreCase)
                || role.Contains("ex-", StringComparison.OrdinalIgnoreCase)) { continue; }
            List<OfficeTerm> terms = [.. OfficeHolderTable.Default.Terms(entity.Name).Where(t => t.Tier != OfficeTier.Other && Names(role, t.Position))];
            if (terms.Count > 0) { found._persons.Add(terms); }
        }
        return found;
    }

    /// <summary>True when every one of them held the office on the day.</summary>
    public bool AllHeldOn(DateOnly day) => _persons.TrueForAll(terms => terms.Exists(t => t.HeldOn(day)));

    /// <summary>"president of France" names the position "President"; "prime minister" does not name "Minister of Finance".</summary>
    private static bool Names(string role, string position)
    {
        string office = position.Split(" of ", 2)[0];
        int at = role.IndexOf(office, StringComparison.OrdinalIgnoreCase);
        if (at < 0) { return false; }
        bool vice = at >= 5 && role.AsSpan(0, at).TrimEnd(" -").EndsWith("vice", StringComparison.OrdinalIgnoreCase);
        return !vice;
    }
}
