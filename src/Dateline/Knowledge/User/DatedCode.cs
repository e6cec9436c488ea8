namespace Dateline.Knowledge.User;

/// <summary>A code with the days it holds for: <c>[AFGGOV 011222-140929]</c>.</summary>
/// <param name="Code">As written.</param>
/// <param name="From">First day; null for no bound.</param>
/// <param name="To">Last day; null for no bound.</param>
internal sealed record DatedCode(string Code, DateOnly? From, DateOnly? To)
{
    public bool IsDated => From is not null || To is not null;

    public bool Holds(DateOnly day) => (From is null || From <= day) && (To is null || day <= To);
}
