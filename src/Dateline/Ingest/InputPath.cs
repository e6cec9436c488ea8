namespace Dateline.Ingest;

/// <summary>A file to read, or a path at which there is none.</summary>
/// <param name="Path">Where it is; <c>-</c> for standard input; an address.</param>
/// <param name="Failure">Why there is nothing to read.</param>
internal readonly record struct InputPath(string Path, StoryError? Failure = null)
{
    /// <summary>The name written on records: the file's own, without its folder.</summary>
    public string Name => Failure is null && Path != InputReader.StandardInput && !Web.WebFetcher.IsAddress(Path) ? System.IO.Path.GetFileName(Path) : Path;
}
