namespace Dateline.Ingest.Xml;

/// <summary>A document as read.</summary>
/// <param name="Top">Holds the root, and what stands beside it.</param>
/// <param name="CutShort">The source ends inside an element.</param>
internal sealed record LooseDocument(LooseElement Top, bool CutShort)
{
    /// <summary>The first element; null when there is none.</summary>
    public LooseElement? Root => Top.Elements.FirstOrDefault();
}
