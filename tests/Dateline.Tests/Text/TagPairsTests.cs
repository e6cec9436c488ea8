using Dateline.Text;
using Dateline.Text.Neural;
using Xunit;

namespace Dateline.Tests.TextLayer;

public sealed class TagPairsTests
{
    private static readonly string[] s_tags = ["NN", "MD"], s_relations = ["obj", "aux"];

    [Fact]
    public void Two_tags_that_no_tree_has_together_are_not_chosen_together()
    {
        // The parts of speech say NOUN by a little, the Penn tags say MD by far.
        (Upos upos, string xpos) = Choose(noun: 1.1f, auxiliary: 1f, nn: 0f, md: 3f, relation: "obj", relationSays: 0f);
        Assert.Equal((Upos.AUX, "MD"), (upos, xpos));
    }

    [Fact]
    public void The_relation_of_a_word_has_a_say_in_its_tags()
    {
        Assert.Equal((Upos.NOUN, "NN"), Choose(noun: 1.2f, auxiliary: 1f, nn: 0f, md: 0f, relation: "obj", relationSays: 0.5f));
        Assert.Equal((Upos.AUX, "MD"), Choose(noun: 1.2f, auxiliary: 1f, nn: 0f, md: 0f, relation: "aux", relationSays: 0.5f));
    }

    [Fact]
    public void Without_the_tables_each_tag_is_the_likeliest()
    {
        float[] scores = [0f, 3f, .. new float[Encoder.UposCount]];
        scores[2 + (int)Upos.NOUN] = 1f;
        Upos[] upos = new Upos[1];
        int[] xpos = new int[1];
        new TagPairs(new EncoderModel(new EncoderShape(), s_tags, s_relations, [])).Choose(scores, scores.Length, 1, [0], upos, xpos);
        Assert.Equal((Upos.NOUN, 1), (upos[0], xpos[0]));
    }

    private static (Upos, string) Choose(float noun, float auxiliary, float nn, float md, string relation, float relationSays)
    {
        float[] pairs = new float[Encoder.UposCount * 2], says = new float[2 * Encoder.UposCount], scores = [nn, md, .. new float[Encoder.UposCount]];
        pairs[(int)Upos.NOUN * 2] = 1;
        pairs[((int)Upos.AUX * 2) + 1] = 1;
        says[Encoder.UposCount + (int)Upos.AUX] = relationSays;
        scores[2 + (int)Upos.NOUN] = noun;
        scores[2 + (int)Upos.AUX] = auxiliary;
        EncoderModel model = new(new EncoderShape(), s_tags, s_relations,
        [
            new EncoderModel.Table(TagPairs.PairsTable, Encoder.UposCount, 2, false, pairs),
            new EncoderModel.Table(TagPairs.RelationsTable, 2, Encoder.UposCount, false, says),
        ]);
        Upos[] upos = new Upos[1];
        int[] xpos = new int[1];
        new TagPairs(model).Choose(scores, scores.Length, 1, [Array.IndexOf(s_relations, relation)], upos, xpos);
        return (upos[0], s_tags[xpos[0]]);
    }
}
