using Dateline.Events.UserVerbs;
using Dateline.Knowledge.User;
using Dateline.Places;

namespace Dateline;

/// <summary>What can be set about the reading of stories.</summary>
public sealed record PipelineOptions
{
    /// <summary>How places are resolved.</summary>
    public PlaceOptions Places { get; init; } = new();

    /// <summary>A user's verb dictionary, which goes before the built-in lexicon; null for none.</summary>
    public PetrarchVerbDictionary? Verbs { get; init; }

    /// <summary>What a user adds to the built-in knowledge; null for nothing.</summary>
    public UserKnowledge? Knowledge { get; init; }

    /// <summary>Versions written on every record.</summary>
    public Coder Coder { get; init; } = new() { Version = "0.1.0", Knowledge = "none", Models = "none" };
}
