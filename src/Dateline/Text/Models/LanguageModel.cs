using Dateline.Text.Neural;

namespace Dateline.Text.Models;

/// <summary>Everything learned for one language.</summary>
internal sealed record LanguageModel
{
    /// <summary>Name and version, e.g. <c>en-2</c>.</summary>
    public required string Name { get; init; }
    /// <summary>Joint tags, as the lemmatizer knows them.</summary>
    public required TagSet TagSet { get; init; }
    public required Lemmatizer Lemmatizer { get; init; }
    public required EncoderModel Encoder { get; init; }
}
