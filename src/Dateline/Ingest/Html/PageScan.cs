using Dateline.Stories;

namespace Dateline.Ingest.Html;

/// <summary>A page cut into runs of text.</summary>
/// <param name="Parts">What may belong to the story, in page order.</param>
/// <param name="Dropped">What cannot, and why.</param>
/// <param name="Lengths">How much text each element holds.</param>
internal sealed record PageScan(List<PagePart> Parts, List<DroppedPart> Dropped, TextLengths Lengths);
