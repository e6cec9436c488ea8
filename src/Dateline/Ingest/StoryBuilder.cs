using Dateline.Stories;
using Dateline.Text;

namespace Dateline.Ingest;

/// <summary>Parts of an input to a story: blocks, dateline, reference date, identity.</summary>
internal static class StoryBuilder
{
    /// <summary>The finished story.</summary>
    /// <exception cref="StoryFormatException">There is no text.</exception>
    public static Story Build(StoryParts parts, StoryInput input, InputOptions options)
    {
        string text = parts.Text;
        if (text.AsSpan().IsWhiteSpace())
        {
            throw new StoryFormatException(DiagnosticCodes.Empty, $"{input.Place}: no text. Expected a news story; check that the file was saved whole.");
        }

        List<Diagnostic> diagnostics = [.. input.Diagnostics, .. parts.Diagnostics];
        PublicationDate? published = PublicationDate.Parse(parts.Date);
        if (published is null && !string.IsNullOrWhiteSpace(parts.Date))
        {
            diagnostics.Add(new Diagnostic(DiagnosticCodes.BadDate, $"{input.Place}: date is \"{Clip(parts.Date)}\", expected ISO 8601 like 2020-10-02. Story kept without it; pass --date to set one."));
        }

        (List<Block> blocks, DatelineMatch? match) = parts.Blocks is { } known
            ? MarkupDateline.Split(text, known)
            : BlockRecognizer.Recognize(text, parts.Title) is { } recognized ? (recognized.Blocks, recognized.Dateline) : default;
        for (int i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].Span.Length <= options.MaxBlockLength) { continue; }
            diagnostics.Add(new Diagnostic(DiagnosticCodes.PartSkipped, $"{input.Place}: a block of {blocks[i].Span.Length} characters is longer than {options.MaxBlockLength} and was not analysed.", blocks[i].Span));
            blocks[i] = blocks[i] with { Role = BlockRole.Boilerplate };
        }
        LanguageGuess language = LanguageRecognizer.Recognize(text);
        LanguageName? named = language == LanguageGuess.English ? null : LanguageIdentifier.Default.Identify(text);
        if (language == LanguageGuess.Unsure && named is null) { named = LanguageIdentifier.Default.ByCode(parts.Language); }
        if (language == LanguageGuess.Other || named is { Code: not "en" })
        {
            string what = named is { Code: not "en" } ? $"the text is {named.Name}, which is not analysed yet; the story is kept without records" : "the text does not look English; its records will be few or wrong";
            diagnostics.Add(new Diagnostic(DiagnosticCodes.NotEnglish, $"{input.Place}: {what}."));
        }

        DateOnly? datelineDay = match?.Date?.Resolve(published?.Day ?? options.Date);
        string textHash = StoryIdentity.Hash(text);
        string? publishedText = published?.Text ?? (options.Date is { } day ? PublicationDate.Of(day).Text : null);
        return new Story
        {
            Id = string.IsNullOrEmpty(parts.Id) ? StoryIdentity.Id(parts.Url ?? input.Url, parts.Outlet, publishedText, textHash) : parts.Id,
            TextHash = textHash,
            InputHash = StoryIdentity.Hash(input.Bytes.Span),
            Url = parts.Url ?? input.Url,
            Retrieved = input.Retrieved,
            Archive = input.Archive,
            Outlet = parts.Outlet,
            Language = language == LanguageGuess.English ? "en" : named?.Code,
            File = input.File == "-" ? null : input.File,
            Headline = First(blocks, BlockRole.Headline),
            Deck = First(blocks, BlockRole.Deck),
            Byline = First(blocks, BlockRole.Byline),
            Authors = parts.Authors is { Count: > 0 } ? parts.Authors : null,
            Section = parts.Section,
            Published = publishedText,
            Modified = PublicationDate.Parse(parts.Modified)?.Text,
            Dateline = match is null ? Given(text, blocks) : new StoryDateline
            {
                Span = match.Span,
                PlaceName = match.Place is { } place ? new SpanRef(place) : null,
                Date = datelineDay,
                Agency = match.Agency,
            },
            ReferenceDate = ReferenceDateResolver.Resolve(published?.Day, options.Date, datelineDay),
            Text = text,
            Blocks = blocks,
            Diagnostics = diagnostics,
        };
    }

    /// <summary>A dateline that the input gives apart from the text: the words before a comma or bracket are its place.</summary>
    private static StoryDateline? Given(string text, List<Block> blocks)
    {
        if (blocks.Find(b => b.Role == BlockRole.Dateline) is not { } block) { return null; }
        ReadOnlySpan<char> words = block.Span.In(text);
        int end = words.IndexOfAny(",(–—");
        int length = words[..(end < 0 ? words.Length : end)].TrimEnd().Length;
        return new StoryDateline { Span = block.Span, PlaceName = length == 0 ? null : new SpanRef(new TextSpan(block.Span.Start, block.Span.Start + length)) };
    }

    private static SpanRef? First(List<Block> blocks, BlockRole role) => blocks.Find(block => block.Role == role) is { } block ? new SpanRef(block.Span) : null;

    private static string Clip(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
