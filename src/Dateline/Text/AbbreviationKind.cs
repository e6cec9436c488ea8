namespace Dateline.Text;

/// <summary>What a written abbreviation stands before, and so whether its period can also end a sentence.</summary>
internal enum AbbreviationKind : byte
{
    None,

    /// <summary>Before a name ("Gen. Milley"): never ends a sentence.</summary>
    Title,

    /// <summary>Before a day or year ("Sept. 27").</summary>
    Month,

    /// <summary>Abbreviated day of the week.</summary>
    Day,

    /// <summary>An abbreviation only before a number ("No. 5").</summary>
    Number,

    /// <summary>After a name ("Apple Inc."): may end a sentence.</summary>
    Company,

    /// <summary>Before more words ("e.g. in Syria"): never ends a sentence.</summary>
    Latin,

    /// <summary>Often the last word of a sentence ("etc.").</summary>
    Ending,

    /// <summary>A place ("Calif.", "U.S."): may end a sentence.</summary>
    Place,

    /// <summary>One capital letter ("J."): by its form, not by the table.</summary>
    Initial,

    /// <summary>Letters with periods ("F.B.I."): by its form.</summary>
    Acronym,
}
