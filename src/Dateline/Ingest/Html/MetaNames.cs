using System.Collections.Frozen;
using Dateline.Knowledge;

namespace Dateline.Ingest.Html;

/// <summary>The meta elements of a page by name; which names hold dates says <c>knowledge/html/meta-dates.tsv</c>.</summary>
internal sealed class MetaNames
{
    private static readonly Lazy<FrozenDictionary<string, string>> s_dates = new(() =>
    {
        TsvTable table = TsvTable.Embedded("html/meta-dates.tsv");
        return table.Rows.ToFrozenDictionary(row => table.Cell(row, "name"), row => table.Cell(row, "field"), StringComparer.OrdinalIgnoreCase);
    });

    private readonly ILookup<string, string> _byName;

    public MetaNames(List<(string Name, string Content)> metas)
    {
        _byName = metas.ToLookup(m => m.Name, m => m.Content, StringComparer.OrdinalIgnoreCase);
        foreach ((string name, string content) in metas)
        {
            if (!s_dates.Value.TryGetValue(name, out string? field) || !content.AsSpan().ContainsAnyInRange('0', '9')) { continue; }
            switch (field)
            {
                case "published": Published ??= content; break;
                case "maybe": PublishedMaybe ??= content; break;
                case "modified": Modified ??= content; break;
                default: throw new InvalidDataException($"knowledge/html/meta-dates.tsv: field is \"{field}\"; expected published, maybe or modified.");
            }
        }
    }

    /// <summary>From a name that says so.</summary>
    public string? Published { get; }
    /// <summary>From a name that may mean the page's day and not the story's: <c>date</c>.</summary>
    public string? PublishedMaybe { get; }
    public string? Modified { get; }

    /// <summary>The first content of that name, or null.</summary>
    public string? First(string name) => _byName[name].FirstOrDefault();

    /// <summary>All contents of that name, in page order.</summary>
    public IEnumerable<string> All(string name) => _byName[name];
}
