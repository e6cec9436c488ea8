using System.Diagnostics;

namespace Dateline.Ingest.Html;

/// <summary>The time one page may take. A last resort behind <see cref="MarkupGuard"/>: no known page comes near it.</summary>
internal readonly struct PageBudget(InputOptions options, string place, CancellationToken cancellation)
{
    private readonly long _start = Stopwatch.GetTimestamp();

    /// <summary>Asked at each element.</summary>
    /// <exception cref="StoryFormatException">The page took too long.</exception>
    /// <exception cref="OperationCanceledException">The run was interrupted.</exception>
    public void Check()
    {
        cancellation.ThrowIfCancellationRequested();
        if (Stopwatch.GetElapsedTime(_start) <= options.MaxPageTime) { return; }
        throw new StoryFormatException(DiagnosticCodes.TooSlow, $"{place}: the page is built so that reading it takes longer than {options.MaxPageTime.TotalSeconds:0} s; it was left out. If it is a real story, save its text and read that.");
    }
}
