namespace Dateline.Entities;

/// <summary>One name cut out of a run, with the title and the affiliation that stood before it.</summary>
internal sealed class NamePiece
{
    /// <summary>First token of the name, without title.</summary>
    public required int First { get; init; }
    /// <summary>Last token, inclusive.</summary>
    public required int Last { get; init; }
    /// <summary>The title before the name, if any.</summary>
    public Title? Title { get; init; }
    /// <summary>First token of title and widening words ("Deputy Foreign Minister"), -1 without title.</summary>
    public int TitleFirst { get; init; } = -1;
    public int TitleLast { get; init; } = -1;
    /// <summary>Token of the demonym or religion before title or name ("French", "Republican"), -1 for none.</summary>
    public int Demonym { get; init; } = -1;
    /// <summary>The body or country before the title: "European Council" of its president.</summary>
    public NamePiece? Affiliation { get; init; }
    /// <summary>The name as looked up: single blanks, no line breaks.</summary>
    public required string Text { get; init; }
    public required bool Headline { get; init; }
    public EntityType Type { get; set; } = EntityType.Other;
    public EntityDraft? Entity { get; set; }
    public MentionDraft? Mention { get; set; }

    /// <summary>Number of tokens.</summary>
    public int Count => Last - First + 1;
}
