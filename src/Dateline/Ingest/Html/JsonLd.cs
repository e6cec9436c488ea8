using System.Text.Json;

namespace Dateline.Ingest.Html;

/// <summary>The objects that a page's JSON-LD describes, whatever they are nested in.</summary>
internal sealed class JsonLd : IDisposable
{
    private const int MostObjects = 4000;

    private static readonly JsonDocumentOptions s_options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    private readonly List<JsonDocument> _documents = [];
    private readonly List<JsonElement> _objects = [];
    private readonly Dictionary<string, JsonElement> _byId = new(StringComparer.Ordinal);

    /// <summary>Reads the scripts; one that is broken and cannot be mended is left out.</summary>
    public static JsonLd Read(IEnumerable<string> scripts)
    {
        JsonLd found = new();
        foreach (string script in scripts)
        {
            if (Parse(script) is { } document)
            {
                found._documents.Add(document);
                found.TryCollect(document.RootElement);
            }
        }
        return found;
    }

    /// <summary>The articles, news before others, in page order.</summary>
    public IEnumerable<JsonElement> Articles() => _objects.Where(IsArticle).OrderBy(o => Types(o).Any(t => t.EndsWith("NewsArticle", StringComparison.Ordinal) || t is "LiveBlogPosting") ? 0 : 1);

    /// <summary>Captions and descriptions of the images.</summary>
    public IEnumerable<string> ImageTexts() =>
        _objects.Where(o => Types(o).Contains("ImageObject", StringComparer.Ordinal)).SelectMany(o => new[] { Text(o, "caption"), Text(o, "description") }).OfType<string>();

    /// <summary>The page itself.</summary>
    public IEnumerable<JsonElement> Pages() => _objects.Where(o => Types(o).Any(t => t.EndsWith("WebPage", StringComparison.Ordinal)));

    /// <summary>A property's text, entities decoded and white space collapsed; null where it is absent or no text.</summary>
    public static string? Text(JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out JsonElement value)) { return null; }
        if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0) { value = value[0]; }
        return String(value) is { } text && HtmlMetadata.Clean(System.Net.WebUtility.HtmlDecode(text)) is { Length: > 0 } clean ? clean : null;
    }

    /// <summary>The text of a value, or null: a string with a lone surrogate is none.</summary>
    public static string? String(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String) { return null; }
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The values of a property; one that is not in an array is its own only value, one given by <c>@id</c> is looked up.</summary>
    public IEnumerable<JsonElement> Values(JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out JsonElement value)) { yield break; }
        foreach (JsonElement one in value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : new[] { value })
        {
            bool reference = one.ValueKind == JsonValueKind.Object && !one.TryGetProperty("name", out _) && one.TryGetProperty("@id", out _);
            yield return reference && String(one.GetProperty("@id")) is { } id && _byId.TryGetValue(id, out JsonElement known) ? known : one;
        }
    }

    /// <summary>True for an object that is an organisation and no person.</summary>
    public static bool IsBody(JsonElement element) => element.ValueKind == JsonValueKind.Object && Types(element).Any(t => t.EndsWith("Organization", StringComparison.Ordinal) || t is "Corporation");

    public void Dispose()
    {
        foreach (JsonDocument document in _documents) { document.Dispose(); }
    }

    private static bool IsArticle(JsonElement element) =>
        Types(element).Any(t => t.EndsWith("Article", StringComparison.Ordinal) || t is "BlogPosting" or "LiveBlogPosting" or "Report" or "Review" or "CriticReview" or "SocialMediaPosting");

    private static IEnumerable<string> Types(JsonElement element)
    {
        if (!element.TryGetProperty("@type", out JsonElement type)) { return []; }
        return type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray().Select(t => String(t) ?? "")] : [String(type) ?? ""];
    }

    private static JsonDocument? Parse(string script)
    {
        try
        {
            return JsonDocument.Parse(script, s_options);
        }
        catch (JsonException)
        {
            return Mended(script);
        }
    }

    private static JsonDocument? Mended(string script)
    {
        try
        {
            return JsonDocument.Parse(JsonLdRepair.Mend(script), s_options);
        }
        catch (JsonException)
        {
            // Beyond repair, it says nothing about the story: the meta elements are asked.
            return null;
        }
    }

    private void TryCollect(JsonElement root)
    {
        try
        {
            Collect(root);
        }
        catch (InvalidOperationException)
        {
            // A name with a lone surrogate: what was collected before it is kept.
        }
    }

    private void Collect(JsonElement root)
    {
        Queue<JsonElement> open = new([root]);
        while (open.TryDequeue(out JsonElement element) && _objects.Count < MostObjects)
        {
            if (element.ValueKind == JsonValueKind.Array)
            {
                foreach (JsonElement item in element.EnumerateArray()) { open.Enqueue(item); }
            }
            if (element.ValueKind != JsonValueKind.Object) { continue; }
            _objects.Add(element);
            if (element.TryGetProperty("@id", out JsonElement id) && String(id) is { } name && element.TryGetProperty("name", out _)) { _byId.TryAdd(name, element); }
            foreach (JsonProperty property in element.EnumerateObject())
            {
                // What a page lists beside its story is none of it.
                if (property.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array && property.Name is "@graph" or "mainEntity" or "mainEntityOfPage" or "author" or "creator" or "publisher" or "liveBlogUpdate" or "image" or "primaryImageOfPage") { open.Enqueue(property.Value); }
            }
        }
    }
}
