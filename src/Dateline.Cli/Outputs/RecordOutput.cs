using Dateline.Export;
using Dateline.Export.EventData;

namespace Dateline.Cli.Outputs;

/// <summary>Chooses the output that the user asked for.</summary>
internal static class RecordOutput
{
    /// <summary>Names of all formats of <c>read --format</c>.</summary>
    public static string[] Formats { get; } = ["text", "ndjson", "csv", "parquet", "geojson", "plover", .. EventFormat.All.Select(format => format.Name)];

    /// <summary>Opens the output; what cannot be written ends the command.</summary>
    /// <param name="settings">What the user asked for.</param>
    /// <param name="length">Bytes of the output file that an earlier run wrote and this one keeps.</param>
    public static IRecordOutput Open(ReadSettings settings, long length)
    {
        if (settings.Output is { } file) { return new NdjsonOutput(Checkpoint.OpenOutput(file, length)); }
        string format = settings.Format ?? (settings.Folder is not null || settings.Table is not null ? "csv" : Console.IsOutputRedirected ? "ndjson" : "text");
        return format switch
        {
            "text" => new TextOutput(settings.Color),
            "csv" => TablesOutput.Csv(settings.Folder, Tables(settings.Table)),
            "parquet" => new ParquetOutput(settings.Folder!, Tables(settings.Table)),
            "geojson" => new GeoJsonOutput(InFolder(settings.Folder, "events.geojson")),
            "plover" => new PloverOutput(InFolder(settings.Folder, "plover.jsonl"), settings.All),
            _ when EventFormat.ByName(format) is { } events => TablesOutput.Events(events, settings.Folder, settings.Sidecar, settings.All),
            _ => new NdjsonOutput(),
        };
    }

    private static IReadOnlyList<CsvTable> Tables(string? name) => name is null ? CsvWriter.Tables : [CsvWriter.Tables.Single(table => table.Name == name)];

    private static string? InFolder(string? folder, string file) => folder is null ? null : Path.Combine(folder, file);
}
