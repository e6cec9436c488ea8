using System.Collections.Immutable;

namespace Dateline.Entities;

/// <summary>The signs by which a person may be known for the one that "he" or "she" means, numbered; their weights lie in <c>knowledge/en/antecedent-weights.tsv</c>.</summary>
internal static class AntecedentSigns
{
    private static readonly string[] Distances = ["same", "last", "two-back", "far", "ahead"];
    private static readonly string[] Roles = ["subject", "passive-subject", "object", "oblique", "noun-phrase", "owner", "coordinated", "apposed", "other"];
    private static readonly string[] Forms = ["full-name", "short-name", "pronoun", "nominal", "headline"];
    private static readonly string[] Cases = ["subject", "object", "owner"];
    private static readonly string[] YesNo = ["no", "yes"];

    /// <summary>Where the mention stands in its clause, by distance.</summary>
    public static readonly SignBlock Place = new(0, "place", Distances, Roles);
    public static readonly SignBlock Form = new(Place.End, "form", Distances, Forms);
    /// <summary>How many other people were spoken of since.</summary>
    public static readonly SignBlock Nearest = new(Form.End, "others-between", ["none", "one", "two", "more"], ["same-sentence", "other-sentence"]);
    public static readonly SignBlock First = new(Nearest.End, "first-of-sentence", YesNo, Distances);
    /// <summary>Case of the pronoun and place of the mention: subject for subject.</summary>
    public static readonly SignBlock Parallel = new(First.End, "parallel", Cases, Roles);
    /// <summary>Which clause of the sentence the mention stands in, seen from the pronoun.</summary>
    public static readonly SignBlock Clause = new(Parallel.End, "clause",
        ["own-subject", "own-other", "says-it", "main-of-adverbial", "main-of-relative", "conjoined-before", "controls", "above", "above-other", "relative-of", "inside", "elsewhere"], Cases);
    public static readonly SignBlock RootSubjects = new(Clause.End, "both-main-subjects", YesNo, ["last", "same"]);
    public static readonly SignBlock Gender = new(RootSubjects.End, "gender", ["unknown", "known"], ["-"]);
    public static readonly SignBlock Type = new(Gender.End, "type", ["person", "unsure-person", "organization", "place", "other"], ["-"]);
    public static readonly SignBlock Mentions = new(Type.End, "mentions", ["one", "two", "few", "many"], ["-"]);
    public static readonly SignBlock Topic = new(Mentions.End, "topic", ["first-person", "most-mentioned"], ["-"]);
    /// <summary>Meant by the last pronoun of this gender.</summary>
    public static readonly SignBlock Chain = new(Topic.End, "last-pronoun", ["same", "last", "far"], Cases);
    public static readonly SignBlock Speech = new(Chain.End, "speech", ["last-speaker", "speaks-here"], Cases);
    public static readonly SignBlock Ahead = new(Speech.End, "ahead", ["main-subject", "other"], Cases);
    public static readonly SignBlock Preposition = new(Ahead.End, "preposition", ["by", "with", "of", "to", "for", "from", "in", "between"], ["same-sentence", "other-sentence"]);
    public static readonly SignBlock Near = new(Preposition.End, "words-between", ["five", "ten", "twenty", "more"], ["-"]);

    private static readonly ImmutableArray<SignBlock> Blocks = [Place, Form, Nearest, First, Parallel, Clause, RootSubjects, Gender, Type, Mentions, Topic, Chain, Speech, Ahead, Preposition, Near];

    /// <summary>Number of signs.</summary>
    public static int Count => Blocks[^1].End;

    /// <summary>The sign's name as the table has it.</summary>
    public static string Name(int sign)
    {
        foreach (SignBlock block in Blocks)
        {
            if (sign < block.End) { return block.Name(sign); }
        }
        throw new ArgumentOutOfRangeException(nameof(sign));
    }
}

/// <summary>Signs that combine two answers, numbered from <see cref="Start"/>.</summary>
internal sealed record SignBlock(int Start, string Question, string[] Answers, string[] Seconds)
{
    public int End => Start + (Answers.Length * Seconds.Length);

    public int this[int answer, int second = 0] => Start + (answer * Seconds.Length) + second;

    public string Name(int sign)
    {
        (int answer, int second) = Math.DivRem(sign - Start, Seconds.Length);
        return Seconds[second] is "-" ? $"{Question} {Answers[answer]}" : $"{Question} {Answers[answer]} {Seconds[second]}";
    }
}
