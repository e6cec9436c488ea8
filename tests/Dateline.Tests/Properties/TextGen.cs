using CsCheck;

namespace Dateline.Tests.Properties;

/// <summary>Odd texts: pieces of news put together without sense, with everything that breaks readers in between.</summary>
internal static class TextGen
{
    private static readonly string[] s_words =
    [
        "Macron", "said", "told", "the army", "denied", "it", "who", "confirmed", "that", "more than 300", "killed", "in", "Paris", "on", "Friday", "October 2", "2014",
        "this past July", "1992-1994", "he", "the minister", "according to", "U.S.", "Mr.", "don't", "accused", "of", "shelling", "will", "meet", "and", "Putin", "Turkey",
        "\"We", "warned", "BRUSSELS, October 2. /TASS/.", "declined to comment", "5 %", "$3 million", "the French leader", "if", "could", "not", "Aleppo", "via", "spokesman",
    ];

    private static readonly string[] s_signs =
    [
        "\"", "“", "”", "'", "’", "‘", "«", "»", "„", "[", "]", "(", ")", "{", "}", "—", "–", "-", ":", ";", ",", ".", "!", "?", "…", "...", "\n", "\n\n", "\r\n", "\t", "\u00a0",
        "\u200b", "\u2028", "\ufeff", "\0", "\u0007", "😀", "𝒜", "\ud83d", "\ude00", "e\u0301", "İ", "ß", "漢字", "مرحبا", "©", "/", "|", "#2", "->", "<b>", "&amp;", "```",
    ];

    /// <summary>Words and signs in any order, with and without blanks between.</summary>
    public static Gen<string> News { get; } =
        Gen.Select(
            Gen.Frequency((6, Gen.Int[0, s_words.Length - 1].Select(i => s_words[i])), (4, Gen.Int[0, s_signs.Length - 1].Select(i => s_signs[i])), (1, Gen.String[0, 6])),
            Gen.Bool).Select((piece, blank) => blank ? piece + " " : piece).Array[0, 80].Select(string.Concat);

    /// <summary>A row of JSON Lines that carries the text letter by letter, lone surrogates too.</summary>
    public static byte[] Row(string text)
    {
        System.Text.StringBuilder row = new("{\"id\":\"x\",\"date\":\"2020-10-02\",\"text\":\"");
        foreach (char c in text) { row.Append("\\u").Append(((int)c).ToString("x4", null)); }
        return System.Text.Encoding.ASCII.GetBytes(row.Append("\"}").ToString());
    }
}
