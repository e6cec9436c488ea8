namespace Dateline.Stories;

/// <summary>The day a story's "today" means: the publication's, else the dateline's.</summary>
internal static class ReferenceDateResolver
{
    /// <summary>The reference date, or null when neither publication nor dateline gives a day.</summary>
    public static ReferenceDate? Resolve(DateOnly? published, DateOnly? option, DateOnly? dateline)
    {
        if (published is { } own) { return new ReferenceDate { Value = own, Basis = "published" }; }
        if (option is { } given) { return new ReferenceDate { Value = given, Basis = "option" }; }
        return dateline is { } day ? new ReferenceDate { Value = day, Basis = "dateline" } : null;
    }
}
