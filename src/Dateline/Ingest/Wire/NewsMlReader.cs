using System.Text;
using Dateline.Ingest.Xml;

namespace Dateline.Ingest.Wire;

/// <summary>Cuts a NewsML-G2 document, one item or a message of several, into its stories.</summary>
/// <seealso href="specs/ingest/wire.md"/>
internal static class NewsMlReader
{
    /// <summary>True for the root of a NewsML-G2 document.</summary>
    public static bool IsDocument(string root) => root == "newsMessage" || IsItem(root);

    /// <summary>The items in order; those that are no text are failed stories.</summary>
    public static IEnumerable<StoryInput> Read(LooseElement root, string source, string name)
    {
        bool message = root.Local == "newsMessage";
        IEnumerable<LooseElement> items = message ? root.Elements.Where(e => e.Local == "itemSet").SelectMany(set => set.Elements).Where(e => IsItem(e.Local)) : [root];
        int number = 0;
        foreach (LooseElement item in items)
        {
            number++;
            StoryInput input = new()
            {
                File = name,
                Item = message ? number : null,
                Format = InputFormat.Item,
                Bytes = Encoding.UTF8.GetBytes(source[item.Start..item.End]),
            };
            yield return Story(item, input);
        }
        if (number == 0) { yield return StoryInput.Failed(name, InputFormat.Item, DiagnosticCodes.NoStory, $"{name}: the message holds no item."); }
    }

    private static bool IsItem(string name) => name is "newsItem" or "packageItem" or "conceptItem" or "knowledgeItem" or "planningItem" or "catalogItem";

    private static StoryInput Story(LooseElement item, StoryInput input)
    {
        StoryDraft draft = NewsMlItem.Read(item);
        input = input with { Draft = draft };
        string kind = item.Local == "newsItem" ? NewsMlItem.Class(item) ?? "text" : item.Local;
        bool text = kind == "text" || kind == "composite" && draft.Html is not null;
        if (!text) { return Fail(DiagnosticCodes.NotText, $"the item is of class {kind}, expected text. It is passed over."); }
        if ((draft.Html ?? draft.Text) is not null) { return input; }
        if (NewsMlItem.Content(item) is not { } content || content.Local != "remoteContent" && content.Nodes.All(n => n.Element is null)) { return input; }
        if (content.Local == "remoteContent") { return Fail(DiagnosticCodes.AddressesOnly, $"the text is not in the item, but at \"{content.Attribute("href")}\". Fetch it and pass it."); }
        return Fail(DiagnosticCodes.NotText, $"the item's content is {content.Attribute("contenttype") ?? content.Local}, expected NITF, XHTML or text. It is passed over.");

        StoryInput Fail(string code, string reason) => input with { Failure = new StoryError(code, $"{input.Place}: {reason}") };
    }
}
