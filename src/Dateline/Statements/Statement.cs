using System.Text.Json.Serialization;
using Dateline.Text;

namespace Dateline.Statements;

/// <summary>Somebody's words or stated position, as the story attributes them.</summary>
public sealed record Statement
{
    public required string Id { get; init; }
    public required Act Act { get; init; }
    public StatementSource? Source { get; init; }
    public Stance Stance { get; init; }
    public Cue? Cue { get; init; }
    public required Content Content { get; init; }
    public required StatementForm Form { get; init; }
    public Addressee? Addressee { get; init; }
    public SpanRefWithRule? Occasion { get; init; }
    /// <summary>Id of the time of saying.</summary>
    public string? Time { get; init; }
    /// <summary>Id of the place of saying.</summary>
    public string? Place { get; init; }
    public Polarity Polarity { get; init; }
    public Certainty Certainty { get; init; }
    /// <summary>The statement whose content holds this one.</summary>
    public string? Parent { get; init; }
    /// <summary>The fullest telling of the same utterance.</summary>
    public string? Repeats { get; init; }
    public double Confidence { get; init; }
    public required string Rule { get; init; }
}

/// <summary>Words with the rule that chose them.</summary>
public sealed record SpanRefWithRule(TextSpan Span, string? Rule = null);

/// <summary>Who speaks. No span when only implied.</summary>
public sealed record StatementSource
{
    public TextSpan? Span { get; init; }
    public string? Entity { get; init; }
    public string? OnBehalfOf { get; init; }
    public required SourceForm Form { get; init; }
    public Anonymity? Anonymity { get; init; }
    public required string Rule { get; init; }
    /// <summary>Index of the head token, -1 for none.</summary>
    [JsonIgnore]
    public int Head { get; init; } = -1;
}

/// <summary>Why and how many, for an unnamed source.</summary>
public sealed record Anonymity
{
    public SpanRefWithRule? Reason { get; init; }
    public int? Count { get; init; }
}

/// <summary>The words that hand the content to the source.</summary>
public sealed record Cue
{
    public required TextSpan Span { get; init; }
    public required string Lemma { get; init; }
    public required CueKind Kind { get; init; }
    /// <summary>Index of the head token, -1 for none.</summary>
    [JsonIgnore]
    public int Head { get; init; } = -1;
}

/// <summary>What is said: its parts, the words inside quotation marks, and the editor's additions among them.</summary>
public sealed record Content
{
    public required IReadOnlyList<TextSpan> Spans { get; init; }
    public IReadOnlyList<TextSpan>? Verbatim { get; init; }
    public IReadOnlyList<Insertion>? Insertions { get; init; }
}

public sealed record Insertion(TextSpan Span, InsertionKind Kind);

public sealed record Addressee
{
    public required TextSpan Span { get; init; }
    public string? Entity { get; init; }
}

[JsonConverter(typeof(CamelCaseEnumConverter<Act>))]
public enum Act
{
    Assert, Confirm, Deny, Claim, Announce, Describe, Ask, Urge, Demand, Order, Promise, Offer, Threaten, Warn, Accuse, Criticize,
    Praise, Welcome, Apologize, Agree, Refuse, Decline, Predict, Believe, Intend,
}

[JsonConverter(typeof(CamelCaseEnumConverter<SourceForm>))]
public enum SourceForm { Name, Nominal, Pronoun, Relative, Implicit, Document, Unnamed }

[JsonConverter(typeof(CamelCaseEnumConverter<Stance>))]
public enum Stance { Neutral, Distancing, Endorsing }

[JsonConverter(typeof(CamelCaseEnumConverter<CueKind>))]
public enum CueKind { Verb, Noun, Preposition, Punctuation }

[JsonConverter(typeof(CamelCaseEnumConverter<StatementForm>))]
public enum StatementForm { Direct, Indirect, Mixed, Headline }

[JsonConverter(typeof(CamelCaseEnumConverter<InsertionKind>))]
public enum InsertionKind { Addition, Substitution, Disclaimer, Translation, Ellipsis }

[JsonConverter(typeof(CamelCaseEnumConverter<Polarity>))]
public enum Polarity { Affirmed, Denied }

[JsonConverter(typeof(CamelCaseEnumConverter<Certainty>))]
public enum Certainty { Asserted, Hedged, Hearsay }
