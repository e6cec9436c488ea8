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
    /// <summary>A whole XML document: a feed or a wire message, cut into items.</summary>
    XmlDocument,
    /// <summary>A whole JSON document: a JSON Feed or ninjs, cut into items.</summary>
    JsonDocument,
    /// <summary>An item of a feed or a wire message.</summary>
    Item,
}
