using Dateline.Entities;
using Dateline.Places;
using Dateline.Quantities;
using Dateline.Statements;
using Dateline.Stories;
using Dateline.Text;
using Dateline.Time;

namespace Dateline.Events;

/// <summary>What is reported to have happened.</summary>
public sealed class EventCoder
{
    /// <summary>The events of a story, in text order.</summary>
    public IReadOnlyList<Event> Code(Story story, ParsedText parsed, EntitySet entities, IReadOnlyList<TimeExpression> times,
        IReadOnlyList<Place> places, IReadOnlyList<Quantity> quantities, IReadOnlyList<Statement> statements) => [];
}
