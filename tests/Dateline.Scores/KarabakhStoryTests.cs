using Dateline.Entities;
using Dateline.Events;
using Dateline.Ingest;
using Dateline.Places;
using Dateline.Statements;
using Dateline.Stories;
using Dateline.Text;
using Dateline.Time;
using Xunit;

namespace Dateline.Scores;

/// <summary>The story the project began with, field by field. It is its publisher's text, so it is read where it lies and skipped where it is missing.</summary>
public sealed class KarabakhStoryTests
{
    private static readonly Lazy<StoryRecords> s_records = new(() =>
    {
        Story story = new StoryReader(new InputOptions { Date = new DateOnly(2020, 10, 2) }).Read(
            new StoryInput { File = "tass-karabakh.txt", Format = InputFormat.PlainText, Bytes = File.ReadAllBytes(StoryFile) });
        return new Pipeline(Analyzer.Default(), new PipelineOptions()).Read(story);
    });

    private static string StoryFile => Path.Combine(Workspace.Root, "..", "shared", "stories", "tass-karabakh.txt");

    private static StoryRecords Records
    {
        get
        {
            Assert.SkipWhen(!File.Exists(StoryFile), "the story is not beside the repository (../shared/stories)");
            return s_records.Value;
        }
    }

    private static string Words(TextSpan? span) => span is { } s ? s.In(Records.Story.Text).ToString() : "-";

    private static string? Name(string? entity) => Records.Entities.FirstOrDefault(e => e.Id == entity)?.Name;

    private static string Said(Statement s) => string.Join(" … ", s.Content.Spans.Select(p => Words(p)));

    private static Statement Saying(string words) => Records.Statements.First(s => Said(s).Contains(words, StringComparison.Ordinal) && s.Parent is null);

    private static Event Happening(string trigger, string plover)
    {
        Event? found = Records.Events.FirstOrDefault(e => e.Plover == plover && Words(e.Trigger.Span).Contains(trigger, StringComparison.Ordinal));
        Assert.True(found is not null, Listing());
        return found!;
    }

    private static string Listing() => "The events are:\n" + string.Join('\n', Records.Events.Select(e =>
        $"  {e.Plover} {Words(e.Trigger.Span)} {Countries(e.Actor)} -> {Countries(e.Recipient)} {e.Status} {(e.Background ? "background" : "")} {e.When?.Start:yyyy-MM-dd}"));

    private static string Countries(IReadOnlyList<EventActor>? actors) => string.Join(' ', (actors ?? []).Select(a => a.Code?.Country ?? "?").Order(StringComparer.Ordinal));

    [Fact]
    public void The_page_is_cut_into_its_blocks()
    {
        Assert.Equal(
            [BlockRole.Boilerplate, BlockRole.Headline, BlockRole.Deck, BlockRole.Caption, BlockRole.Credit, BlockRole.Caption, BlockRole.Dateline, BlockRole.Paragraph],
            Records.Story.Blocks.Take(8).Select(b => b.Role));
        Assert.Equal(new DateOnly(2020, 10, 2), Records.Story.Dateline!.Date);
        Assert.Equal("TASS", Records.Story.Dateline.Agency);
        Assert.Equal("BEL", Records.Places.Single(p => p.Id == Records.Story.Dateline.Place).Country);
    }

    [Fact]
    public void Nobody_in_a_caption_or_credit_speaks()
    {
        TextSpan[] silent = [.. Records.Story.Blocks.Where(b => b.Role is BlockRole.Caption or BlockRole.Credit).Select(b => b.Span)];
        Assert.DoesNotContain(Records.Statements, s => silent.Any(b => s.Source?.Span is { } span && b.Overlaps(span)));
    }

    [Theory]
    [InlineData("Over 300 Syrian Islamists arrive", "Emmanuel Macron")]
    [InlineData("Russia is aware of this fact", "Emmanuel Macron")]
    [InlineData("France confirms that", "Emmanuel Macron")]
    [InlineData("I can assure", "Emmanuel Macron")]
    [InlineData("I discussed this", "Emmanuel Macron")]
    [InlineData("behavior is unworthy", "Emmanuel Macron")]
    [InlineData("will come up with a series", "Emmanuel Macron")]
    [InlineData("EU leaders urge Turkey", "Charles Michel")]
    [InlineData("everyone should play", "Charles Michel")]
    public void Each_statement_has_its_speaker(string words, string speaker) => Assert.Equal(speaker, Name(Saying(words).Source?.Entity));

    [Fact]
    public void The_split_quotation_is_one_statement() =>
        Assert.Contains("We maintain close working contacts", Said(Saying("will undertake a series of initiatives")), StringComparison.Ordinal);

    [Theory]
    [InlineData("confirms", "France", "France confirms that", Act.Confirm)]
    [InlineData("confirmed", "Vladimir Putin", "I discussed this", Act.Confirm)]
    [InlineData("urge", "EU leaders", "EU leaders urge Turkey", Act.Urge)]
    public void A_statement_inside_a_statement_has_its_parent(string cue, string speaker, string inside, Act act)
    {
        Statement child = Records.Statements.Single(s => s.Cue is not null && Words(s.Cue.Span) == cue && s.Parent is not null);
        Assert.Equal(speaker, Name(child.Source?.Entity));
        Assert.Equal(act, child.Act);
        Assert.Equal(Saying(inside).Id, child.Parent);
    }

    [Theory]
    [InlineData("[outlawed in Russia]", InsertionKind.Disclaimer)]
    [InlineData("[to take part in the hostilities on Azerbaijan’s side]", InsertionKind.Addition)]
    [InlineData("[Turkey’s]", InsertionKind.Substitution)]
    public void The_editors_words_are_told_from_the_speakers(string words, InsertionKind kind) =>
        Assert.Contains(Records.Statements.SelectMany(s => s.Content.Insertions ?? []), i => Words(i.Span) == words && i.Kind == kind);

    [Fact]
    public void The_arrival_has_its_way_its_number_and_its_voucher()
    {
        Event arrival = Records.Events.First(e => e.Plover == "MOBILIZE" && e.Magnitudes is not null);
        Assert.Equal("SYR", arrival.Actor![0].Code!.Country);
        Assert.Equal("Aleppo", Place(arrival.Origin));
        Assert.Equal("Gaziantep", Place(arrival.Via));
        Assert.Contains("Karabakh", Place(arrival.Place), StringComparison.Ordinal);
        Assert.Contains(Records.Quantities, q => arrival.Magnitudes!.Any(m => m.Quantity == q.Id) && q.Low == 300 && q.Exclusive == true && q.High is null);
        Assert.Equal("Emmanuel Macron", Name(Records.Statements.Single(s => s.Id == arrival.Attribution[0]).Source!.Entity));
        Assert.Equal(1, Records.Events.Count(e => e.Plover == "MOBILIZE" && e.Actor?.Any(a => a.Code?.Country == "SYR") == true));
    }

    [Theory]
    [InlineData("discussed", "CONSULT", "FRA RUS")]
    [InlineData("urge", "REQUEST", "?")]
    [InlineData("clashes", "ASSAULT", "ARM AZE")]
    [InlineData("martial law", "COERCE", "ARM AZE")]
    [InlineData("mobilization", "MOBILIZE", "ARM AZE")]
    public void The_news_has_its_events(string trigger, string plover, string countries)
    {
        Event found = Happening(trigger, plover);
        Assert.Equal(countries, Countries(found.Actor));
        Assert.False(found.Background);
    }

    [Fact]
    public void Turkey_is_criticised_by_Macron()
    {
        Event? criticism = Records.Events.FirstOrDefault(e => e.Plover == "ACCUSE" && Countries(e.Recipient) == "TUR");
        Assert.True(criticism is not null, Listing());
        Assert.Equal("FRA", Countries(criticism!.Actor));
    }

    [Fact]
    public void The_initiatives_are_only_planned() =>
        Assert.True(Records.Events.Any(e => e.Status == EventStatus.Planned && Countries(e.Actor) == "FRA RUS USA"), Listing());

    [Theory]
    [InlineData("flare", 2014, 6)]
    [InlineData("flare", 2016, 4)]
    [InlineData("flare", 2020, 7)]
    [InlineData("", 1988, 2)]
    [InlineData("military action", 1992, 1)]
    public void History_is_background_with_its_dates(string trigger, int year, int month) =>
        Assert.True(Records.Events.Any(e => e.Plover == "ASSAULT" && e.Background && Words(e.Trigger.Span).Contains(trigger, StringComparison.Ordinal)
            && e.When?.Start is { } start && start.Year == year && start.Month == month), Listing());

    [Theory]
    [InlineData("October 2", "2020-10-02")]
    [InlineData("September 27", "2020-09-27")]
    [InlineData("this past July", "2020-07")]
    [InlineData("the summer of 2014", "2014-SU")]
    [InlineData("April 2016", "2016-04")]
    [InlineData("February 1988", "1988-02")]
    [InlineData("1992-1994", "1992/1994")]
    [InlineData("1992", "1992")]
    public void Times_have_their_values(string words, string value) => Assert.Contains(Records.Times, t => Words(t.Span) == words && t.Value == value);

    private static string Place(string? id) => Records.Places.FirstOrDefault(p => p.Id == id)?.Name ?? "-";
}
