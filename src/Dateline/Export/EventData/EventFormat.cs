namespace Dateline.Export.EventData;

/// <summary>An event format of tab-separated files that the field's tools read.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Tables">Its files; the first is what goes to standard output.</param>
public sealed record EventFormat(string Name, IReadOnlyList<EventTable> Tables)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<EventFormat> All { get; } =
    [
        new("polecat", [PolecatTable.Table]),
        new("icews", [IcewsTable.Table]),
        new("gdelt", [GdeltTables.Events, GdeltTables.Mentions]),
    ];

    /// <summary>The format with the name; null for none.</summary>
    public static EventFormat? ByName(string? name) => All.FirstOrDefault(format => format.Name == name);
}
