using Dateline.Entities;
using Dateline.Stories;
using Dateline.Text;
using Dateline.Training.Coreference;
using Xunit;

namespace Dateline.Scores;

/// <summary>Names, and he and she, on raw text of GUM's open development documents, by the gold of its <c>Entity=</c> brackets.</summary>
public sealed class GumScoreTests
{
    /// <summary>79.2 when the floor was set, on 430 gold names; half a standard error below.</summary>
    private const double NamesFloor = 0.775;

    /// <summary>Right in 52 of 60 when the floor was set; half a standard error below.</summary>
    private const double PronounsFloor = 0.84;

    private static string Corpus => Path.Combine(Workspace.Root, "..", "shared", "data", "treebanks", "en_gum-open-dev.conllu");

    [Fact]
    public void Names_of_people_bodies_and_places_are_found_and_typed()
    {
        Assert.SkipWhen(!File.Exists(Corpus), "the corpus is not beside the repository (../shared/data/treebanks)");
        int gold = 0, found = 0, right = 0;
        foreach (GumDocument document in GumDocument.Read(Corpus))
        {
            HashSet<(TextSpan, string)> names = [.. document.Names.Where(n => n.Type is not "MISC")];
            HashSet<(TextSpan, string)> read = [.. Read(document).Mentions.Where(m => m.Mention.Form is MentionForm.Name or MentionForm.Headline && Kind(m.Entity.Type) is not null)
                .Select(m => (m.Mention.Span, Kind(m.Entity.Type)!))];
            gold += names.Count;
            found += read.Count;
            right += read.Count(names.Contains);
        }
        double f1 = 2.0 * right / (gold + found);
        Assert.True(f1 >= NamesFloor, $"F1 {f1:0.0000} ({right} right of {found} found and {gold} gold); the floor is {NamesFloor:0.00}");
    }

    [Fact]
    public void He_and_she_find_their_chain_in_news_and_interviews()
    {
        Assert.SkipWhen(!File.Exists(Corpus), "the corpus is not beside the repository (../shared/data/treebanks)");
        int all = 0, right = 0;
        foreach (GumDocument document in GumDocument.Read(Corpus).Where(d => d.Genre is "news" or "interview"))
        {
            List<GumMention> named = [.. document.Mentions.Where(m => !m.IsPronoun)];
            EntitySet entities = Read(document);
            foreach (GumMention pronoun in document.Mentions.Where(m => m.IsPronoun && IsHeOrShe(m.Span.In(document.Text)) && named.Exists(n => n.Group == m.Group)))
            {
                all++;
                Entity? meant = entities.Mentions.FirstOrDefault(m => m.Mention.Span.Start == pronoun.Span.Start && m.Mention.Form == MentionForm.Pronoun).Entity;
                if (meant is not null && GumChains.GroupOf(meant.Mentions.Where(m => m.Form != MentionForm.Pronoun).Select(m => m.Span), named) == pronoun.Group) { right++; }
            }
        }
        Assert.True(all >= 50 && right >= PronounsFloor * all, $"{right} of {all} right; the floor is {PronounsFloor:0.00}");
    }

    private static EntitySet Read(GumDocument document)
    {
        List<Block> blocks = [];
        for (int at = 0; at < document.Text.Length;)
        {
            int end = document.Text.IndexOf("\n\n", at, StringComparison.Ordinal);
            end = end < 0 ? document.Text.Length : end;
            blocks.Add(new Block(BlockRole.Paragraph, new TextSpan(at, end)));
            at = end + 2;
        }
        Story story = new() { Id = document.Id, Text = document.Text, Blocks = [.. blocks] };
        return new EntityRecognizer().Recognize(story, Analyzer.Default().Analyze(story));
    }

    private static bool IsHeOrShe(ReadOnlySpan<char> form) => form.ToString().ToLowerInvariant() is "he" or "she" or "him" or "her" or "his" or "hers" or "himself" or "herself";

    private static string? Kind(EntityType type) => type switch
    {
        EntityType.Person => "PER", EntityType.Organization => "ORG", EntityType.Country or EntityType.Place => "LOC", _ => null,
    };
}
