using System.Text.Json.Serialization;
using Dateline.Text;

namespace Dateline.Time;

/// <summary>Words that name a time, with their TIMEX3 value.</summary>
public sealed record TimeExpression
{
    public required string Id { get; init; }
    public required TextSpan Span { get; init; }
    public required TimeType Type { get; init; }
    /// <summary>TIMEX3 value: <c>2020-07</c>, <c>2014-SU</c>, <c>P3D</c>, <c>1992/1994</c>; absent where the words settle none.</summary>
    public string? Value { get; init; }
    /// <summary>First day, inclusive.</summary>
    public DateOnly? Start { get; init; }
    /// <summary>First day after.</summary>
    public DateOnly? End { get; init; }
    /// <summary>What it is reckoned from: <c>t0</c> is the reference date.</summary>
    public string? Anchor { get; init; }
    public required string Rule { get; init; }
}

[JsonConverter(typeof(CamelCaseEnumConverter<TimeType>))]
public enum TimeType
{
    [JsonStringEnumMemberName("DATE")] Date,
    [JsonStringEnumMemberName("TIME")] Time,
    [JsonStringEnumMemberName("DURATION")] Duration,
    [JsonStringEnumMemberName("SET")] Set,
}
