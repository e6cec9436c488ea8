using System.Buffers.Binary;
using System.Globalization;

namespace Dateline.Knowledge.User;

/// <summary>A user's office holders: <c>office-holders.tsv</c> of a knowledge folder, checked row by row.</summary>
internal static class UserOffices
{
    public const string File = "office-holders.tsv";
    public static readonly string[] Columns = ["person", "position", "country", "start", "end", "wikidata"];

    /// <summary>The rows as a compiled table that stands beside the built-in one.</summary>
    /// <exception cref="InvalidDataException">A row is not as it must be; with file, line and reason.</exception>
    public static CompiledTable Compile(TsvTable table)
    {
        table.Require(Columns);
        CompiledTableWriter writer = new(OfficeHolderTable.RecordSize);
        Span<byte> record = stackalloc byte[OfficeHolderTable.RecordSize];
        foreach (string[] row in table.Rows)
        {
            string person = table.Cell(row, "person"), position = table.Cell(row, "position"), country = table.Cell(row, "country");
            if (person.Length is < 2 or > 80) { throw table.Fault(row, $"person is \"{person}\", expected a name"); }
            if (position.Length is 0 or > 120) { throw table.Fault(row, "position is empty or longer than 120 characters"); }
            if (CountryTable.Default.ByCode(country) is null && OrganizationTable.Default.ByName(country) is null) { throw table.Fault(row, $"country is \"{country}\", expected an ISO 3166-1 alpha-3 code like FRA, or a body like EU"); }
            int start = Day(table, row, "start", 0), end = Day(table, row, "end", OfficeHolderTable.Open);
            if (end <= start) { throw table.Fault(row, "end is not after start"); }
            BinaryPrimitives.WriteInt32LittleEndian(record, writer.Text(person));
            BinaryPrimitives.WriteInt32LittleEndian(record[4..], writer.Text(position));
            BinaryPrimitives.WriteInt32LittleEndian(record[8..], start);
            BinaryPrimitives.WriteInt32LittleEndian(record[12..], end);
            BinaryPrimitives.WriteInt32LittleEndian(record[16..], Wikidata(table, row));
            BinaryPrimitives.WriteUInt16LittleEndian(record[20..], checked((ushort)writer.Side(country)));
            record[22] = (byte)OfficeNames.Tier(position);
            record[23] = 0;
            int index = writer.Add(record);
            writer.File(person, index, flag: true);
            foreach (string surname in OfficeNames.Surnames(person, country)) { writer.File(surname, index, flag: false); }
        }
        return CompiledTable.FromBytes(File, writer.ToBytes());
    }

    private static int Day(TsvTable table, string[] row, string column, int missing) => table.Cell(row, column) is not { Length: > 0 } text ? missing
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day.DayNumber
        : throw table.Fault(row, $"{column} is \"{text}\", expected a day like 2017-05-14, or - for none");

    private static int Wikidata(TsvTable table, string[] row) => table.Cell(row, "wikidata") is not { Length: > 0 } text ? 0
        : text[0] == 'Q' && int.TryParse(text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out int id) ? id
        : throw table.Fault(row, $"wikidata is \"{text}\", expected an id like Q3052772, or - for none");
}
