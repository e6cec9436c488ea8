using System.Text;
using Dateline.Stories;

namespace Dateline.Ingest;

/// <summary>A plain text file to a story with typed blocks. The text is kept as it is, but for the BOM and CRLF.</summary>
public sealed class PlainTextReader(InputOptions options)
{
    /// <summary>Reads one story.</summary>
    /// <exception cref="StoryFormatException">The bytes are empty or binary.</exception>
    public Story Read(StoryInput input)
    {
        string text = Encoding.UTF8.GetString(input.Bytes.Span).TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal);
        return StoryBuilder.Build(new StoryParts { Text = text }, input, options);
    }
}
