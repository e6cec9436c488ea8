using Dateline.Text;
using Xunit;

namespace Dateline.Tests.TextLayer;

/// <summary>What holds of every tree.</summary>
public sealed class TreeTests
{
    public static TheoryData<string> Texts =>
    [
        "Palestinians of the Israeli-occupied West Bank shunned work on Monday to protest at settlement of immigrants on Arab land.",
        "Josh Kindig, he's coming on board, he has some ideas for that too, he wants to take over and do more.",
        "It remains unclear what might explain such gains, which have been attributed to motivation and to experience.",
        "Names names names ministers ministers said said they he she it is is who who which said.",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Every_word_hangs_on_the_root_of_its_sentence(string text)
    {
        ParsedText parsed = TestAnalyzer.Parse(text);
        foreach (Sentence sentence in parsed.Sentences)
        {
            for (int i = sentence.First; i < sentence.End; i++)
            {
                int at = i;
                for (int steps = 0; parsed.Tokens[at].Head >= 0 && steps <= sentence.Count; steps++) { at = parsed.Tokens[at].Head; }
                Assert.Equal(sentence.Root, at);
            }
        }
    }
}
