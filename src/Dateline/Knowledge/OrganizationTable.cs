namespace Dateline.Knowledge;

/// <summary>International bodies, parties, armed groups, forces, media, agencies, courts and companies by name or acronym.</summary>
public sealed class OrganizationTable
{
    private static readonly Lazy<OrganizationTable> Embedded = new(() => new OrganizationTable(TsvTable.Embedded("actors/organizations.tsv"), CountryTable.Default));
    private readonly NameIndex<Organization> _names;

    /// <summary>Reads a table of the shape of <c>knowledge/actors/organizations.tsv</c>.</summary>
    /// <exception cref="InvalidDataException">A row is not as it must be; with file, line and reason.</exception>
    public OrganizationTable(TsvTable table, CountryTable countries)
    {
        List<Organization> all = new(table.Rows.Length);
        foreach (string[] row in table.Rows)
        {
            string name = table.Cell(row, "name"), sector = table.Cell(row, "sector"), country = table.Cell(row, "country"), code = table.Cell(row, "code");
            if (name.Length == 0) { throw table.Fault(row, "name is empty"); }
            if (sector.Length != 3) { throw table.Fault(row, $"sector is \"{sector}\", expected three letters"); }
            if (country.Length > 0 && countries.ByCode(country) is null) { throw table.Fault(row, $"country is \"{country}\", which countries.tsv does not have"); }
            all.Add(new Organization
            {
                Name = name,
                Names = table.Cell(row, "names").Split("; ", StringSplitOptions.RemoveEmptyEntries),
                Kind = table.Cell(row, "kind"),
                Sector = sector,
                Country = country.Length == 0 ? null : country,
                Code = code.Length == 0 ? null : code,
            });
        }
        All = all;
        // Full names before acronyms, so that an acronym never hides a name.
        _names = new NameIndex<Organization>(all.Select(o => KeyValuePair.Create(o.Name, o)).Concat(all.SelectMany(o => o.Names, (o, n) => KeyValuePair.Create(n, o))));
    }

    /// <summary>The table this build carries; read at first use.</summary>
    public static OrganizationTable Default => Embedded.Value;

    /// <summary>Every row, by name.</summary>
    public IReadOnlyList<Organization> All { get; }

    /// <summary>"NATO", "the United Nations", "Hamas", "al-Qaida", "Reuters"; case counts, headline capitals pass.</summary>
    public Organization? ByName(ReadOnlySpan<char> name) => _names.Find(name);
}
