using Dateline.Ingest.Html;
using Dateline.Stories;

namespace Dateline.Ingest;

/// <summary>Raw material to story, by format. Thread-safe.</summary>
public sealed class StoryReader(InputOptions options)
{
    private readonly PlainTextReader _plainText = new(options);
    private readonly HtmlReader _html = new(options);
    private readonly DraftReader _drafts = new(options);
    private readonly JsonLinesReader _jsonLines = new(options);

    /// <summary>Reads one story.</summary>
    /// <exception cref="StoryFormatException">The input cannot become a story.</exception>
    /// <exception cref="OperationCanceledException">The run was interrupted inside the story.</exception>
    public Story Read(StoryInput input, CancellationToken cancellation = default)
    {
        if (input.Failure is { } failure) { throw new StoryFormatException(failure.Code, failure.Message); }
        return input.Format switch
        {
            InputFormat.PlainText => _plainText.Read(input),
            InputFormat.JsonLine => _jsonLines.Read(input, cancellation),
            InputFormat.Item => _drafts.Read(input, cancellation),
            InputFormat.Html => _html.Read(input, cancellation),
            _ => throw new ArgumentOutOfRangeException(nameof(input), input.Format, "Not a format."),
        };
    }

    /// <summary>The id a row gives itself, also when the story fails; null when there is none to be read.</summary>
    internal static string? GivenId(StoryInput input) => input.Format == InputFormat.JsonLine ? JsonRow.IdOf(input.Bytes) : input.Draft?.Id;
}
