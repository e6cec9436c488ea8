using System.IO.Enumeration;
using Dateline.Ingest.Web;

namespace Dateline.Ingest;

/// <summary>What the user named to the files meant: folders with all below them, sorted; globs; addresses; <c>-</c>.</summary>
internal static class InputFinder
{
    /// <summary>The files, in the order given and sorted by path inside a folder or glob, whatever the file system's own order.</summary>
    public static IEnumerable<InputPath> Find(IEnumerable<string> paths)
    {
        foreach (string path in paths)
        {
            if (path == InputReader.StandardInput || File.Exists(path)) { yield return new InputPath(path); }
            else if (Directory.Exists(path))
            {
                foreach (InputPath file in InFolder(path)) { yield return file; }
            }
            else if (WebFetcher.IsAddress(path)) { yield return new InputPath(path); }
            else if (path.Contains("://", StringComparison.Ordinal))
            {
                yield return new InputPath(path, new StoryError(DiagnosticCodes.CannotFetch, $"{path}: only addresses of http and https are fetched."));
            }
            else if (path.AsSpan().ContainsAny('*', '?'))
            {
                foreach (InputPath file in Matching(path)) { yield return file; }
            }
            else
            {
                yield return new InputPath(path, new StoryError(DiagnosticCodes.CannotOpen, $"{path}: no such file or folder."));
            }
        }
    }

    private static IEnumerable<InputPath> InFolder(string folder)
    {
        List<string> files = [];
        StoryError? failure = Enumerate(folder, "*", recurse: true, files);
        if (failure is not null) { return [new InputPath(folder, failure)]; }
        if (files.Count == 0) { return [new InputPath(folder, new StoryError(DiagnosticCodes.Empty, $"{folder}: the folder holds no file."))]; }
        return files.Select(file => new InputPath(file));
    }

    /// <summary>A glob over file names, with <c>**</c> for "this folder and all below": <c>news/**/*.html</c>.</summary>
    private static IEnumerable<InputPath> Matching(string glob)
    {
        string folder = Path.GetDirectoryName(glob) is { Length: > 0 } parent ? parent : ".";
        bool recurse = Path.GetFileName(folder) == "**";
        if (recurse) { folder = Path.GetDirectoryName(folder) is { Length: > 0 } above ? above : "."; }
        List<string> files = [];
        StoryError? failure = folder.AsSpan().ContainsAny('*', '?') || !Directory.Exists(folder) ? null : Enumerate(folder, Path.GetFileName(glob), recurse, files);
        if (failure is null && files.Count == 0)
        {
            failure = new StoryError(DiagnosticCodes.CannotOpen, $"{glob}: no file matches. Wildcards stand in the file name; use **/ for folders below.");
        }
        return failure is not null ? [new InputPath(glob, failure)] : files.Select(file => new InputPath(file));
    }

    private static StoryError? Enumerate(string folder, string pattern, bool recurse, List<string> files)
    {
        try
        {
            EnumerationOptions how = new() { RecurseSubdirectories = recurse, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System, MatchCasing = MatchCasing.CaseSensitive };
            FileSystemEnumerable<string> all = new(folder, static (ref FileSystemEntry entry) => entry.ToSpecifiedFullPath(), how)
            {
                ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory && FileSystemName.MatchesSimpleExpression(pattern, entry.FileName, ignoreCase: false),
                // A link to a folder above would never end.
                ShouldRecursePredicate = static (ref FileSystemEntry entry) => (entry.Attributes & FileAttributes.ReparsePoint) == 0,
            };
            files.AddRange(all);
            files.Sort(StringComparer.Ordinal);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new StoryError(DiagnosticCodes.CannotOpen, $"{folder}: cannot be listed: {exception.Message}");
        }
    }
}
