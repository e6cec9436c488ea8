using Dateline.Stories;
using Dateline.Web.Marking;

namespace Dateline.Web.Pages;

/// <summary>A story with its records.</summary>
public sealed record StoryModel
{
    public required PageHead Head { get; init; }
    public required StoryRecords Records { get; init; }
    public required string Headline { get; init; }
    public required IReadOnlyList<StoryRow> Rows { get; init; }
    /// <summary>Records that no paragraph holds: people, places, times, quantities.</summary>
    public required IReadOnlyList<CardGroup> Groups { get; init; }
    /// <summary>The record the address points at, or null.</summary>
    public string? Chosen { get; init; }
    /// <summary>What belongs to the chosen record.</summary>
    public required IReadOnlySet<string> Lit { get; init; }
    public required int Statements { get; init; }
    public required int Events { get; init; }
}

/// <summary>A block of the story with the cards of what begins in it.</summary>
public sealed record StoryRow(BlockRole Role, IReadOnlyList<Run> Runs, IReadOnlyList<Card> Cards);

/// <summary>Cards of one kind.</summary>
public sealed record CardGroup(string Title, IReadOnlyList<Card> Cards);

/// <summary>A record in a few lines.</summary>
public sealed record Card
{
    public required string Id { get; init; }
    /// <summary>statement, event, entity, time, place, quantity.</summary>
    public required string Kind { get; init; }
    /// <summary>Ids of what lights up with it, separated by blanks.</summary>
    public required string Chain { get; init; }
    /// <summary>Speaker, category, name.</summary>
    public required string Title { get; init; }
    /// <summary>After the title: the cue, the trigger.</summary>
    public string? Word { get; init; }
    /// <summary>Where the title leads: the ledger of somebody in public office or a body.</summary>
    public string? Link { get; init; }
    /// <summary>Short facts, in order.</summary>
    public IReadOnlyList<string> Facts { get; init; } = [];
    /// <summary>Facts that change what the record means: denied, planned, disputed.</summary>
    public IReadOnlyList<string> Signs { get; init; } = [];
    /// <summary>Who and upon whom, when and where.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];
    /// <summary>By whose word.</summary>
    public string? Voice { get; init; }
    /// <summary>Id of the record this stands inside.</summary>
    public string? Inside { get; init; }
    public double? Confidence { get; init; }
    /// <summary>What the title stands for in the code book.</summary>
    public string? Code { get; init; }
}
