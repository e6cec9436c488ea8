using Dateline.Knowledge;
using Dateline.Text;

namespace Dateline.Places;

/// <summary>A name that the tables know, with what it may stand for.</summary>
internal sealed class PlaceMention
{
    /// <summary>First token; -1 for a name in a dateline, which has none.</summary>
    public required int First { get; init; }

    /// <summary>Last token, inclusive.</summary>
    public required int Last { get; init; }

    /// <summary>Token of the span whose head lies outside.</summary>
    public required int Head { get; init; }

    public required TextSpan Span { get; init; }

    /// <summary>The country of that name, if one bears it.</summary>
    public Country? Country { get; init; }

    /// <summary>Numbers of gazetteer places of that name, with the mark of their main name.</summary>
    public required IReadOnlyList<(int Place, bool Main)> Candidates { get; init; }

    /// <summary>Key under which equal names of a story meet.</summary>
    public required ulong Key { get; init; }

    /// <summary>The name that follows after a comma and holds this one: "Kabul, Afghanistan".</summary>
    public PlaceMention? Container { get; set; }

    /// <summary>The name before the comma that this one holds.</summary>
    public PlaceMention? Inner { get; set; }

    /// <summary>Number of the place it was resolved to; -1 before, and for a country.</summary>
    public int Resolved { get; set; } = -1;

    /// <summary>A name beside it in an enumeration.</summary>
    public PlaceMention? Beside { get; set; }

    /// <summary>True for the first name of the story's dateline.</summary>
    public bool IsDateline { get; init; }

    /// <summary>The word after it is "province", "region", "state" …</summary>
    public bool NamesDivision { get; set; }

    /// <summary>Null: a place; else the reason why it is none.</summary>
    public string? Rejected { get; set; }

    /// <summary>True when a preposition or dateline puts something there, so that a small place may be meant.</summary>
    public bool HasCue { get; set; }
}
