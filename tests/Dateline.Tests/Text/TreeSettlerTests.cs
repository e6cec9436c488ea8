using Dateline.Text;
using Xunit;

namespace Dateline.Tests.TextLayer;

/// <summary>What holds of every tree after second thoughts.</summary>
public sealed class TreeSettlerTests
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
    public void No_predicate_keeps_two_subjects(string text)
    {
        ParsedText parsed = TestAnalyzer.Parse(text);
        IEnumerable<int> subjects = Enumerable.Range(0, parsed.Tokens.Length).Where(i => parsed.Tokens[i].Deprel is "nsubj" or "nsubj:pass").Select(i => parsed.Tokens[i].Head);
        Assert.All(subjects.GroupBy(h => h), g => Assert.Single(g));
    }

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
