namespace Dateline.Web.Pages;

/// <summary>What the frame around every page shows.</summary>
/// <param name="Title">Of the page.</param>
/// <param name="Section">Which part of the site it is in, as its address begins.</param>
/// <param name="Query">What is in the search field.</param>
/// <param name="Data">Address of the same screen as data, without extension and with its parameters; null for none.</param>
public sealed record PageHead(string Title, string Section, string Query = "", DataLinks? Data = null)
{
    /// <summary>Screens in the order of the navigation.</summary>
    public static IReadOnlyList<(string Path, string Name)> Sections { get; } =
        [("/", "All news"), ("/people", "People and bodies"), ("/events", "Events"), ("/search", "Search"), ("/sources", "Sources"), ("/about", "About the data")];
}

/// <summary>The same screen as data.</summary>
/// <param name="Path">Its address without extension.</param>
/// <param name="Parameters">With the question mark, or "".</param>
/// <param name="Formats">Extensions it is offered in.</param>
public sealed record DataLinks(string Path, string Parameters, IReadOnlyList<string> Formats)
{
    /// <summary>All formats.</summary>
    public static IReadOnlyList<string> All { get; } = ["json", "csv", "ndjson", "geojson"];

    /// <summary>Those for what has no place.</summary>
    public static IReadOnlyList<string> Tables { get; } = ["json", "csv", "ndjson"];
}
