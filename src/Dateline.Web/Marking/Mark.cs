using Dateline.Text;

namespace Dateline.Web.Marking;

/// <summary>The bands in which records are marked. They lie one below the other, so that marks may overlap and nest.</summary>
internal enum Lane
{
    /// <summary>What is said; nests.</summary>
    Content,

    /// <summary>Who says it, and the word that hands over.</summary>
    Source, Cue,

    /// <summary>The clause that tells an event, and the word for it.</summary>
    Clause, Trigger,

    Time, Place, Person,
}

/// <summary>Words that a record was read from.</summary>
/// <param name="Record">Id of the record.</param>
/// <param name="Lane">Where it is drawn.</param>
/// <param name="Span">The words.</param>
internal readonly record struct Mark(string Record, Lane Lane, TextSpan Span);
