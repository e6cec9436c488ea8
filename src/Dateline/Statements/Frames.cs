namespace Dateline.Statements;

/// <summary>The ways a word takes its content. The names in the tables' <c>frames</c> column are given with each.</summary>
[Flags]
internal enum Frames
{
    None = 0,
    /// <summary><c>that</c>: a clause, with or without "that".</summary>
    That = 1,
    /// <summary><c>wh</c>: whether, if, what, how …</summary>
    Wh = 2,
    /// <summary><c>quote</c>: words in quotation marks.</summary>
    Quote = 4,
    /// <summary><c>to</c>: an infinitive whose subject is the speaker ("promised to leave").</summary>
    To = 8,
    /// <summary><c>oto</c>: an object and its infinitive ("urged Oslo to sign").</summary>
    ObjectTo = 16,
    /// <summary><c>othat</c>: an object, who is told, and a clause ("told them that").</summary>
    ObjectThat = 32,
    /// <summary><c>obj</c>: a noun phrase ("denied the claim").</summary>
    Object = 64,
    /// <summary><c>ing</c>: a gerund ("denied taking it").</summary>
    Gerund = 128,
    /// <summary><c>pred</c>: an object and what it is said to be ("called it a farce").</summary>
    Predicate = 256,
    /// <summary><c>as</c>: the same with "as" ("described it as a farce").</summary>
    As = 512,
    /// <summary><c>bare</c>: the verb alone says it ("he declined").</summary>
    Bare = 1024,
    /// <summary><c>put</c>: an object and its measure ("put the crowd at 500").</summary>
    Put = 2048,
    /// <summary><c>oto-pass</c>: in the passive a view without a speaker ("is expected to win").</summary>
    PassiveTo = 4096,
    /// <summary><c>d:obj</c>: a noun phrase, when the subject is a document ("the poll shows a lead").</summary>
    DocumentObject = 8192,
    /// <summary><c>on-to</c>, <c>to-to</c>, <c>with-to</c>: an addressee behind a preposition, and an infinitive ("called on Oslo to sign").</summary>
    PrepositionTo = 16384,
    /// <summary><c>rest</c>: the word's own further words and what hangs on them ("pleaded | not guilty to theft").</summary>
    Rest = 65536,
    /// <summary><c>objs</c>: a noun phrase that is itself something said ("spread rumours").</summary>
    SpeechObject = 32768,
}
