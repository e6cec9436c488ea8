using System.Text.Json.Serialization;
using Dateline.Text;

namespace Dateline.Stories;

/// <summary>One news story as read: its text, typed blocks, and what the input says about it.</summary>
public sealed record Story
{
    /// <summary>Given id, else a hash of url, outlet, date and text.</summary>
    public required string Id { get; init; }
    /// <summary><c>sha256:…</c> of <see cref="Text"/> in UTF-8.</summary>
    public string? TextHash { get; init; }
    /// <summary><c>sha256:…</c> of the bytes the story was read from.</summary>
    public string? InputHash { get; init; }
    /// <summary>Instant it was fetched, from an archive.</summary>
    public string? Retrieved { get; init; }
    /// <summary>Where it lies in a web archive.</summary>
    public StoryArchive? Archive { get; init; }
    /// <summary>Address it was published at.</summary>
    public string? Url { get; init; }
    /// <summary>Who published it: the outermost voice.</summary>
    public string? Outlet { get; init; }
    /// <summary>News agency that wrote it, as a wire message says; the one named in a dateline stands there.</summary>
    public string? Agency { get; init; }
    /// <summary>Who handed it on, the origin first, as a wire message says.</summary>
    public IReadOnlyList<string>? Hops { get; init; }
    /// <summary>ISO 639-1 code.</summary>
    public string? Language { get; init; }
    /// <summary>Name of the file it came from, with extension.</summary>
    public string? File { get; init; }
    public SpanRef? Headline { get; init; }
    public SpanRef? Deck { get; init; }
    public SpanRef? Byline { get; init; }
    public IReadOnlyList<string>? Authors { get; init; }
    public string? Section { get; init; }
    /// <summary>ISO 8601 date or instant of publication, from markup, feed, JSON Lines or <c>--date</c>.</summary>
    public string? Published { get; init; }
    public string? Modified { get; init; }
    public StoryDateline? Dateline { get; init; }
    public ReferenceDate? ReferenceDate { get; init; }
    /// <summary>Only where there is no reference date: the year the story's words point to.</summary>
    public StoryYear? Year { get; init; }
    /// <summary>The text that every span points into; for plain text and JSON Lines as given.</summary>
    public required string Text { get; init; }
    /// <summary>Typed parts in text order; they do not overlap.</summary>
    public required IReadOnlyList<Block> Blocks { get; init; }
    /// <summary>True when the page shows only the story's beginning, and the rest to subscribers.</summary>
    public bool? Stub { get; init; }
    /// <summary>What the page held beside the story, where that was asked for.</summary>
    public IReadOnlyList<DroppedPart>? Dropped { get; init; }
    /// <summary>How many persons a store was told to take out: the letters of their names are blocks (█), and nothing is kept of who they are.</summary>
    public int? Redacted { get; init; }
    /// <summary>What was odd while reading; written on the record, not on the story.</summary>
    [JsonIgnore]
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];
}

/// <summary>A record of a web archive.</summary>
/// <param name="Warc">Name of the WARC or ARC file.</param>
/// <param name="Offset">Bytes before the record's gzip member, or before the record where that is not compressed.</param>
public sealed record StoryArchive(string Warc, long Offset);

/// <summary>A pointer to words of the story.</summary>
public sealed record SpanRef(TextSpan Span);

/// <summary>A typed part of a story.</summary>
public sealed record Block(BlockRole Role, TextSpan Span)
{
    /// <summary>ISO 8601 instant at which a live blog's post was published, where the page says it.</summary>
    public string? Time { get; init; }

    /// <summary>True for parts whose sentences carry news: headline, deck, paragraphs, subheadings, lists, quotes, posts, corrections.</summary>
    [JsonIgnore]
    public bool IsNarrative => Role is BlockRole.Headline or BlockRole.Deck or BlockRole.Paragraph or BlockRole.Subheading
        or BlockRole.List or BlockRole.Quote or BlockRole.Post or BlockRole.Correction;
}

/// <summary>What a block is for. <c>Boilerplate</c>: navigation lines and the like.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<BlockRole>))]
public enum BlockRole { Kicker, Headline, Deck, Byline, Caption, Credit, Dateline, Paragraph, Subheading, List, Quote, Pullquote, Post, Correction, Boilerplate }

/// <summary>The "BRUSSELS, October 2. /TASS/." before the first sentence.</summary>
public sealed record StoryDateline
{
    public required TextSpan Span { get; init; }
    /// <summary>The place's words.</summary>
    public SpanRef? PlaceName { get; init; }
    /// <summary>Id of the resolved place; set by the place stage.</summary>
    public string? Place { get; init; }
    /// <summary>Its date, completed with the year of publication where it has none; absent if it names none.</summary>
    public DateOnly? Date { get; init; }
    /// <summary>Agency named in it, e.g. TASS.</summary>
    public string? Agency { get; init; }
}

/// <summary>The day relative dates are resolved against ("t0").</summary>
public sealed record ReferenceDate
{
    public required DateOnly Value { get; init; }
    /// <summary>
    /// Where it comes from: <c>published</c>, <c>dateline</c>, <c>option</c>, <c>text</c> (a date line inside the text); or a dateline, or a day in the text, whose
    /// year was inferred: <c>dateline+weekday+incumbents+candidates+years</c>, with what was used.
    /// </summary>
    public required string Basis { get; init; }
    /// <summary>Later days that fit what the year was inferred from; absent when none does.</summary>
    public IReadOnlyList<DateOnly>? Alternatives { get; init; }
}
