using Dateline.Text;

namespace Dateline;

/// <summary>Something odd met on the way, kept on the record.</summary>
public sealed record Diagnostic(string Code, string Message, TextSpan? Span = null);

/// <summary>Every diagnostic code there is. DL1xxx: input, the story fails. DL12xx and above: the story is kept.</summary>
public static class DiagnosticCodes
{
    /// <summary>The input cannot be opened.</summary>
    public const string CannotOpen = "DL1001";
    /// <summary>The address cannot be fetched: no connection, no answer in time, an answer other than 200.</summary>
    public const string CannotFetch = "DL1002";
    /// <summary>The site's robots.txt asks programs not to fetch the address.</summary>
    public const string RobotsForbid = "DL1003";
    /// <summary>The address is one of a private network, which is not fetched without <c>--allow-private</c>.</summary>
    public const string PrivateAddress = "DL1004";
    /// <summary>The story has no text.</summary>
    public const string Empty = "DL1101";
    /// <summary>The input is binary, not text.</summary>
    public const string Binary = "DL1102";
    /// <summary>A row of JSON Lines is not a JSON object of the expected shape.</summary>
    public const string NotJson = "DL1103";
    /// <summary>The input is larger than the cap.</summary>
    public const string TooLarge = "DL1104";
    /// <summary>The compressed input is damaged.</summary>
    public const string Damaged = "DL1105";
    /// <summary>The input is in no format that is read.</summary>
    public const string UnknownFormat = "DL1106";
    /// <summary>The input is read and holds no story: a feed without items, an archive without pages.</summary>
    public const string NoStory = "DL1107";
    /// <summary>The input lists addresses of stories and not their text, as sitemaps do; the pages have to be fetched.</summary>
    public const string AddressesOnly = "DL1108";
    /// <summary>The item is no text: a photo, video, package or planning item.</summary>
    public const string NotText = "DL1109";
    /// <summary>The page is built so that reading it would take for ever.</summary>
    public const string TooSlow = "DL1110";
    /// <summary>A defect of Dateline while reading the story; the others are read on.</summary>
    public const string Defect = "DL1901";
    /// <summary>Bytes that are no valid text were replaced.</summary>
    public const string InvalidText = "DL1201";
    /// <summary>A date cannot be read; the story is kept without it.</summary>
    public const string BadDate = "DL1204";
    /// <summary>The page nests deeper or has more elements than the limit, and was flattened.</summary>
    public const string TooDeep = "DL1205";
    /// <summary>A part was left out of the analysis because it is longer than the limit.</summary>
    public const string PartSkipped = "DL1206";
    /// <summary>The text does not look English, the only language that is read.</summary>
    public const string NotEnglish = "DL1207";
    /// <summary>The file ends inside the story, whose end may be missing.</summary>
    public const string CutShort = "DL1208";
    /// <summary>The story's length in the archive is not what its record says; it was read to the record's real end.</summary>
    public const string WrongLength = "DL1209";
    /// <summary>The input gives the story's headline and not its text, as news sitemaps do.</summary>
    public const string HeadlineOnly = "DL1211";
    /// <summary>The page shows only the beginning of its story, the rest to subscribers.</summary>
    public const string Stub = "DL1212";
    /// <summary>The story's bytes are not those its digest in the archive was made of.</summary>
    public const string WrongDigest = "DL1210";
}

/// <summary>An input that cannot become a story: where, what was found, what was expected, what to do.</summary>
public sealed class StoryFormatException(string code, string message) : Exception(message)
{
    /// <summary>One of <see cref="DiagnosticCodes"/>.</summary>
    public string Code { get; } = code;
}
