using System.Text.RegularExpressions;

namespace Dateline.KnowledgeBuilder;

/// <summary>Reads the Factbook's notation of nationalities: "Frenchman(men), Frenchwoman(women)", "Lao(s) or Laotian(s)", "Swiss (singular and plural)".</summary>
internal static partial class Demonyms
{
    public static IEnumerable<(string Singular, string? Plural)> Parse(string notation)
    {
        notation = Note().Replace(notation.Replace("(or Taiwanese)", ""), "");
        foreach (string part in notation.Split([", or ", ", ", " or ", "/", ";"], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            int open = part.IndexOf('(', StringComparison.Ordinal);
            string word = (open < 0 ? part : part[..open]).Trim();
            if (word.Length < 3 || !char.IsUpper(word[0]) || word == "NA") { continue; }
            string inside = open < 0 ? "" : part[(open + 1)..].TrimEnd(')');
            yield return inside switch
            {
                "s" => (word, word + "s"),
                "men" or "women" => (word, word[..^3] + "men"),
                _ => (word, null),
            };
        }
    }

    [GeneratedRegex(@"; note.*$|\(US (citizens|nationals)\)|\(colloquial\)")]
    private static partial Regex Note();
}
