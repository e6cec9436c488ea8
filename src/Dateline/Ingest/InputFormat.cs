namespace Dateline.Ingest;

/// <summary>How the bytes of a story are written.</summary>
public enum InputFormat
{
    /// <summary>Plain text; blocks are recognised by layout.</summary>
    PlainText,
    /// <summary>A web page.</summary>
    Html,
    /// <summary>One row of JSON Lines.</summary>
    JsonLine,
}
