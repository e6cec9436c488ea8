using System.Text;
using System.Text.Json;
using Dateline.Ingest.Feeds;
using Dateline.Ingest.Xml;

namespace Dateline.Ingest.Wire;

/// <summary>Reads ninjs 1 to 3: one item, or an array of them.</summary>
/// <seealso href="specs/ingest/wire.md"/>
internal static class NinjsReader
{
    /// <summary>True for an object that has an address of its own and any of the fields that ninjs gives an item.</summary>
    public static bool IsItem(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && NinjsFields.Text(root, "uri") is not null
        && root.EnumerateObject().Any(p => p.Name.ToLowerInvariant() is "type" or "headline" or "headlines" or "bodies" or "versioncreated" or "standard" or "$standard" or "descriptions" or "eventdetails"
            || p.Name.StartsWith("body_", StringComparison.Ordinal) || p.Name.StartsWith("description_", StringComparison.Ordinal));

    /// <summary>The item as a story, or why it is none.</summary>
    public static StoryInput Read(JsonElement item, string name, int? number)
    {
        StoryDraft draft = Draft(item);
        StoryInput input = new() { File = name, Item = number, Format = InputFormat.Item, Bytes = Encoding.UTF8.GetBytes(item.GetRawText()), Draft = draft };
        string? type = NinjsFields.Text(item, "type");
        bool text = type is "text" || type is null or "composite" && (draft.Html ?? draft.Text) is not null && NinjsFields.Member(item, "eventdetails").ValueKind == JsonValueKind.Undefined;
        return text ? input : input with { Failure = new StoryError(DiagnosticCodes.NotText, $"{input.Place}: the item is of type {type ?? "none and without a body"}, expected text. It is passed over.") };
    }

    private static StoryDraft Draft(JsonElement item)
    {
        string? uri = NinjsFields.Text(item, "uri"), by = NinjsFields.Text(item, "by") ?? NinjsFields.Text(item, "byline");
        string? created = FeedDate.Normalize(NinjsFields.Text(item, "contentcreated") ?? NinjsFields.Text(item, "firstcreated"));
        string? version = FeedDate.Normalize(NinjsFields.Text(item, "versioncreated"));
        string? source = NinjsFields.List(item, "infosources").Select(s => NinjsFields.Text(s, "name")).FirstOrDefault(n => n is not null);
        string? holder = NinjsFields.Text(item, "copyrightholder");
        StoryDraft draft = new()
        {
            Id = uri,
            Title = FeedText.Plain(NinjsFields.Value(item, "headline", "headlines", ["main", "headline"]) ?? NinjsFields.Text(item, "title"), TextKind.Plain),
            Byline = by,
            Authors = by is null ? null : [by.StartsWith("By ", StringComparison.OrdinalIgnoreCase) ? by[3..].Trim() : by],
            Url = uri is not null && FeedLink.IsWeb(uri) ? uri : null,
            Outlet = holder ?? source,
            Agency = holder is not null && source != holder ? source : null,
            Section = NinjsFields.Text(item, "slugline"),
            Language = NinjsFields.Text(item, "language"),
            Dateline = NinjsFields.Text(item, "located"),
            Published = created ?? version,
            Modified = created is null || created == version ? null : version,
        };
        return Body(item, draft);
    }

    /// <summary>HTML before NITF before plain text; a description where there is no body.</summary>
    private static StoryDraft Body(JsonElement item, StoryDraft draft)
    {
        List<(string Kind, string Value)> bodies = [.. NinjsFields.Texts(item, "body_", "bodies")];
        string? Find(string kind) => bodies.Find(b => b.Kind.Contains(kind, StringComparison.OrdinalIgnoreCase)).Value;
        if (Find("html") is { } html) { return draft with { Html = html }; }
        if (Find("nitf") is { } nitf && LooseXml.Parse(nitf).Root is { } root) { return NitfReader.Fill(draft, root); }
        string? text = Find("text") ?? (bodies.Count > 0 ? bodies[0].Value : null) ?? NinjsFields.Texts(item, "description_", "descriptions").Select(d => d.Value).FirstOrDefault();
        return text is null ? draft : FeedText.IsMarkup(text) ? draft with { Html = text } : draft with { Text = text };
    }
}
