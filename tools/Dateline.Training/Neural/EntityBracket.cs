using System.Globalization;
using Dateline.Text.Conllu;

namespace Dateline.Training.Neural;

/// <summary>One mention of GUM's <c>Entity=</c> brackets.</summary>
/// <param name="Group">The coreference group within the document.</param>
/// <param name="Type">person, place, organization, abstract, …</param>
/// <param name="First">First word of the sentence, from 0.</param>
/// <param name="Last">Last word, inclusive.</param>
/// <param name="Minimal">Positions in the sentence that GUM calls the head of the mention.</param>
public sealed record EntityBracket(string Group, string Type, int First, int Last, IReadOnlyList<int> Minimal)
{
    /// <summary>The mentions that open and close in the sentence, in the order in which they close.</summary>
    public static List<EntityBracket> Read(IReadOnlyList<ConlluWord> rows)
    {
        List<(string Group, string Type, int First, int[] Minimal)> open = [];
        List<EntityBracket> closed = [];
        void close(int index, int last)
        {
            (string group, string type, int first, int[] minimal) = open[index];
            open.RemoveAt(index);
            closed.Add(new EntityBracket(group, type, first, last, [.. minimal.Select(m => first + m - 1).Where(m => m <= last)]));
        }

        for (int i = 0; i < rows.Count; i++)
        {
            string? entity = rows[i].Misc.Split('|').FirstOrDefault(p => p.StartsWith("Entity=", StringComparison.Ordinal))?[7..];
            if (entity is null) { continue; }
            for (int at = 0; at < entity.Length;)
            {
                if (entity[at] == '(')
                {
                    int end = entity.AsSpan(at + 1).IndexOfAny('(', ')');
                    string body = end < 0 ? entity[(at + 1)..] : entity.Substring(at + 1, end);
                    string[] fields = body.Split('-');
                    open.Add((fields[0], fields.Length > 1 ? fields[1] : "", i, Positions(fields)));
                    at += 1 + body.Length;
                    if (at < entity.Length && entity[at] == ')') { close(open.Count - 1, i); at++; }
                }
                else
                {
                    int end = entity.IndexOf(')', at);
                    if (end < 0) { break; }
                    string id = entity[at..end];
                    if (open.FindLastIndex(o => o.Group == id) is int index and >= 0) { close(index, i); }
                    at = end + 1;
                }
            }
        }
        return closed;
    }

    private static int[] Positions(string[] fields) => fields.Length > 5
        ? [.. fields[5].Split(',').Select(p => int.TryParse(p, CultureInfo.InvariantCulture, out int value) ? value : 0).Where(p => p > 0)] : [];
}
