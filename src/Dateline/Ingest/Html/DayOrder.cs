namespace Dateline.Ingest.Html;

/// <summary>How a page writes days and months in figures, for dates like 04/05/2020.</summary>
internal enum DayOrder
{
    /// <summary>Not known: such a date is read only where one figure can be no month.</summary>
    Unknown,
    /// <summary>04/05/2020 is the fourth of May.</summary>
    DayFirst,
    /// <summary>04/05/2020 is the fifth of April.</summary>
    MonthFirst,
}
