using Dateline.Stories;

namespace Dateline.Ingest;

/// <summary>A plain text file to a story with typed blocks. The text is kept as it is, but for the BOM and CRLF.</summary>
public sealed class PlainTextReader(InputOptions options)
{
    /// <summary>Reads one story.</summary>
    /// <exception cref="StoryFormatException">The bytes are empty or binary.</exception>
    public Story Read(StoryInput input)
    {
        if (TextDecoder.IsBinary(input.Bytes.Span[..Math.Min(input.Bytes.Length, 4096)]))
        {
            throw new StoryFormatException(DiagnosticCodes.Binary, $"{input.Place}: binary data, expected text.");
        }
        (string text, int replaced) = TextDecoder.Decode(input.Bytes.Span);
        text = text.Replace("\r\n", "\n", StringComparison.Ordinal);
        return StoryBuilder.Build(new StoryParts { Text = text, Diagnostics = InvalidText.Report(input, replaced) }, input, options);
    }
}
