using Dateline.Places;
using Dateline.Statements;
using Dateline.Text;
using Dateline.Time;

namespace Dateline.Events;

/// <summary>One telling of a happening on its way to an <see cref="Event"/>; lives within one call of the coder.</summary>
internal sealed class EventDraft
{
    /// <summary>Token of the verb or noun that tells it.</summary>
    public required int Head { get; init; }
    /// <summary>Token that carries tense and modality: the trigger, or the light verb over an event noun.</summary>
    public required int Predicate { get; init; }
    public required TextSpan TriggerSpan { get; set; }
    public required string Lemma { get; init; }
    public required string Root { get; set; }
    public string? Mode { get; set; }
    public string? Cameo { get; set; }
    public required string Rule { get; init; }
    public bool IsNoun { get; init; }
    public bool Sure { get; init; }
    /// <summary>Told as an order of those who can enforce it.</summary>
    public bool Ordered { get; set; }
    /// <summary>Told as a purpose ("sent … to investigate").</summary>
    public bool Purpose { get; set; }
    /// <summary>Points back: "wounded in the attack", "condemned the strikes".</summary>
    public bool Anaphoric { get; set; }
    /// <summary>Too bare to stand alone ("the attack"): joins another telling or is dropped.</summary>
    public bool Bare { get; set; }
    public Frame? Frame { get; init; }
    public List<EventActor> Actors { get; init; } = [];
    public List<EventActor> Recipients { get; init; } = [];
    public int ActorStrength { get; set; }
    public int RecipientStrength { get; set; }
    public Place? Place { get; set; }
    /// <summary>Where the words name no place for it, the country of its scene.</summary>
    public string? SceneCountry { get; set; }
    public Place? Origin { get; set; }
    public Place? Via { get; set; }
    public TimeExpression? Time { get; set; }
    public EventWhen? When { get; set; }
    public Modality Modality { get; set; }
    public EventPolarity Polarity { get; set; }
    public Phase Phase { get; set; }
    /// <summary>Denied by the statement that holds it, not merely told as not so.</summary>
    public bool Denied { get; set; }
    public bool Background { get; set; }
    public bool Aggregate { get; set; }
    public List<Magnitude> Magnitudes { get; init; } = [];
    /// <summary>The statement that performs it, for a verbal act.</summary>
    public Statement? Act { get; set; }
    public List<string> Chain { get; set; } = [];
    /// <summary>Later statements that deny it.</summary>
    public List<Statement> Denials { get; } = [];
    public double Confidence { get; set; }
    /// <summary>Tokens of all tellings joined in this sentence.</summary>
    public List<int> Heads { get; init; } = [];
    /// <summary>Other tellings in the story.</summary>
    public List<EventDraft> Others { get; init; } = [];
}
