using Dateline.Entities;
using Dateline.Events;
using Dateline.Places;
using Dateline.Quantities;
using Dateline.Statements;
using Dateline.Text;

namespace Dateline.Export;

/// <summary>Words and names for the ids and spans of one story.</summary>
internal sealed class ViewNames(StoryRecords records)
{
    private readonly Dictionary<string, Entity> _entities = Index(records.Entities, e => e.Id);
    private readonly Dictionary<string, Statement> _statements = Index(records.Statements, s => s.Id);
    private readonly Dictionary<string, Place> _places = Index(records.Places, p => p.Id);
    private readonly Dictionary<string, Quantity> _quantities = Index(records.Quantities, q => q.Id);

    /// <summary>The words under the span, on one line.</summary>
    public string Words(TextSpan span) => span.In(records.Story.Text).ToString().ReplaceLineEndings(" ");

    /// <summary>The statement with the id, or null.</summary>
    public Statement? Statement(string? id) => id is not null && _statements.TryGetValue(id, out Statement? statement) ? statement : null;

    /// <summary>"Emmanuel Macron" where the words are a name or pronoun; the words and the name where they differ.</summary>
    public string Speaker(Statement statement)
    {
        if (statement.Source is not { } source) { return "(nobody named)"; }
        string? name = source.Entity is { } id && _entities.TryGetValue(id, out Entity? entity) ? entity.Name : null;
        if (source.Span is not { } span) { return name is null ? "(implied)" : name + " (implied)"; }
        string words = Words(span);
        if (name is null || words.Contains(name, StringComparison.Ordinal)) { return words; }
        // "Macron" is shown by the full name; "he" and "the French leader" keep their words.
        return name.Contains(words, StringComparison.Ordinal) ? name : $"{words} [{name}]";
    }

    /// <summary>The party's name, or its words, with its code.</summary>
    public string Actor(EventActor actor)
    {
        string name = actor.Entity is { } id && _entities.TryGetValue(id, out Entity? entity) ? entity.Name : Words(actor.Span);
        string code = CsvStory.Code(actor.Code);
        string party = code.Length > 0 ? $"{name} ({code})" : name;
        return actor.By is { } word && _statements.TryGetValue(word, out Statement? accusation) ? $"{party}, by the word of {Speaker(accusation)}" : party;
    }

    /// <summary>Name of the place with the id, with its country; null for none.</summary>
    public string? Place(string? id) =>
        id is null || !_places.TryGetValue(id, out Place? place) ? null : place.Country is { } country && place.Kind != "country" ? $"{place.Name} ({country})" : place.Name;

    /// <summary>Words of the quantity with the id.</summary>
    public string Quantity(string id) => _quantities.TryGetValue(id, out Quantity? quantity) ? Words(quantity.Span) : id;

    private static Dictionary<string, T> Index<T>(IReadOnlyList<T> items, Func<T, string> id)
    {
        Dictionary<string, T> index = new(StringComparer.Ordinal);
        foreach (T item in items) { index.TryAdd(id(item), item); }
        return index;
    }
}
