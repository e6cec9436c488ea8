using System.Text.Json.Serialization;
using Dateline.Entities;
using Dateline.Text;

namespace Dateline.Events;

/// <summary>A happening as reported, coded in PLOVER and CAMEO, with everyone who vouches for it.</summary>
public sealed record Event
{
    public required string Id { get; init; }
    /// <summary>The clause of its fullest telling.</summary>
    public required TextSpan Span { get; init; }
    public required Trigger Trigger { get; init; }
    /// <summary>The other tellings in the story.</summary>
    public IReadOnlyList<TextSpan>? Mentions { get; init; }
    /// <summary>PLOVER root, upper case.</summary>
    public required string Plover { get; init; }
    public string? Mode { get; init; }
    public IReadOnlyList<string>? Context { get; init; }
    public string? Cameo { get; init; }
    public double? Goldstein { get; init; }
    public int? Quad { get; init; }
    public IReadOnlyList<EventActor>? Actor { get; init; }
    public IReadOnlyList<EventActor>? Recipient { get; init; }
    public string? Place { get; init; }
    public string? Origin { get; init; }
    public string? Via { get; init; }
    public string? Country { get; init; }
    /// <summary>For a verbal act: the statement that performs it.</summary>
    public string? Statement { get; init; }
    public string? Time { get; init; }
    public EventWhen? When { get; init; }
    public IReadOnlyList<Magnitude>? Magnitudes { get; init; }
    public Modality Modality { get; init; }
    public EventPolarity Polarity { get; init; }
    public Phase? Phase { get; init; }
    public required EventStatus Status { get; init; }
    public bool Aggregate { get; init; }
    public bool Background { get; init; }
    /// <summary>Ids of statements, outermost first; empty when the outlet tells it.</summary>
    public required IReadOnlyList<string> Attribution { get; init; }
    public IReadOnlyList<EventReport>? Reports { get; init; }
    public double Confidence { get; init; }
    public required string Rule { get; init; }
}

/// <summary>The word or words that tell the happening.</summary>
public sealed record Trigger(TextSpan Span, string Lemma)
{
    /// <summary>Index of the head token.</summary>
    [JsonIgnore]
    public int Head { get; init; } = -1;
}

/// <summary>A party to an event, by its words and entity.</summary>
public sealed record EventActor
{
    public required TextSpan Span { get; init; }
    public string? Entity { get; init; }
    public ActorCode? Code { get; init; }
    /// <summary>True when no words give the country: it is that of the scene or of the other side; absent otherwise.</summary>
    public bool? Inferred { get; init; }
    /// <summary>Id of the statement by whose word alone it is a party ("the strike, which A blamed on B"); absent where whoever tells the event tells this too. Formats without such a field leave the party out.</summary>
    public string? By { get; init; }
}

/// <summary>When it happened, half-open, with how exactly and by what.</summary>
public sealed record EventWhen
{
    public DateOnly? Start { get; init; }
    public DateOnly? End { get; init; }
    public WhenPrecision? Precision { get; init; }
    public required WhenBasis Basis { get; init; }
}

public sealed record Magnitude
{
    public required string Quantity { get; init; }
    /// <summary>fighters, dead, injured, missing, displaced, arrested, captured, crowd, troops, money, other.</summary>
    public required string Measure { get; init; }
    public string? Of { get; init; }
    public MagnitudeScope? Scope { get; init; }
}

/// <summary>One voucher's own words and values for the happening.</summary>
public sealed record EventReport
{
    public required IReadOnlyList<string> Chain { get; init; }
    public required ReportStance Stance { get; init; }
    public required TextSpan Span { get; init; }
    public EventWhen? When { get; init; }
    public string? Place { get; init; }
    public IReadOnlyList<Magnitude>? Magnitudes { get; init; }
}

[JsonConverter(typeof(CamelCaseEnumConverter<Modality>))]
public enum Modality { Actual, Planned, Threatened, Demanded, Hypothetical }

[JsonConverter(typeof(CamelCaseEnumConverter<EventPolarity>))]
public enum EventPolarity { Affirmed, Negated }

[JsonConverter(typeof(CamelCaseEnumConverter<Phase>))]
public enum Phase { Completed, Ongoing, Attempted, Foiled, Cancelled }

[JsonConverter(typeof(CamelCaseEnumConverter<EventStatus>))]
public enum EventStatus { Reported, Denied, Planned, Ongoing, Threatened, Demanded, Hypothetical, Negated, Cancelled }

[JsonConverter(typeof(CamelCaseEnumConverter<WhenPrecision>))]
public enum WhenPrecision { Day, Week, Month, Season, Year, Interval }

[JsonConverter(typeof(CamelCaseEnumConverter<WhenBasis>))]
public enum WhenBasis { Stated, Inferred, Publication }

[JsonConverter(typeof(CamelCaseEnumConverter<MagnitudeScope>))]
public enum MagnitudeScope { Incident, Cumulative }

[JsonConverter(typeof(CamelCaseEnumConverter<ReportStance>))]
public enum ReportStance { Asserts, Confirms, Denies, Doubts }
