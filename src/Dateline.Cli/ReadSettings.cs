using Dateline.Ingest;

namespace Dateline.Cli;

/// <summary>What the user asked <c>read</c> for.</summary>
internal sealed record ReadSettings
{
    public required IReadOnlyList<string> Files { get; init; }
    public required InputOptions Input { get; init; }
    public string? Format { get; init; }
    public required int Jobs { get; init; }
    public int? Limit { get; init; }
    public bool Strict { get; init; }
    public string? Errors { get; init; }
    public string? Folder { get; init; }
    public string? Table { get; init; }
    /// <summary>Event formats: also what is not a plain fact told by the outlet.</summary>
    public bool All { get; init; }
    public string? Sidecar { get; init; }
    public string? Verbs { get; init; }
    /// <summary>Actor dictionaries, the first to know a name codes it.</summary>
    public IReadOnlyList<string> Actors { get; init; } = [];
    /// <summary>Folder with a user's office holders and places.</summary>
    public string? Knowledge { get; init; }
    /// <summary>File for NDJSON instead of standard output.</summary>
    public string? Output { get; init; }
    public string? Checkpoint { get; init; }
    /// <summary>Statements and events under it are left out; 0 keeps all.</summary>
    public double MinConfidence { get; init; }
    public required string Color { get; init; }

    /// <summary>What decides the bytes of the output, for telling whether a checkpoint is this run's.</summary>
    public string Identity => string.Join('\n', [.. Files, Input.ToString(), Output ?? "", Errors ?? "", Verbs ?? "", .. Actors, Knowledge ?? "", MinConfidence.ToString(System.Globalization.CultureInfo.InvariantCulture), Limit?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "", CoderVersion.Text, Dateline.Knowledge.KnowledgeVersion.Text]);
}
