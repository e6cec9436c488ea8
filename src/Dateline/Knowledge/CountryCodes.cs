using System.Collections.Frozen;
using System.Globalization;

namespace Dateline.Knowledge;

/// <summary>A country's codes in the systems that event data sets use, from <c>knowledge/actors/country-codes.tsv</c>.</summary>
/// <param name="CowNumber">Correlates of War state number: 2 for the United States; null for what never was a state there.</param>
/// <param name="Fips">FIPS 10-4, which GDELT's geography uses: UP for Ukraine.</param>
/// <param name="Cameo">Country part of a CAMEO actor code.</param>
public sealed record CountryCodes(int? CowNumber, string? Fips, string Cameo)
{
    private static readonly Lazy<FrozenDictionary<string, CountryCodes>> s_table = new(Load);

    /// <summary>The codes of an ISO alpha-3 country; one without a row keeps its own code as CAMEO's.</summary>
    public static CountryCodes Of(string country) => s_table.Value.TryGetValue(country, out CountryCodes? codes) ? codes : new CountryCodes(null, null, country);

    /// <summary>The ISO code of CAMEO's country part where it differs; null when it is no country.</summary>
    public static string? IsoOfCameo(string cameo) => s_table.Value.Where(r => r.Value.Cameo == cameo).Select(r => r.Key).Order(StringComparer.Ordinal).FirstOrDefault();

    private static FrozenDictionary<string, CountryCodes> Load()
    {
        TsvTable table = TsvTable.Embedded("actors/country-codes.tsv");
        Dictionary<string, CountryCodes> rows = new(StringComparer.Ordinal);
        foreach (string[] row in table.Rows)
        {
            string code = table.Cell(row, "code"), cow = table.Cell(row, "cow"), fips = table.Cell(row, "fips"), cameo = table.Cell(row, "cameo");
            int? number = cow.Length == 0 ? null : int.TryParse(cow, NumberStyles.None, CultureInfo.InvariantCulture, out int n) ? n : throw table.Fault(row, $"cow is \"{cow}\", expected a number");
            if (!rows.TryAdd(code, new CountryCodes(number, fips.Length == 0 ? null : fips, cameo.Length == 0 ? code : cameo))) { throw table.Fault(row, $"{code} stands twice"); }
        }
        return rows.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
