using Dateline.Entities;
using Dateline.Events;
using Dateline.Text;

namespace Dateline.Export;

/// <summary>A story's records with what flat tables need: offsets in code points, names for ids.</summary>
internal sealed class CsvStory(StoryRecords records)
{
    private readonly int[]? _map = RecordJson.CodePointOffsets(records.Story.Text);
    private readonly Dictionary<string, Entity> _entities = Index(records.Entities);

    public StoryRecords Records { get; } = records;

    /// <summary>First character, in code points.</summary>
    public int? Start(TextSpan? span) => span is not { } s ? null : _map is null ? s.Start : _map[s.Start];

    /// <summary>Character after the last, in code points.</summary>
    public int? End(TextSpan? span) => span is not { } s ? null : _map is null ? s.End : _map[s.End];

    /// <summary>The words of the span; none for no span.</summary>
    public ReadOnlySpan<char> Words(TextSpan? span) => span is { } s ? s.In(Records.Story.Text) : default;

    /// <summary>The words of several spans, with an ellipsis where words between them are left out.</summary>
    public string Words(IReadOnlyList<TextSpan>? spans) =>
        spans is null ? "" : string.Join(" … ", spans.Select(span => span.In(Records.Story.Text).ToString()));

    /// <summary>Name of the entity with the id, or "".</summary>
    public string Name(string? id) => id is not null && _entities.TryGetValue(id, out Entity? entity) ? entity.Name : "";

    /// <summary>Several actors in one cell, separated by "; ".</summary>
    public string Actors(IReadOnlyList<EventActor>? actors) => actors is null ? "" : string.Join("; ", actors.Where(a => a.By is null).Select(Actor));

    /// <summary>Several actors' codes in one cell: country, sector and organization joined by "-".</summary>
    public static string Codes(IReadOnlyList<EventActor>? actors) => actors is null ? "" : string.Join("; ", actors.Where(a => a.By is null).Select(actor => Code(actor.Code)));

    /// <summary>"FRA-GOV"; "" for none.</summary>
    public static string Code(ActorCode? code) => string.Join('-', new[] { code?.Country, code?.Sector, code?.Organization }.Where(part => part is not null));

    /// <summary>The name records.md gives an enum's value.</summary>
    public static string Enum<T>(T? value) where T : struct, Enum
    {
        if (value is not { } known) { return ""; }
        string name = known.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    private string Actor(EventActor actor) => Name(actor.Entity) is { Length: > 0 } name ? name : Words(actor.Span).ToString();

    private static Dictionary<string, Entity> Index(IReadOnlyList<Entity> entities)
    {
        Dictionary<string, Entity> index = new(StringComparer.Ordinal);
        foreach (Entity entity in entities) { index.TryAdd(entity.Id, entity); }
        return index;
    }
}
