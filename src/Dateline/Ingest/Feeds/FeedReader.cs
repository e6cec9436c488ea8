using System.Text;
using Dateline.Ingest.Xml;

namespace Dateline.Ingest.Feeds;

/// <summary>Cuts a feed (RSS 0.9 to 2.0, RDF, Atom, CDF) into its items, in the feed's order.</summary>
/// <seealso href="specs/ingest/feeds.md"/>
internal static class FeedReader
{
    /// <summary>True for the root of a feed.</summary>
    public static bool IsFeed(string root) => root.ToUpperInvariant() is "RSS" or "RDF" or "FEED" or "CHANNEL";

    /// <summary>The items, each with its own piece of the source as its bytes.</summary>
    public static IEnumerable<StoryInput> Read(LooseDocument document, string source, string name)
    {
        LooseElement root = document.Root!;
        LooseElement channel = root.Elements.FirstOrDefault(e => e.Local.Equals("channel", StringComparison.OrdinalIgnoreCase)) ?? root;
        FeedChannel about = FeedChannel.Read(channel);
        int number = 0;
        LooseElement? last = null;
        foreach (LooseElement item in Items(root))
        {
            if (last is not null) { yield return Input(last, ++number, cut: false); }
            last = item;
        }
        if (last is null)
        {
            yield return StoryInput.Failed(name, InputFormat.Item, DiagnosticCodes.NoStory, $"{name}: the feed holds no item.");
            yield break;
        }
        yield return Input(last, ++number, document.CutShort && last.End == source.Length);

        StoryInput Input(LooseElement item, int number, bool cut)
        {
            StoryDraft draft = FeedItem.Read(item, about);
            StoryInput input = new()
            {
                File = name,
                Item = number,
                Format = InputFormat.Item,
                Bytes = Encoding.UTF8.GetBytes(source[item.Start..item.End]),
                Draft = draft,
            };
            return !cut ? input : input with { Draft = draft with { Diagnostics = [new Diagnostic(DiagnosticCodes.CutShort, $"{input.Place}: the file ends inside this item, whose end may be missing. Fetch the file again.")] } };
        }
    }

    private static IEnumerable<LooseElement> Items(LooseElement root)
    {
        foreach (LooseNode node in root.Descendants())
        {
            if (node.Element is { } element && (element.Is("item", Vocabulary.Own) || element.Is("entry", Vocabulary.Own) || element.Is("entry", Vocabulary.Atom))) { yield return element; }
        }
    }
}
