using System.Text.Json;
using Dateline.Ingest.Html;
using Dateline.Stories;

namespace Dateline.Ingest;

/// <summary>A row <c>{"id","text" or "html","date","title","url","outlet"}</c> to a story. The text is kept untouched.</summary>
public sealed class JsonLinesReader(InputOptions options)
{
    /// <summary>Rows hold text and a few names; deeper ones are no rows of ours.</summary>
    private static readonly JsonDocumentOptions s_json = new() { MaxDepth = 64, AllowTrailingCommas = false };

    private readonly HtmlReader _html = new(options);

    /// <summary>Reads one row.</summary>
    /// <exception cref="StoryFormatException">The row is not a JSON object with a text.</exception>
    public Story Read(StoryInput input, CancellationToken cancellation = default)
    {
        (JsonRow row, int replaced) = Parse(input);
        IReadOnlyList<Diagnostic> diagnostics = InvalidText.Report(input, replaced);
        if (row is { Text: null, Html: { } html }) { return _html.Read(html, input, row, diagnostics, cancellation); }
        StoryParts parts = new()
        {
            Text = row.Text ?? "",
            Id = row.Id,
            Date = row.Date,
            Title = row.Title,
            Url = row.Url,
            Outlet = row.Outlet,
            Authors = row.Author is { } author ? [author] : null,
            Diagnostics = diagnostics,
        };
        if (row.Text is not null) { return StoryBuilder.Build(parts, input, options); }
        throw new StoryFormatException(DiagnosticCodes.NotJson, $"{input.Place}: no \"text\" and no \"html\"; expected {{\"id\": …, \"text\": …}}.");
    }

    private static (JsonRow Row, int Replaced) Parse(StoryInput input)
    {
        try
        {
            return JsonRow.Parse(input.Bytes, s_json);
        }
        catch (JsonException exception)
        {
            string start = TextDecoder.Decode(input.Bytes.Span[..Math.Min(40, input.Bytes.Length)]).Text;
            throw new StoryFormatException(DiagnosticCodes.NotJson,
                $"{input.Place}: not a JSON object ({exception.Message.Split(" LineNumber:")[0].TrimEnd('.')}); the row starts \"{start}\", expected {{\"id\": …, \"text\": …}}.");
        }
    }
}
