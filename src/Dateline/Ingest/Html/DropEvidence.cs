namespace Dateline.Ingest.Html;

/// <summary>What an element is dropped on.</summary>
internal enum DropEvidence
{
    /// <summary>Its element, attributes and class names.</summary>
    ClassesAndElements,
    /// <summary>Only that it holds no text: the fall-back for pages where all else left too little.</summary>
    TextOnly,
}
