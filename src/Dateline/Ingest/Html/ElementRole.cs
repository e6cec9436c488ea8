namespace Dateline.Ingest.Html;

/// <summary>What an element is for, by its class and id names.</summary>
internal enum ElementRole
{
    /// <summary>Its names say nothing.</summary>
    Unknown,
    /// <summary>No part of the story.</summary>
    Drop,
    /// <summary>No part of the story, unless it is long.</summary>
    DropSmall,
    Deck,
    /// <summary>A deck where other signs say so too.</summary>
    MaybeDeck,
    /// <summary>A deck where other signs say so too, else a pointer to another story.</summary>
    DeckOrDrop,
    Byline,
    Caption,
    Credit,
    Kicker,
    Pullquote,
    Post,
    Correction,
}
