using Dateline.Statements;
using Dateline.Text;

namespace Dateline.Events;

/// <summary>Whose words tell it: the statements that hold a span, outermost first.</summary>
internal sealed class ChainFinder
{
    private const int MostLevels = 8;

    private readonly Dictionary<string, Statement> _byId = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<Statement> _statements;

    public ChainFinder(IReadOnlyList<Statement> statements)
    {
        _statements = statements;
        foreach (Statement statement in statements) { _byId[statement.Id] = statement; }
    }

    /// <summary>The statement whose content holds the span most closely, or null.</summary>
    public Statement? Innermost(TextSpan span)
    {
        Statement? best = null;
        int length = int.MaxValue;
        foreach (Statement statement in _statements)
        {
            int total = 0;
            bool holds = false;
            foreach (TextSpan part in statement.Content.Spans)
            {
                total += part.Length;
                holds |= part.Contains(span);
            }
            if (holds && total < length) { (best, length) = (statement, total); }
        }
        return best;
    }

    /// <summary>The statement and those that hold it, outermost first; empty for null.</summary>
    public List<string> Up(Statement? statement)
    {
        List<string> chain = [];
        int steps = MostLevels;
        for (Statement? at = statement; at is not null; at = at.Parent is { } parent ? _byId.GetValueOrDefault(parent) : null)
        {
            // Nobody's words, and a mere intention of the actor's own, vouch for nothing.
            if (at.Source is not null && at.Act != Act.Intend) { chain.Insert(0, at.Id); }
            if (--steps == 0) { break; }
        }
        return chain;
    }

    /// <summary>The statement with the id, or null.</summary>
    public Statement? ById(string? id) => id is not null ? _byId.GetValueOrDefault(id) : null;
}
