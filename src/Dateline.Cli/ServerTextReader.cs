using Dateline.Ingest;
using Dateline.Web;

namespace Dateline.Cli;

/// <summary>The pipeline for texts that are sent to the server; loaded with the first of them.</summary>
internal sealed class ServerTextReader : ITextReader
{
    private readonly Lazy<RecordReader> _reader = new(() => Engine.Reader(new InputOptions()));

    /// <inheritdoc/>
    public ReadResult Read(StoryInput input) => _reader.Value.Read(input);
}
