using Dateline.Entities;
using Dateline.Places;
using Dateline.Stories;
using Dateline.Text;
using Dateline.Time;

namespace Dateline.Statements;

/// <summary>Who said what to whom.</summary>
public sealed class StatementFinder
{
    /// <summary>The statements of a story, in text order.</summary>
    public IReadOnlyList<Statement> Find(Story story, ParsedText parsed, EntitySet entities, IReadOnlyList<TimeExpression> times, IReadOnlyList<Place> places) => [];
}
