using System.Text;
using Dateline.Events;
using Dateline.Events.UserVerbs;
using Dateline.Ingest;
using Xunit;

namespace Dateline.Tests.EventCoding;

/// <summary>A user's verb dictionary in PETRARCH's format goes before the built-in lexicon.</summary>
public sealed class UserVerbTests
{
    private const string Dictionary = """
        ; own verbs
        &TIES
        +DIPLOMATIC_TIES
        +RELATIONS

        RESTORE {RESTORED RESTORING} [040]
        - * FULL &TIES WITH + [050]
        - * CALM [---]
        ATTACK [---]
        CARRY_OUT [---]
        - * {RAID | ATTACK} [193]
        GREET {GREETS GREETED} [042:043]
        """;

    private static readonly Pipeline s_pipeline = new(TestPipeline.Analyzer, new PipelineOptions { Verbs = PetrarchVerbDictionary.Parse("own.txt", Dictionary) });

    [Theory]
    [InlineData("France restored full diplomatic ties with Kenya on Monday.", "050", "SUPPORT")]
    [InlineData("France is restoring relations with Kenya.", "040", "CONSULT")]
    [InlineData("France greeted the president of Kenya in Paris on Monday.", "042", "CONSULT")]
    [InlineData("Turkish soldiers carried out a raid in Syria on Monday.", "193", "ASSAULT")]
    public void The_longest_pattern_that_fits_gives_the_code(string text, string cameo, string root)
    {
        Event happening = Assert.Single(Read(text), v => v.Rule == "events/user-verb");
        Assert.Equal((cameo, root), (happening.Cameo, happening.Plover));
        Assert.NotNull(happening.Actor);
    }

    [Theory]
    [InlineData("Police restored calm in Kenya on Monday.")]
    [InlineData("Turkish soldiers attacked a village in Syria on Monday.")]
    public void No_event_in_the_dictionary_is_no_event(string text) => Assert.Empty(Read(text));

    [Fact]
    public void A_target_in_the_pattern_is_the_recipient()
    {
        Event happening = Assert.Single(Read("France restored full diplomatic ties with Kenya on Monday."));
        Assert.Equal(("FRA", "KEN"), (happening.Actor![0].Code!.Country, happening.Recipient![0].Code!.Country));
    }

    [Fact]
    public void Verbs_it_does_not_list_are_coded_as_ever() =>
        Assert.Equal("COERCE", Assert.Single(Read("Police arrested three students in Kenya on Monday.")).Plover);

    [Theory]
    [InlineData("- * X [190]", "own.txt(1): a pattern before any verb")]
    [InlineData("HIT [190]\n- X Y [190]", "own.txt(2): a pattern without *")]
    [InlineData("HIT [999]", "own.txt(1): code 999 is no CAMEO code")]
    [InlineData("HIT [190]\n- * &NONE [190]", "own.txt(2): the set NONE is not defined above")]
    [InlineData("HIT {HITS [190]", "own.txt(1): { without }")]
    [InlineData("two words [190]", "own.txt(1): \"two words\" is no verb")]
    public void A_fault_is_named_with_its_line(string text, string message) =>
        Assert.StartsWith(message, Assert.Throws<InvalidDataException>(() => PetrarchVerbDictionary.Parse("own.txt", text)).Message, StringComparison.Ordinal);

    private static IReadOnlyList<Event> Read(string text) =>
        s_pipeline.Read(TestPipeline.Story(InputFormat.PlainText, Encoding.UTF8.GetBytes(text), "2016-05-04")).Events;
}
