using System.CommandLine;

namespace Dateline.Cli.Commands;

/// <summary>Options and arguments that the commands of the store share.</summary>
internal static class StoreOptions
{
    /// <summary>The store.</summary>
    public static Option<string> Db() => new("--db") { Description = "The store: an SQLite file, or a PostgreSQL base as postgres://user:password@host/base.", HelpName = "FILE", Required = true };

    /// <summary>A query, in one argument or several.</summary>
    public static Argument<string[]> Query() => new("QUERY") { Arity = ArgumentArity.ZeroOrMore, Description = "Words, \"phrases\" and fields such as speaker:Macron; none for everything." };

    /// <summary>Words after <c>--</c> are part of the query, so that -field:value can be written.</summary>
    public static string Text(string[]? words) => string.Join(' ', (words ?? []).Select(Quoted));

    /// <summary>An argument of several words was a phrase, whose quotation marks the shell has taken.</summary>
    private static string Quoted(string word)
    {
        if (!word.Contains(' ', StringComparison.Ordinal) || word.Contains('"', StringComparison.Ordinal)) { return word; }
        int colon = word.IndexOf(':', StringComparison.Ordinal), blank = word.IndexOf(' ', StringComparison.Ordinal);
        // One argument may also be a whole query: speaker:Macron act:confirm.
        if (word.IndexOf(':', Math.Max(blank, 0)) >= 0) { return word; }
        return colon > 0 && colon < blank ? $"{word[..(colon + 1)]}\"{word[(colon + 1)..]}\"" : colon < 0 ? word : $"\"{word}\"";
    }
}
