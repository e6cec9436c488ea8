using System.Data.Common;
using System.Globalization;

namespace Dateline.Store.Query;

/// <summary>People in public roles and bodies, across stories.</summary>
public sealed class LedgerReader(StoreReader reader)
{
    private const string InForce = "NOT EXISTS (SELECT 1 FROM story later WHERE later.supersedes = s.n)";

    /// <summary>Those that most stories name, not such as are only described ("the court"); perhaps only names with these words.</summary>
    public IReadOnlyList<LedgerName> Names(string words, int most)
    {
        using DbCommand command = reader.Database.Command();
        string filter = words.Length > 0 ? $" AND e.name {reader.Database.Like} @words ESCAPE '\\'" : "";
        command.CommandText = $"""
            SELECT g.name, g.type, g.country, g.sector, g.stories, (SELECT r.role FROM entity r JOIN story rs ON rs.n = r.story WHERE r.name = g.name COLLATE NOCASE AND r.role IS NOT NULL ORDER BY rs.day DESC NULLS LAST, rs.n DESC, r.id LIMIT 1)
            FROM (SELECT max(e.name) AS name, e.type, max(e.country) AS country, max(e.sector) AS sector, count(DISTINCT s.key) AS stories FROM entity e JOIN story s ON s.n = e.story WHERE {PublicRole.Sql("e")} AND e.name <> lower(e.name) AND {InForce}{filter}
            GROUP BY e.name COLLATE NOCASE, e.type ORDER BY stories DESC, name LIMIT {most.ToString(CultureInfo.InvariantCulture)}) g ORDER BY g.stories DESC, g.name
            """;
        if (words.Length > 0) { reader.Database.Set(command, "@words", "%" + words.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal) + "%"); }
        List<LedgerName> names = [];
        using DbDataReader row = command.ExecuteReader();
        while (row.Read()) { names.Add(new LedgerName(row.GetString(0), row.GetString(1), Text(row, 2), Text(row, 3), Text(row, 5), row.GetInt64(4))); }
        return names;
    }

    /// <summary>True when a story in force shows the name in a public role, or as that of a body.</summary>
    public bool IsPublic(string name)
    {
        using DbCommand command = reader.Database.Command();
        command.CommandText = $"SELECT EXISTS (SELECT 1 FROM entity e JOIN story s ON s.n = e.story WHERE e.name = @name COLLATE NOCASE AND {PublicRole.Sql("e")} AND {InForce})";
        reader.Database.Set(command, "@name", name);
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture) == 1;
    }

    /// <summary>What stories call somebody, with the days of the first and the last that does.</summary>
    public IReadOnlyList<LedgerRole> Roles(string name)
    {
        using DbCommand command = reader.Database.Command();
        command.CommandText = $"""
            SELECT e.role, e.country, e.sector, min(s.day), max(s.day), count(*) AS stories FROM entity e JOIN story s ON s.n = e.story
            WHERE e.name = @name COLLATE NOCASE AND {InForce} GROUP BY e.role, e.country, e.sector ORDER BY max(s.day) DESC NULLS LAST, stories DESC, e.role NULLS FIRST, e.country NULLS FIRST, e.sector NULLS FIRST LIMIT 40
            """;
        reader.Database.Set(command, "@name", name);
        List<LedgerRole> roles = [];
        using DbDataReader row = command.ExecuteReader();
        while (row.Read())
        {
            roles.Add(new LedgerRole(Text(row, 0), Text(row, 1), Text(row, 2), StoreReader.Day(row.IsDBNull(3) ? null : row.GetInt64(3)), StoreReader.Day(row.IsDBNull(4) ? null : row.GetInt64(4)), row.GetInt64(5)));
        }
        return roles;
    }

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
