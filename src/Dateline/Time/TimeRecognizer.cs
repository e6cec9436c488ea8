using System.Globalization;
using Dateline.Stories;
using Dateline.Text;

namespace Dateline.Time;

/// <summary>Time expressions with their values, resolved against the story's reference date.</summary>
public sealed class TimeRecognizer
{
    private readonly TimeGrammar _grammar = new();
    private readonly TimeLexicon _lexicon = TimeLexicon.Default;

    /// <summary>The time expressions of a story, in text order.</summary>
    public IReadOnlyList<TimeExpression> Recognize(Story story, ParsedText parsed)
    {
        List<(TimeScan Scan, IReadOnlyList<TimeMention> Mentions)> blocks = [];
        foreach (Block block in story.Blocks)
        {
            if (block.Role is BlockRole.Boilerplate or BlockRole.Credit) { continue; }
            TimeScan scan = new(story.Text, block.Span, _lexicon);
            IReadOnlyList<TimeMention> mentions = _grammar.All(scan);
            if (mentions.Count > 0) { blocks.Add((scan, mentions)); }
        }
        if (blocks.Count == 0) { return []; }
        DateOnly? reference = ReferenceOf(story);
        // At the ends of the calendar nothing can be reckoned.
        if (reference is { Year: < 5 or > 9980 }) { reference = null; }
        StoryCalendar calendar = new(reference, blocks.SelectMany(b => b.Mentions));
        TimeResolver resolver = new(calendar, new TenseFinder(parsed));
        foreach ((TimeScan scan, IReadOnlyList<TimeMention> mentions) in blocks) { resolver.Resolve(scan, mentions); }
        return resolver.Found;
    }

    private static DateOnly? ReferenceOf(Story story)
    {
        if (story.ReferenceDate is { } reference) { return reference.Value; }
        if (story.Published is { Length: >= 10 } published
            && DateOnly.TryParseExact(published.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture,
                DateTimeStyles.None, out DateOnly day)) { return day; }
        return story.Dateline?.Date;
    }
}
