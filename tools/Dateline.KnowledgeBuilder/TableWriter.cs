using System.Text;
using Dateline.Knowledge;

namespace Dateline.KnowledgeBuilder;

/// <summary>Writes the tables of <c>knowledge/</c>: sorted ordinally, "-" for an empty cell, LF, so that a rebuild is byte-identical.</summary>
internal static class TableWriter
{
    /// <summary>Parts of one cell stand apart by this.</summary>
    public const string Separator = "; ";

    public static void Write(string path, string[] header, IEnumerable<string[]> rows)
    {
        StringBuilder text = new();
        text.AppendJoin('\t', header).Append('\n');
        int count = 0;
        foreach (string line in rows.Select(r => string.Join('\t', r.Select(Clean))).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            text.Append(line).Append('\n');
            count++;
        }
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text.ToString(), new UTF8Encoding(false));
        Console.WriteLine($"{path}: {count} rows, {text.Length / 1024} KiB");
    }

    /// <summary>Writes a compiled table.</summary>
    public static void Write(string path, CompiledTableWriter table)
    {
        byte[] bytes = table.ToBytes();
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        Console.WriteLine($"{path}: {table.Count} records, {table.Names} names, {bytes.Length / 1024} KiB");
    }

    private static string Clean(string cell)
    {
        string clean = cell.Replace('\t', ' ').Replace('\n', ' ').Trim();
        return clean.Length == 0 ? "-" : clean;
    }
}
