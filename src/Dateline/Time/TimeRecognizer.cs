using Dateline.Stories;
using Dateline.Text;

namespace Dateline.Time;

/// <summary>Time expressions with their values, resolved against the story's reference date.</summary>
public sealed class TimeRecognizer
{
    /// <summary>The time expressions of a story, in text order.</summary>
    public IReadOnlyList<TimeExpression> Recognize(Story story, ParsedText parsed) => [];
}
