namespace Dateline.Web.Api;

/// <summary>In which form a screen is given as data.</summary>
internal enum DataFormat
{
    /// <summary>One page of it, with where the next one starts.</summary>
    Json,

    /// <summary>All of it, a row each.</summary>
    Csv,

    /// <summary>All of it, an object a line.</summary>
    Ndjson,

    /// <summary>All of its events, as features.</summary>
    GeoJson,
}
