using Dateline.Statements;
using Dateline.Stories;

namespace Dateline.Provenance;

/// <summary>One voice in a chain of attribution.</summary>
/// <param name="Voice">The words for the speaker, else its entity's name; the outlet or agency for the outermost link.</param>
/// <param name="Statement">Id of the statement by which it speaks; null for the outlet and the agency.</param>
/// <param name="Cue">The word that hands over, e.g. "said"; null where there is none.</param>
public sealed record ChainLink(string Voice, string? Statement, string? Cue)
{
    /// <summary>The links from the outlet to the given statements, which are outermost first.</summary>
    public static IReadOnlyList<ChainLink> Of(StoryRecords records, IEnumerable<Statement> statements)
    {
        Story story = records.Story;
        List<ChainLink> links = [];
        if (story.Outlet is { } outlet) { links.Add(new ChainLink(outlet, null, null)); }
        if ((story.Dateline?.Agency ?? story.Agency) is { } agency && agency != story.Outlet) { links.Add(new ChainLink(agency, null, null)); }
        if (links.Count == 0) { links.Add(new ChainLink("the outlet", null, null)); }
        foreach (Statement statement in statements)
        {
            links.Add(new ChainLink(VoiceOf(records, statement), statement.Id, statement.Cue?.Span.In(story.Text).ToString()));
        }
        return links;
    }

    /// <summary>The statement with all that hold it, outermost first.</summary>
    public static IEnumerable<Statement> WithParents(StoryRecords records, Statement statement)
    {
        Stack<Statement> chain = new();
        for (Statement? s = statement; s is not null && chain.Count <= records.Statements.Count; s = records.Statements.FirstOrDefault(o => o.Id == s.Parent)) { chain.Push(s); }
        return chain;
    }

    private static string VoiceOf(StoryRecords records, Statement statement)
    {
        string? name = records.Entities.FirstOrDefault(e => e.Id == statement.Source?.Entity)?.Name;
        string? words = statement.Source?.Span?.In(records.Story.Text).ToString();
        return words is null ? name ?? "nobody named" : name is null || words.Contains(name, StringComparison.OrdinalIgnoreCase) ? words : $"{words} ({name})";
    }
}
