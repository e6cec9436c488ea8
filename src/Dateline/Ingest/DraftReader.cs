using System.Text;
using AngleSharp.Html.Dom;
using Dateline.Ingest.Html;
using Dateline.Stories;
using Dateline.Text;

namespace Dateline.Ingest;

/// <summary>An item of a feed or a wire to its story: headline, deck, byline, dateline, then the blocks of the body.</summary>
/// <remarks>All of an item belongs to its story, so that no article is looked for as on a web page.</remarks>
/// <seealso href="specs/ingest/feeds.md"/>
internal sealed class DraftReader(InputOptions options)
{
    /// <summary>A summary that the body starts with is no deck; this many characters decide.</summary>
    private const int SummaryStart = 40;

    /// <summary>Reads the item of an input.</summary>
    /// <exception cref="StoryFormatException">The item has no text.</exception>
    public Story Read(StoryInput input, CancellationToken cancellation = default)
    {
        StoryDraft draft = input.Draft!;
        List<Diagnostic> diagnostics = [.. draft.Diagnostics];
        List<(BlockRole Role, string Text)> body = draft.Html is { } html ? Markup(html, input, diagnostics, cancellation) : Paragraphs(draft.Text);
        List<(BlockRole Role, string Text)> blocks = [];
        Add(blocks, BlockRole.Headline, draft.Title);
        if (draft.Deck is { } deck && !Repeats(body, deck)) { Add(blocks, body.Count == 0 ? BlockRole.Paragraph : BlockRole.Deck, deck); }
        Add(blocks, BlockRole.Byline, draft.Byline);
        if (draft.Dateline is { } dateline && !Opens(body, dateline)) { Add(blocks, BlockRole.Dateline, dateline); }
        string title = HtmlMetadata.Clean(draft.Title);
        blocks.AddRange(body.SkipWhile(b => b.Text == title));
        StoryParts parts = Join(blocks) with
        {
            Id = draft.Id,
            Date = draft.Published,
            Modified = draft.Modified,
            Url = draft.Url,
            Outlet = draft.Outlet,
            Section = draft.Section,
            Language = draft.Language,
            Authors = draft.Authors,
            Diagnostics = diagnostics,
        };
        return StoryBuilder.Build(parts, input, options) with { Agency = draft.Agency, Hops = draft.Hops };
    }

    private List<(BlockRole Role, string Text)> Markup(string html, StoryInput input, List<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        PageBudget budget = new(options, input.Place, cancellation);
        using IHtmlDocument page = PageParser.Parse(html, options, budget, input.Place, diagnostics);
        return page.Body is not { } body ? [] : [.. PageWalker.Walk(body, budget).Select(p => (RoleOf(p.Role), p.Text))];
    }

    /// <summary>The headline and deck of an item stand in fields of their own.</summary>
    private static BlockRole RoleOf(BlockRole role) => role switch
    {
        BlockRole.Headline => BlockRole.Subheading,
        BlockRole.Deck => BlockRole.Paragraph,
        _ => role,
    };

    private static List<(BlockRole Role, string Text)> Paragraphs(string? text)
    {
        List<(BlockRole Role, string Text)> blocks = [];
        StringBuilder paragraph = new();
        foreach (ReadOnlySpan<char> line in (text ?? "").AsSpan().EnumerateLines())
        {
            if (!line.IsWhiteSpace())
            {
                paragraph.Append(line).Append(' ');
                continue;
            }
            Add(blocks, BlockRole.Paragraph, paragraph.ToString());
            paragraph.Clear();
        }
        Add(blocks, BlockRole.Paragraph, paragraph.ToString());
        return blocks;
    }

    private static void Add(List<(BlockRole Role, string Text)> blocks, BlockRole role, string? text)
    {
        string clean = HtmlMetadata.Clean(text);
        if (clean.Length > 0) { blocks.Add((role, clean)); }
    }

    private static bool Repeats(List<(BlockRole Role, string Text)> body, string words)
    {
        string clean = HtmlMetadata.Clean(words);
        string start = clean[..Math.Min(clean.Length, SummaryStart)];
        return body.Take(3).Any(b => b.Text.StartsWith(start, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>True when the body has a dateline of its own, or starts with the place of this one, as most wires print it.</summary>
    private static bool Opens(List<(BlockRole Role, string Text)> body, string dateline)
    {
        if (body.Find(b => b.Role == BlockRole.Paragraph) is { Text: { } first } && DatelineRecognizer.Recognize(first, new TextSpan(0, first.Length), DatelinePosition.Opening) is not null) { return true; }
        string place = dateline.Split(',', '(')[0].Trim();
        return body.Take(3).Any(b => b.Text.AsSpan(0, Math.Min(b.Text.Length, place.Length + SummaryStart)).Contains(place, StringComparison.OrdinalIgnoreCase));
    }

    private static StoryParts Join(List<(BlockRole Role, string Text)> blocks)
    {
        StringBuilder text = new();
        List<Block> spans = [];
        foreach ((BlockRole role, string words) in blocks)
        {
            if (text.Length > 0) { text.Append("\n\n"); }
            spans.Add(new Block(role, new TextSpan(text.Length, text.Length + words.Length)));
            text.Append(words);
        }
        return new StoryParts { Text = text.ToString(), Blocks = spans };
    }
}
