namespace Dateline.Ingest.Warc;

/// <summary>What an archive record holds, as far as stories go.</summary>
internal enum ArchiveMedium : byte
{
    /// <summary>No story: pictures, scripts, style sheets, answers other than 200.</summary>
    None,

    /// <summary>A web page.</summary>
    Page,

    /// <summary>The text of a page, as WET files keep it.</summary>
    Text,

    /// <summary>A feed in XML, when its root says so.</summary>
    Xml,

    /// <summary>A JSON Feed.</summary>
    Json,
}
