using Dateline.Provenance;
using Dateline.Text;
using Dateline.Web.Corrections;
using Dateline.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Dateline.Web.Pages;

/// <summary><c>/why?story=ID&amp;r=s2</c>: a record's words, what made each field, and by whose word it stands.</summary>
internal sealed class WhyPage(StoreReaders readers, ServerOptions options)
{
    /// <summary>Answers with the page.</summary>
    public async Task Get(HttpContext context)
    {
        if (await Explain(readers, context, context.Request.Query["story"].ToString(), context.Request.Query["r"].ToString()).ConfigureAwait(false) is not { } explanation) { return; }
        IReadOnlyList<RuleDescription> rules = [.. explanation.Fields.Select(f => f.Rule).Distinct(StringComparer.Ordinal).Select(RuleTable.Default.Find).OfType<RuleDescription>().OrderBy(r => r.Rule, StringComparer.Ordinal)];
        WhyModel model = new(explanation, rules, Words(explanation), SpecLine.Of(explanation.Story, explanation.Id) ?? "", options.Token is not null);
        await Html.Write(context, Slices.WhyPage.Create(model)).ConfigureAwait(false);
    }

    /// <summary>The explanation that the address asks for; null after an answer that says why there is none.</summary>
    public static async Task<Explanation?> Explain(StoreReaders readers, HttpContext context, string story, string record)
    {
        StoryRecords? records = await readers.Use(reader => reader.Story(story), context.RequestAborted).ConfigureAwait(false);
        if (records is null)
        {
            await Fault.Write(context, 404, "no-such-story", $"There is no story \"{story}\" in this store.").ConfigureAwait(false);
            return null;
        }
        Explainer explainer = new();
        if (explainer.Explain(records, record) is { } explanation) { return explanation; }
        await Fault.Write(context, 404, "no-such-record", $"Story \"{story}\" has no record \"{record}\". It has {string.Join(", ", explainer.Near(records, record).Take(12))} …").ConfigureAwait(false);
        return null;
    }

    private static List<(string Text, string Fields)> Words(Explanation explanation)
    {
        TextSpan context = explanation.Context;
        int[] cuts = [.. explanation.Words.Where(w => w.Span.Overlaps(context)).SelectMany(w => (int[])[Math.Max(w.Span.Start, context.Start), Math.Min(w.Span.End, context.End)]).Append(context.Start).Append(context.End).Distinct().Order()];
        List<(string, string)> parts = [];
        for (int i = 0; i + 1 < cuts.Length; i++)
        {
            TextSpan part = new(cuts[i], cuts[i + 1]);
            parts.Add((part.In(explanation.Story.Story.Text).ToString(), string.Join(' ', explanation.Words.Where(w => w.Span.Contains(part)).Select(w => w.Field).Distinct(StringComparer.Ordinal))));
        }
        return parts;
    }
}
