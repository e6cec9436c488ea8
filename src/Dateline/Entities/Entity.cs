using System.Text.Json.Serialization;
using Dateline.Text;

namespace Dateline.Entities;

/// <summary>Somebody or something the story speaks of, with all its mentions.</summary>
public sealed record Entity
{
    /// <summary><c>e1</c>, <c>e2</c>, … in order of first mention.</summary>
    public required string Id { get; init; }
    /// <summary>Fullest name in the story without title or article, else the fullest description.</summary>
    public required string Name { get; init; }
    public required EntityType Type { get; init; }
    public ActorCode? Code { get; init; }
    /// <summary>As the story words it: "president of France".</summary>
    public string? Role { get; init; }
    public string? Wikidata { get; init; }
    /// <summary>Ids of the members of a compound ("Volker and Morrison").</summary>
    public IReadOnlyList<string>? Members { get; init; }
    public required IReadOnlyList<Mention> Mentions { get; init; }
    /// <summary>For agreement with pronouns.</summary>
    [JsonIgnore]
    public Gender Gender { get; init; }
}

/// <summary>Words that stand for an entity.</summary>
public sealed record Mention
{
    /// <summary>For a name: the proper-name run without title ("Emmanuel Macron"); for a nominal: the phrase with its article ("the French leader").</summary>
    public required TextSpan Span { get; init; }
    public required MentionForm Form { get; init; }
    public required string Rule { get; init; }
    /// <summary>Index of the syntactic head token.</summary>
    [JsonIgnore]
    public int Head { get; init; }
    /// <summary>Tokens that may head the phrase under another analysis: those of the title and of the name, an apposed noun.</summary>
    [JsonIgnore]
    public IReadOnlyList<int> OtherHeads { get; init; } = [];
}

[JsonConverter(typeof(CamelCaseEnumConverter<EntityType>))]
public enum EntityType { Person, Organization, Country, Place, Group, Event, Other }

[JsonConverter(typeof(CamelCaseEnumConverter<MentionForm>))]
public enum MentionForm { Name, Nominal, Pronoun, Headline }

public enum Gender : byte { Unknown, Female, Male, Neuter, Plural }

/// <summary>Who an actor is, for coding: ISO 3166-1 alpha-3 country, PLOVER 2.0 sector, body.</summary>
public sealed record ActorCode
{
    public string? Country { get; init; }
    public string? Sector { get; init; }
    public string? Organization { get; init; }
    /// <summary>True when a user's dictionary gave it: nothing the program knows overrules it.</summary>
    [JsonIgnore]
    public bool IsGiven { get; init; }
}
