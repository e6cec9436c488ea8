using Dateline.Entities;
using Dateline.Stories;
using Dateline.Text;
using Xunit;

namespace Dateline.Tests.EntityLayer;

/// <summary>The look-ups that statements and events ask of the entities.</summary>
public sealed class EntitySetTests
{
    private static (ParsedText Parsed, EntitySet Entities) Read(string text)
    {
        Story story = new() { Id = "s", Text = text, Blocks = [new Block(BlockRole.Paragraph, new TextSpan(0, text.Length))] };
        ParsedText parsed = TestPipeline.Analyzer.Analyze(story);
        return (parsed, new EntityRecognizer().Recognize(story, parsed));
    }

    private static int Token(ParsedText parsed, string form) => Enumerable.Range(0, parsed.Tokens.Length).First(i => parsed.Form(i).SequenceEqual(form));

    [Theory]
    [InlineData("President")]
    [InlineData("Emmanuel")]
    [InlineData("Macron")]
    public void Every_word_that_may_head_a_title_phrase_finds_the_person(string word)
    {
        (ParsedText parsed, EntitySet entities) = Read("French President Emmanuel Macron left Paris on Monday.");
        Assert.Equal("Emmanuel Macron", entities.AtHead(Token(parsed, word))?.Name);
    }

    [Fact]
    public void An_apposed_noun_finds_the_person_it_describes()
    {
        (ParsedText parsed, EntitySet entities) = Read("Ferit Hoxha, Albania's foreign minister, said the residence was hit.");
        Assert.Equal("Ferit Hoxha", entities.AtHead(Token(parsed, "minister"))?.Name);
    }

    [Fact]
    public void The_head_of_a_coordination_finds_the_group_and_its_first_member()
    {
        (ParsedText parsed, EntitySet entities) = Read("Armenia and Azerbaijan traded fire on Monday.");
        int head = Token(parsed, "Armenia");
        Assert.Equal("Armenia", entities.AtHead(head)?.Name);
        Assert.Equal(2, entities.CompoundAtHead(head)?.Members?.Count);
        Assert.Null(entities.CompoundAtHead(Token(parsed, "fire")));
    }

    [Fact]
    public void A_quantity_finds_the_group_it_is_part_of()
    {
        (ParsedText parsed, EntitySet entities) = Read("Some of the protesters said the police had fired first.");
        Assert.Equal("protesters", entities.AtHead(Token(parsed, "Some"))?.Name);
    }

    [Fact]
    public void I_is_the_speaker_once_the_speaker_is_known()
    {
        (ParsedText parsed, EntitySet entities) = Read("\"I support the plan,\" Emmanuel Macron said.");
        Entity macron = Assert.Single(entities.All, e => e.Name == "Emmanuel Macron");
        EntitySet resolved = FirstPersonResolver.Resolve(parsed, entities, [new SpokenWords(new TextSpan(0, 22), macron.Id)]);
        Assert.Null(entities.AtHead(Token(parsed, "I")));
        Assert.Equal(macron.Id, resolved.AtHead(Token(parsed, "I"))?.Id);
    }

    [Fact]
    public void The_ids_follow_the_first_mentions()
    {
        EntitySet entities = Read("Russia warned Georgia on Friday. Georgia protested.").Entities;
        Assert.Equal(["e1", "e2"], entities.All.Select(e => e.Id));
        Assert.Equal(["Russia", "Georgia"], entities.All.Select(e => e.Name));
    }

    [Fact]
    public void A_text_without_words_has_no_entities() => Assert.Empty(Read(" ").Entities.All);
}
