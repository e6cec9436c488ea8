using System.Globalization;
using Dateline.Places;

namespace Dateline.Knowledge.User;

/// <summary>A user's places: <c>places.tsv</c> of a knowledge folder, checked row by row.</summary>
internal static class UserPlaces
{
    public const string File = "places.tsv";
    public static readonly string[] Columns = ["name", "names", "kind", "country", "admin1", "lat", "lon", "population", "feature", "geonames"];

    /// <summary>The rows as a compiled table that stands beside the built-in one.</summary>
    /// <exception cref="InvalidDataException">A row is not as it must be; with file, line and reason.</exception>
    public static CompiledTable Compile(TsvTable table)
    {
        table.Require(Columns);
        CompiledTableWriter writer = new(Gazetteer.RecordSize);
        // Feature numbers fit a byte, so they come first.
        writer.Side("");
        foreach (string feature in table.Rows.Select(r => table.Cell(r, "feature")).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)) { writer.Side(feature); }
        Span<byte> record = stackalloc byte[Gazetteer.RecordSize];
        foreach (string[] row in table.Rows)
        {
            string name = table.Cell(row, "name"), country = table.Cell(row, "country"), admin1 = table.Cell(row, "admin1");
            if (name.Length is 0 or > 80) { throw table.Fault(row, "name is empty or longer than 80 characters"); }
            if (!Enum.TryParse(table.Cell(row, "kind"), ignoreCase: true, out PlaceKind kind) || char.IsDigit(table.Cell(row, "kind")[0])) { throw table.Fault(row, $"kind is \"{table.Cell(row, "kind")}\", expected one of {string.Join(", ", Enum.GetNames<PlaceKind>()).ToLowerInvariant()}"); }
            if (country.Length > 0 && CountryTable.Default.ByCode(country) is null) { throw table.Fault(row, $"country is \"{country}\", expected an ISO 3166-1 alpha-3 code like FRA, or - for none"); }
            double latitude = Number(table, row, "lat", -90, 90), longitude = Number(table, row, "lon", -180, 180);
            uint population = (uint)Number(table, row, "population", 0, uint.MaxValue);
            int id = (int)Number(table, row, "geonames", 0, int.MaxValue);
            Gazetteer.Write(record, id, latitude, longitude, population, writer.Side(country), writer.Side(table.Cell(row, "feature")), kind, admin1.Length == 0 ? -1 : writer.Side(Folding.Fold(admin1)), writer.Text(name));
            int index = writer.Add(record);
            writer.File(name, index, flag: true);
            foreach (string other in table.Cell(row, "names").Split("; ", StringSplitOptions.RemoveEmptyEntries)) { writer.File(other, index, flag: false); }
        }
        return CompiledTable.FromBytes(File, writer.ToBytes());
    }

    private static double Number(TsvTable table, string[] row, string column, double least, double most) => table.Cell(row, column) is not { Length: > 0 } text ? least > 0 || column is "lat" or "lon" ? throw table.Fault(row, $"{column} is empty") : 0
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value >= least && value <= most ? value
        : throw table.Fault(row, string.Create(CultureInfo.InvariantCulture, $"{column} is \"{text}\", expected a number from {least} to {most}"));
}
