namespace Dateline.Web.Pages;

/// <summary>What the data is, what made it, how good it is, and on which terms.</summary>
public sealed record AboutModel
{
    public required PageHead Head { get; init; }
    public required string Title { get; init; }
    public required (long Stories, long Statements, long Events) Counts { get; init; }
    /// <summary>Who coded the newest story: version, knowledge, models.</summary>
    public Coder? Coder { get; init; }
    /// <summary>What is measured, on how many items, the score.</summary>
    public required IReadOnlyList<(string What, string Items, string Score)> Scores { get; init; }
    /// <summary>Whose work is in the data and the program.</summary>
    public required string Notice { get; init; }
    /// <summary>True when corrections are kept.</summary>
    public required bool CanWrite { get; init; }
    /// <summary>True when <c>POST /read</c> is offered.</summary>
    public required bool CanRead { get; init; }
}
