using Dateline.Stories;
using Dateline.Text;

namespace Dateline.Entities;

/// <summary>Names, their types, aliases, role nominals and pronouns.</summary>
public sealed class EntityRecognizer
{
    /// <summary>The entities of a story.</summary>
    public EntitySet Recognize(Story story, ParsedText parsed) => new([]);
}
