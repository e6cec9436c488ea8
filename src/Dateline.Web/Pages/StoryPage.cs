using Dateline.Entities;
using Dateline.Store.Query;
using Dateline.Stories;
using Dateline.Text;
using Dateline.Web.Hosting;
using Dateline.Web.Marking;
using Microsoft.AspNetCore.Http;

namespace Dateline.Web.Pages;

/// <summary><c>/story/ID</c>: a story's text with its records in the margin.</summary>
internal sealed class StoryPage(StoreReaders readers)
{
    /// <summary>Answers with the page.</summary>
    public async Task Get(HttpContext context)
    {
        string id = context.Request.RouteValues["id"] as string ?? context.Request.Query["id"].ToString();
        StoryRecords? records = await readers.Use(reader => reader.Story(id), context.RequestAborted).ConfigureAwait(false);
        if (records is null)
        {
            await Fault.Write(context, 404, "no-such-story", $"There is no story \"{id}\" in this store.").ConfigureAwait(false);
            return;
        }
        await Html.Write(context, Slices.StoryPage.Create(Model(records, context.Request.Query["r"].ToString()))).ConfigureAwait(false);
    }

    private static StoryModel Model(StoryRecords records, string chosen)
    {
        Story story = records.Story;
        CardWriter cards = new(records);
        StoryMarks marks = new(records);
        (TextSpan At, Card Card)[] margin =
        [
            .. records.Statements.Select(s => (At: s.Content.Spans.Concat(s.Source?.Span is { } source ? [source] : []).Concat(s.Cue is { } cue ? [cue.Span] : []).Min(), Card: cards.Of(s)))
                .Concat(records.Events.Select(v => (At: v.Trigger.Span, Card: cards.Of(v)))).OrderBy(c => c.At),
        ];
        string headline = story.Headline is { } h ? h.Span.In(story.Text).ToString() : WireReader.Opening(story.Text) is { Length: > 0 } opening ? opening : story.Id;
        return new StoryModel
        {
            Head = new PageHead(headline, "/story", "", Data(story.Id)),
            Records = records, Headline = headline,
            Rows = [.. story.Blocks.Select(b => new StoryRow(b.Role, marks.Runs(b.Span), [.. margin.Where(c => b.Span.Contains(c.At.Start)).Select(c => c.Card)]))],
            Groups =
            [
                new CardGroup("People and bodies", [.. records.Entities.Where(e => e.Type is EntityType.Person or EntityType.Organization or EntityType.Group or EntityType.Country).OrderByDescending(e => e.Mentions.Count).Select(cards.Of)]),
                new CardGroup("Places", [.. records.Places.Select(cards.Of)]),
                new CardGroup("Times", [.. records.Times.Select(cards.Of)]),
                new CardGroup("Quantities", [.. records.Quantities.Select(cards.Of)]),
            ],
            Chosen = chosen.Length > 0 ? chosen : null,
            Lit = chosen.Length > 0 ? cards.Chain(chosen).ToHashSet(StringComparer.Ordinal) : new HashSet<string>(),
            Statements = records.Statements.Count, Events = records.Events.Count,
        };
    }

    /// <summary>The story as data.</summary>
    private static DataLinks Data(string id)
    {
        string link = Link.Story(id);
        int question = link.IndexOf('?', StringComparison.Ordinal);
        return question < 0 ? new DataLinks(link, "", DataLinks.All) : new DataLinks(link[..question], link[question..], DataLinks.All);
    }
}
