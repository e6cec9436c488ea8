using Dateline.Stories;
using Dateline.Text;

namespace Dateline.Quantities;

/// <summary>Numbers of things with their bounds.</summary>
public sealed class QuantityRecognizer
{
    /// <summary>The quantities of a story, in text order.</summary>
    public IReadOnlyList<Quantity> Recognize(Story story, ParsedText parsed) => [];
}
