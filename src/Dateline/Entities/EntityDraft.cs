using Dateline.Text;

namespace Dateline.Entities;

/// <summary>An entity while the stages still add to it. Lives inside one call of <see cref="EntityRecognizer.Recognize"/>.</summary>
internal sealed class EntityDraft
{
    public required string Name { get; set; }
    public EntityType Type { get; set; }
    public Gender Gender { get; set; }
    public string? Country { get; set; }
    public string? Sector { get; set; }
    public string? Organization { get; set; }
    /// <summary>"president of France"; the first one told is kept.</summary>
    public string? Role { get; set; }
    /// <summary>Classes of every role noun told of it.</summary>
    public HashSet<string> RoleClasses { get; } = new(StringComparer.Ordinal);
    /// <summary>The role nouns themselves, lower case.</summary>
    public HashSet<string> RoleNouns { get; } = new(StringComparer.Ordinal);
    public string? Wikidata { get; set; }
    /// <summary>True once the table of office holders has been asked.</summary>
    public bool OfficeAsked { get; set; }
    /// <summary>True for entities with a name of their own.</summary>
    public bool Named { get; set; }
    /// <summary>True when a table or several signs typed the name; an unsure one may turn out a person by a pronoun.</summary>
    public bool Sure { get; set; } = true;
    /// <summary>True when a person is the name's next likely reading: a surname that is also a town's.</summary>
    public bool PerhapsPerson { get; set; }
    public List<EntityDraft>? Members { get; set; }
    public List<MentionDraft> Mentions { get; } = [];

    /// <summary>Adds words that stand for it.</summary>
    public MentionDraft Add(MentionDraft mention)
    {
        mention.Entity = this;
        Mentions.Add(mention);
        return mention;
    }
}

/// <summary>A mention while its entity is sought.</summary>
internal sealed class MentionDraft
{
    public required TextSpan Span { get; init; }
    /// <summary>First and last token, inclusive.</summary>
    public required int First { get; init; }
    public required int Last { get; init; }
    public required int Head { get; init; }
    public required MentionForm Form { get; init; }
    public required string Rule { get; set; }
    /// <summary>Further tokens that may head the phrase: the title, the apposed noun.</summary>
    public List<int>? OtherHeads { get; set; }
    public EntityDraft Entity { get; set; } = null!;
}
