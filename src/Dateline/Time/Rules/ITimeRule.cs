namespace Dateline.Time.Rules;

/// <summary>Recognises one way of naming a time. Stateless; one rule a file.</summary>
internal interface ITimeRule
{
    /// <summary>The name written on every record the rule makes, e.g. <c>time/month-day</c>.</summary>
    string Name { get; }

    /// <summary>Classes of the first word; the rule is asked only where one of them stands.</summary>
    ReadOnlySpan<WordClass> Starts { get; }

    /// <summary>The mention that begins at the word, or null.</summary>
    TimeMention? Match(TimeScan scan, int at);
}
