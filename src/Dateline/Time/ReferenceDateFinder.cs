using Dateline.Entities;
using Dateline.Stories;
using Dateline.Text;

namespace Dateline.Time;

/// <summary>Finds the day of a story that came without one: from a date line in its text, or from a day without a year and the years its words allow.</summary>
/// <remarks>There is no clock: what the story does not say stays open. Years that fit too are kept as alternatives.</remarks>
public sealed class ReferenceDateFinder
{
    /// <summary>More years than this are no answer.</summary>
    private const int MostYears = 7;
    /// <summary>Years so far apart are other races or terms of the same persons.</summary>
    private const int MostApart = 2;
    /// <summary>Blocks at the top that may hold a date line.</summary>
    private const int TopBlocks = 4;
    /// <summary>A story is told this long after the latest year it names at most, as far as nothing else speaks.</summary>
    private const int YearsAfter = 2;

    private readonly TimeGrammar _grammar = new();

    /// <summary>The story with the reference date it came with, else with the one its words give; a dateline without a year takes its year.</summary>
    public Story Complete(Story story, ParsedText parsed, EntitySet entities)
    {
        if (story.ReferenceDate is not null) { return story; }
        if (FromOutside(story) is { } known) { return story with { ReferenceDate = known }; }
        List<(TimeScan Scan, TimeMention Mention, Block Block)> dated = DatedMentions(story);
        if (DateLine(story, dated) is { } line) { return story with { ReferenceDate = new ReferenceDate { Value = line, Basis = "text" } }; }
        (int latest, int coming) = Years(dated, new TenseFinder(parsed));
        Incumbents incumbents = Incumbents.Of(story.Text, entities);
        if (Find(story, dated, latest, incumbents) is not { } reference)
        {
            return story with { Year = StoryYearFinder.Find(incumbents, latest, coming) };
        }
        bool dateline = story.Dateline is { Date: null } && reference.Basis.StartsWith("dateline", StringComparison.Ordinal);
        return story with { ReferenceDate = reference, Dateline = dateline ? story.Dateline! with { Date = reference.Value } : story.Dateline };
    }

    private static ReferenceDate? Find(Story story, List<(TimeScan Scan, TimeMention Mention, Block Block)> dated, int latest, Incumbents incumbents)
    {
        if (Anchor(story, dated) is not { } anchor) { return null; }
        // Years alone were right once in six undated stories of PolNeAR train: a story may name no year near its own.
        if (anchor.Mention.Weekday is null && incumbents.Count < 2 && !incumbents.AnyCandidate) { return null; }
        List<DateOnly> fits = [];
        foreach (int year in YearsOf(latest, incumbents))
        {
            if (anchor.Mention.Date!.Value.In(year).Range() is { } range && Fits(range.Start, anchor.Mention, incumbents)) { fits.Add(range.Start); }
        }
        if (fits.Count is 0 or > MostYears || (incumbents.AnyCandidate && fits[^1].Year - fits[0].Year > MostApart)) { return null; }
        string basis = (anchor.Dateline ? "dateline" : "text") + (anchor.Mention.Weekday is null ? "" : "+weekday") + (incumbents.AnyOffice ? "+incumbents" : "")
            + (incumbents.AnyCandidate ? "+candidates" : "") + (latest > 0 ? "+years" : "");
        return new ReferenceDate { Value = fits[0], Basis = basis, Alternatives = fits.Count > 1 ? fits[1..] : null };
    }

    private static ReferenceDate? FromOutside(Story story) =>
        PublicationDate.Parse(story.Published) is { } published ? new ReferenceDate { Value = published.Day, Basis = "published" }
        : story.Dateline?.Date is { } day ? new ReferenceDate { Value = day, Basis = "dateline" } : null;

    private static bool Fits(DateOnly day, TimeMention anchor, Incumbents incumbents) =>
        (anchor.Weekday is not { } weekday || day.DayOfWeek == weekday) && (!incumbents.Any || incumbents.HeldOn(day) >= incumbents.Enough);

    /// <summary>The years to look at; none when nothing bounds them.</summary>
    private static IEnumerable<int> YearsOf(int latest, Incumbents incumbents)
    {
        if (incumbents.Any) { return incumbents.Months().Select(m => m.Year).Distinct().Where(y => y >= latest); }
        return latest > 0 ? Enumerable.Range(latest, YearsAfter + 1) : [];
    }

    /// <summary>A block near the top that is a whole date and little else: "Friday, August 21, 2015".</summary>
    private static DateOnly? DateLine(Story story, List<(TimeScan Scan, TimeMention Mention, Block Block)> dated)
    {
        foreach ((TimeScan scan, TimeMention mention, Block block) in dated)
        {
            if (mention.Date is not { Grain: Grain.Day, Year: not null } date || date.Range() is not { } range) { continue; }
            int words = scan.Count - (mention.End - mention.First);
            bool line = words <= 4 && story.Blocks.Take(TopBlocks).Contains(block);
            if (line || block.Role is BlockRole.Dateline or BlockRole.Byline) { return range.Start; }
        }
        return null;
    }

    /// <summary>The day the story's year is asked for: the dateline's, else the first weekday with a date.</summary>
    private static (TimeMention Mention, bool Dateline)? Anchor(Story story, List<(TimeScan Scan, TimeMention Mention, Block Block)> dated)
    {
        TimeMention? anchor = null;
        foreach ((TimeScan scan, TimeMention mention, Block block) in dated)
        {
            if (mention.Date is not { Grain: Grain.Day, Year: null }) { continue; }
            bool line = block.Role == BlockRole.Dateline
                || (story.Dateline is { } dateline && dateline.Span.Overlaps(scan.SpanOf(mention.First, mention.End)));
            if (line) { return (mention, true); }
            if (mention.Weekday is not null) { anchor ??= mention; }
        }
        return anchor is null ? null : (anchor, false);
    }

    /// <summary>The latest year told as past or present, and the earliest told as future; a goal ("by 2030") is neither, nor is the year of a race to come.</summary>
    private static (int Latest, int Coming) Years(List<(TimeScan Scan, TimeMention Mention, Block Block)> dated, TenseFinder tense)
    {
        int latest = 0, coming = 0;
        foreach ((TimeScan scan, TimeMention mention, _) in dated)
        {
            if ((mention.Until ?? mention.Date) is not { Year: { } year } date || date.Grain < Grain.Year) { continue; }
            bool goal = scan.Is(mention.First - 1, "by", "until") || scan.Is(mention.First - 1, "before", "through");
            if (goal || Rules.RaceYear.Is(scan, mention)) { continue; }
            if (tense.Find(scan.SpanOf(mention.First, mention.End), scan, mention.First) != Direction.Future) { latest = Math.Max(latest, year); }
            else if (coming == 0 || year < coming) { coming = year; }
        }
        return (latest, coming < latest ? 0 : coming);
    }

    private List<(TimeScan Scan, TimeMention Mention, Block Block)> DatedMentions(Story story)
    {
        List<(TimeScan, TimeMention, Block)> found = [];
        foreach (Block block in story.Blocks)
        {
            if (block.Role is BlockRole.Boilerplate or BlockRole.Credit) { continue; }
            TimeScan scan = new(story.Text, block.Span, TimeLexicon.Default);
            foreach (TimeMention mention in _grammar.All(scan))
            {
                if (mention.Date is not null) { found.Add((scan, mention, block)); }
            }
        }
        return found;
    }
}
