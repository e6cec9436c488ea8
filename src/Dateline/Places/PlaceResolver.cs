using Dateline.Entities;
using Dateline.Stories;
using Dateline.Text;

namespace Dateline.Places;

/// <summary>Place names to places.</summary>
public sealed class PlaceResolver(PlaceOptions options)
{
    /// <summary>The places of a story, in text order.</summary>
    public IReadOnlyList<Place> Resolve(Story story, ParsedText parsed, EntitySet entities) { _ = options; return []; }
}
