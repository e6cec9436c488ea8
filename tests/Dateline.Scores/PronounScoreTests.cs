using System.Globalization;
using Dateline.Entities;
using Dateline.Stories;
using Dateline.Text;
using Xunit;

namespace Dateline.Scores;

/// <summary>he and she on GAP development: 2,000 pronouns of an encyclopedia with two candidate names each, both to be judged right.</summary>
public sealed class PronounScoreTests
{
    /// <summary>Right in 70.2 of 100 when the floor was set; half a standard error below.</summary>
    private const double Floor = 0.695;

    private static string Corpus => Path.Combine(Workspace.Root, "..", "shared", "data", "treebanks", "gap-development.tsv");

    [Fact]
    public void He_and_she_find_their_person()
    {
        Assert.SkipWhen(!File.Exists(Corpus), "the corpus is not beside the repository (../shared/data/treebanks)");
        Analyzer analyzer = Analyzer.Default();
        EntityRecognizer recognizer = new();
        int right = 0, all = 0;
        foreach (string line in File.ReadLines(Corpus).Skip(1))
        {
            string[] cells = line.Split('\t');
            Story story = new() { Id = cells[0], Text = cells[1], Blocks = [new Block(BlockRole.Paragraph, new TextSpan(0, cells[1].Length))] };
            EntitySet entities = recognizer.Recognize(story, analyzer.Analyze(story));
            int pronoun = Offset(cells[3]);
            Entity? found = entities.Mentions.FirstOrDefault(m => m.Mention.Span.Start == pronoun && m.Mention.Form == MentionForm.Pronoun).Entity;
            all++;
            if (Has(found, cells[4], Offset(cells[5])) == IsTrue(cells[6]) && Has(found, cells[7], Offset(cells[8])) == IsTrue(cells[9])) { right++; }
        }
        Assert.True(right >= Floor * all, $"{right} of {all} right, {(double)right / all:0.000}; the floor is {Floor:0.000}");
    }

    private static int Offset(string cell) => int.Parse(cell, CultureInfo.InvariantCulture);

    private static bool IsTrue(string cell) => cell.Equals("TRUE", StringComparison.OrdinalIgnoreCase);

    private static bool Has(Entity? entity, string name, int start) => entity is not null && entity.Mentions.Any(m => m.Span.Overlaps(new TextSpan(start, start + name.Length)));
}
