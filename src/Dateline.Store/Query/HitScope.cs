using Dateline.Store.Databases;

namespace Dateline.Store.Query;

/// <summary>The stories that a query finds, as SQL to ask about them: all in force, or those in the temporary table <c>hit</c>.</summary>
/// <param name="Database">Where they are.</param>
/// <param name="Query">The query's text.</param>
/// <param name="Added">Number of the story added last, when they were found.</param>
/// <param name="Stories">How many they are.</param>
/// <param name="IsAll">True for a query without conditions.</param>
internal sealed record HitScope(Database Database, string Query, long Added, long Stories, bool IsAll)
{
    /// <summary>Up to as many stories are looked up one by one; of more, an index is read from end to end.</summary>
    private const int Few = 3000;

    private bool IsFew => !IsAll && Stories <= Few;

    /// <summary>That a story's number is among them.</summary>
    public string In(string number) => IsAll ? SqlCondition.InForce.Replace("s.n", number, StringComparison.Ordinal) : $"{number} IN (SELECT n FROM hit)";

    /// <summary>Tables of a kind, to be read newest first.</summary>
    public string Newest(HitKind kind) => (IsFew ? $"hit h {Database.Then} story s ON s.n = h.n" : "story s" + Database.By("story_day")) + kind switch
    {
        HitKind.Statements => $" {Database.Then} statement x ON x.story = s.n",
        HitKind.Events => $" {Database.Then} event v ON v.story = s.n",
        _ => "",
    };

    /// <summary>Tables of a kind in any order, with the condition that the story is among them.</summary>
    /// <param name="kind">What is counted.</param>
    /// <param name="index">Index that holds all that is asked for; null to let the database choose.</param>
    public string Rows(HitKind kind, string? index)
    {
        (string table, string row, string story) = kind switch { HitKind.Statements => ("statement", "x", "x.story"), HitKind.Events => ("event", "v", "v.story"), _ => ("story", "s", "s.n") };
        return IsFew ? $"hit h {Database.Then} {table} {row} ON {story} = h.n WHERE 1 = 1" : $"{table} {row}{(index is null ? "" : Database.By(index))} WHERE {In("+" + story)}";
    }
}
