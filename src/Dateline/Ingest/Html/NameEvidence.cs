namespace Dateline.Ingest.Html;

/// <summary>Where words that may be a name stand.</summary>
internal enum NameEvidence
{
    /// <summary>On the page, among other words: only what looks like a name is one.</summary>
    Printed,
    /// <summary>In a field for authors: a pen name in small letters is one too.</summary>
    Data,
}
