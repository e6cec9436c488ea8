using System.Globalization;
using System.Text.Json;
using Dateline.Entities;
using Dateline.Events;
using Dateline.Stories;
using Dateline.Text;
using Xunit;

namespace Dateline.Scores;

/// <summary>Country and sector of the actors that the PLOVER gold sentences mark, each coded by what the program reads at those very words.</summary>
/// <remarks>
/// Every body between states is IGO and has no country. Sectors are compared by their first three letters; empty and "***" are not judged, nor are words that the
/// gold puts together from parts of the sentence. CIV is the older spelling of CVL; an organ of an international body may be coded GOV there.
/// </remarks>
public sealed class ActorCodeScoreTests(ITestOutputHelper output)
{
    /// <summary>Measured when the floors were set; half a standard error below.</summary>
    private const double CountryFloor = 0.90, SectorFloor = 0.70;

    /// <summary>A mention may begin with an article that the gold leaves out.</summary>
    private const int Article = 4;

    private static string Corpus => Path.Combine(Workspace.Root, "..", "shared", "data", "events", "plover_gsr_dev.jsonl");

    [Fact]
    public void The_actors_of_the_gold_sentences_have_their_country_and_sector()
    {
        Assert.SkipWhen(!File.Exists(Corpus), "the corpus is not beside the repository (../shared/data/events)");
        Analyzer analyzer = Analyzer.Default();
        Pipeline pipeline = new(analyzer, new PipelineOptions());
        PloverLexicon lexicon = PloverLexicon.Default;
        ActorFinder finder = new(new WordClasses(lexicon), new HomeFinder(lexicon));
        int country = 0, countries = 0, sector = 0, sectors = 0;
        foreach (string line in File.ReadLines(Corpus))
        {
            using JsonDocument row = JsonDocument.Parse(line);
            string text = row.RootElement.GetProperty("text").GetString()!, id = row.RootElement.GetProperty("id").GetString()!;
            // No date: the file's is one placeholder for all sentences.
            Story story = new() { Id = id, Text = text, Blocks = [new Block(BlockRole.Paragraph, new TextSpan(0, text.Length))] };
            ParsedText parsed = analyzer.Analyze(story);
            StoryRecords read = pipeline.Read(story);
            EventScene scene = new(story, parsed, new EntitySet(read.Entities), read.Times, read.Places, read.Quantities, read.Statements, lexicon);
            foreach ((string words, string gold, string role) in Actors(row.RootElement))
            {
                int at = text.IndexOf(words, StringComparison.Ordinal);
                if (at < 0 || gold.Length == 0) { continue; }
                ActorCode? code = CodeAt(scene, finder, new TextSpan(at, at + words.Length));
                string told = $"{id}: \"{words}\" is {code?.Country ?? "-"} {code?.Sector ?? "-"} {code?.Organization}, gold {gold} {role}";
                countries++;
                if (IsCountry(gold, code)) { country++; } else { output.WriteLine("country " + told); }
                if (role.Length == 0 || role[0] == '*') { continue; }
                sectors++;
                if (IsSector(gold, role, code)) { sector++; } else { output.WriteLine("sector  " + told); }
            }
        }
        string summary = string.Create(CultureInfo.InvariantCulture, $"country {(double)country / countries:0.000} ({country} of {countries}), sector {(double)sector / sectors:0.000} ({sector} of {sectors})");
        output.WriteLine(summary);
        Assert.True(country >= CountryFloor * countries && sector >= SectorFloor * sectors, $"{summary}; the floors are {CountryFloor:0.000} and {SectorFloor:0.000}");
    }

    private static IEnumerable<(string Words, string Code, string Sector)> Actors(JsonElement row)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (JsonElement record in row.GetProperty("events").EnumerateArray())
        {
            foreach (JsonElement actor in record.GetProperty("source").EnumerateArray().Concat(record.GetProperty("target").EnumerateArray()))
            {
                string words = actor.GetProperty("text").GetString()!;
                if (seen.Add(words)) { yield return (words, actor.GetProperty("code").GetString()!, actor.GetProperty("sector").GetString()!); }
            }
        }
    }

    /// <summary>The party that events would name there; where several parties are named, the name that ends the words, else the phrase that begins them.</summary>
    private static ActorCode? CodeAt(EventScene scene, ActorFinder finder, TextSpan span)
    {
        (Entity Entity, Mention Mention)[] inside = [.. scene.Entities.In(span)];
        Mention? mention = Array.Find(inside, m => m.Entity.Type == EntityType.Person && m.Mention.Form == MentionForm.Name && m.Mention.Span.End == span.End).Mention
            ?? Array.Find(inside, m => m.Mention.Form != MentionForm.Pronoun && m.Mention.Span.Start <= span.Start && m.Mention.Span.Start >= span.Start - Article).Mention;
        int head = mention?.Head ?? scene.Parsed.HeadOf(span);
        List<EventActor> found = finder.Find(scene, head);
        return (found.Find(f => f.Span.Overlaps(span)) ?? found.FirstOrDefault())?.Code;
    }

    private static bool IsCountry(string gold, ActorCode? code) =>
        gold is "IGO" or "NGO" ? code is { Country: null, Sector: "IGO" or "NGO" or "MED" } or { Country: null, Organization: not null } : code?.Country == gold;

    private static bool IsSector(string gold, string role, ActorCode? code)
    {
        string wanted = role[..3] is "CIV" ? "CVL" : role[..3];
        return code?.Sector == wanted || (gold is "IGO" && wanted is "GOV" && code?.Sector is "IGO");
    }
}
