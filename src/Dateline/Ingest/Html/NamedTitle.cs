namespace Dateline.Ingest.Html;

/// <summary>A headline that a page's data names.</summary>
internal sealed record NamedTitle(string Text, TitleSource Source);

/// <summary>Which of a page's data names a headline.</summary>
internal enum TitleSource
{
    /// <summary>The headline of the story's JSON-LD.</summary>
    Story,
    OpenGraph,
    /// <summary>A copy for one network, or the name of the page.</summary>
    Copy,
    /// <summary>The window's title.</summary>
    Window,
}
