using Dateline.Text;

namespace Dateline.Quantities;

/// <summary>A number of something, with its bounds: exact is <c>Low == High</c>.</summary>
public sealed record Quantity
{
    public required string Id { get; init; }
    public required TextSpan Span { get; init; }
    public decimal? Low { get; init; }
    public decimal? High { get; init; }
    /// <summary>The bound itself does not count: "more than 300".</summary>
    public bool? Exclusive { get; init; }
    public bool? Approximate { get; init; }
    /// <summary>"dozens", "hundreds": no number.</summary>
    public bool? Vague { get; init; }
    /// <summary>The noun counted, as written; or the currency for money.</summary>
    public string? Of { get; init; }
    public string? Rule { get; init; }
    /// <summary>Index of the counted noun's token, -1 for none.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public int Head { get; init; } = -1;
}
