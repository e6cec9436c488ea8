using System.Globalization;
using Dateline.Entities;
using Dateline.Places;
using Dateline.Text;
using Dateline.Time;

namespace Dateline.Provenance;

/// <summary>Collects the fields of a record; absent values leave no field.</summary>
internal sealed class FieldList(StoryRecords records)
{
    private readonly List<ExplainedField> _fields = [];
    private readonly List<ExplainedWords> _words = [];

    public StoryRecords Records => records;

    public IReadOnlyList<ExplainedField> Fields => _fields;

    public IReadOnlyList<ExplainedWords> Words => [.. _words.OrderBy(w => w.Span)];

    /// <summary>The words of a span on one line.</summary>
    public string Text(TextSpan span) => string.Join(' ', span.In(records.Story.Text).ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public void Add(string name, string? value, string? rule = null)
    {
        if (!string.IsNullOrEmpty(value)) { _fields.Add(new ExplainedField(name, value, rule)); }
    }

    public void Add<T>(string name, T? value, string? rule = null) where T : struct, Enum => Add(name, value is { } v ? Camel(v.ToString()) : null, rule);

    public void AddFlag(string name, bool? value, string? rule = null) => Add(name, value == true ? "true" : null, rule);

    public void AddNumber(string name, double? value, string? rule = null) => Add(name, value?.ToString("0.######", CultureInfo.InvariantCulture), rule);

    /// <summary>A field that points at words; they are marked in the context.</summary>
    public void AddWords(string name, TextSpan? span, string? rule = null, string? mark = null)
    {
        if (span is not { } s) { return; }
        _words.Add(new ExplainedWords(mark ?? name, s));
        Add(name, $"\"{Text(s)}\"", rule);
    }

    /// <summary>Words that are marked and listed elsewhere.</summary>
    public void Mark(string name, TextSpan span) => _words.Add(new ExplainedWords(name, span));

    public void AddEntity(string name, string? id, string? rule = null)
    {
        if (id is null) { return; }
        Entity? entity = records.Entities.FirstOrDefault(e => e.Id == id);
        Add(name, entity is null ? id : $"{id} {entity.Name} ({Described(entity)})", rule);
    }

    public void AddTime(string name, string? id)
    {
        TimeExpression? time = records.Times.FirstOrDefault(t => t.Id == id);
        if (time is not null) { Add(name, $"{id} \"{Text(time.Span)}\" = {time.Value ?? "no value"}", time.Rule); }
    }

    public void AddPlace(string name, string? id)
    {
        Place? place = records.Places.FirstOrDefault(p => p.Id == id);
        if (place is not null) { Add(name, $"{id} \"{Text(place.Span)}\" = {place.Name}{(place.Country is { } c ? ", " + c : "")}", place.Rule); }
    }

    /// <summary>Type and codes of an entity, e.g. "person, FRA GOV".</summary>
    public static string Described(Entity entity)
    {
        string code = Code(entity.Code);
        return Camel(entity.Type.ToString()) + (code.Length > 0 ? ", " + code : "");
    }

    public static string Code(ActorCode? code) => code is null ? "" : string.Join(' ', new[] { code.Country, code.Sector, code.Organization }.OfType<string>());

    public static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    public static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
