namespace Dateline.Time;

/// <summary>What a word can do in a time expression; the names of <c>knowledge/en/time-words.tsv</c>.</summary>
internal enum WordClass : byte
{
    /// <summary>Any other word.</summary>
    Other,
    /// <summary>A punctuation mark.</summary>
    Mark,
    /// <summary>A number in digits.</summary>
    Digits,
    /// <summary>"20th", or a written-out ordinal.</summary>
    Ordinal,
    Number, Scale, VagueNumber, Half, Month, Weekday, Weekdays, Season, Unit, DayPart, DayWord, Edge, EdgeNoun,
    Deixis, Article, Every, Frequency, Vague, Decade, Holiday, Approximate, DayParts,
}

/// <summary>One word, number or mark of a text, with what the word list knows of it.</summary>
internal readonly record struct TimeWord(int Start, int End, WordClass Class, int Value)
{
    /// <summary>Starts with a capital letter.</summary>
    public bool Capital { get; init; }
    /// <summary>No blank between this and the word before.</summary>
    public bool Glued { get; init; }
    /// <summary>Digits with a decimal point or thousands separators: no year, no day.</summary>
    public bool Formatted { get; init; }
    /// <summary>The code of a part of day, frequency or reference: <c>TMO</c>, <c>P1D</c>, <c>PAST_REF</c>.</summary>
    public string? Code { get; init; }

    /// <summary>Number of characters.</summary>
    public int Length => End - Start;
}
