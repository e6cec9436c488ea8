using Dateline.Ingest.Xml;

namespace Dateline.Ingest.Feeds;

/// <summary>What a feed says about itself.</summary>
/// <param name="Title">Its name, the outlet of its items.</param>
/// <param name="Link">The site it is the feed of.</param>
/// <param name="Language">Code of the language of its items, as written.</param>
internal sealed record FeedChannel(string? Title, string? Link, string? Language)
{
    /// <summary>Reads the element that holds the feed's own fields.</summary>
    public static FeedChannel Read(LooseElement channel)
    {
        LooseElement? title = channel.Child("title") ?? channel.Child("title", Vocabulary.Atom) ?? channel.Child("title", Vocabulary.DublinCore);
        return new FeedChannel(FeedText.Plain(title), FeedLink.Of(channel, null), (channel.Child("language") ?? channel.Child("language", Vocabulary.DublinCore))?.Text.Trim() ?? channel.Attribute("xml:lang"));
    }
}
