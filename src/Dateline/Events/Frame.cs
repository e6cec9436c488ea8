namespace Dateline.Events;

/// <summary>The parties of a verb as the tree gives them, by head token; -1 for none.</summary>
internal sealed record Frame
{
    public required int Verb { get; init; }
    /// <summary>Who does it: subject of the active, "by" phrase of the passive, or inherited from the clause above.</summary>
    public int Subject { get; init; } = -1;
    /// <summary>A second subject joined to it by "and" where the tree has parted them; -1 for none.</summary>
    public int CoSubject { get; init; } = -1;
    /// <summary>To whom it is done: object of the active, subject of the passive.</summary>
    public int Object { get; init; } = -1;
    public int IndirectObject { get; init; } = -1;
    public bool Passive { get; init; }
    /// <summary>True when the subject stands in the clause above.</summary>
    public bool Inherited { get; init; }
    /// <summary>True for the outcome of an attack told passively: "the house was hit, <i>killing</i> two".</summary>
    public bool Outcome { get; init; }
    /// <summary>Prepositional phrases of the verb, and of its object when they follow it: preposition and head token.</summary>
    public required IReadOnlyList<(string Preposition, int Token)> Phrases { get; init; }
    /// <summary>Head of the complement clause: "threatened to <i>leave</i>", "demanded that it <i>end</i>".</summary>
    public int Complement { get; init; } = -1;

    /// <summary>First phrase with the preposition, or -1.</summary>
    public int Phrase(string preposition)
    {
        foreach ((string p, int token) in Phrases)
        {
            if (p == preposition) { return token; }
        }
        return -1;
    }
}
