namespace Dateline.Export;

/// <summary>How emphasis is written.</summary>
public enum TextStyle
{
    /// <summary>Not at all: for files, pipes and NO_COLOR.</summary>
    Plain,
    /// <summary>ANSI escape sequences, as terminals read them.</summary>
    Ansi,
}

/// <summary>What a run of words is, and so how it looks.</summary>
internal enum Ink { Plain, Title, Section, Name, Verb, Code, Quiet, Alert, Good }
