using System.Diagnostics;
using System.Globalization;

namespace Dateline.Cli;

/// <summary>A line on standard error that says how far a long run is. Silent for short runs and when nobody looks.</summary>
/// <param name="before">Stories that an earlier run did.</param>
internal sealed class Progress(long before = 0)
{
    private static readonly TimeSpan s_before = TimeSpan.FromSeconds(2), s_between = TimeSpan.FromMilliseconds(500);

    private readonly bool _shown = !Console.IsErrorRedirected;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private TimeSpan _next = s_before;
    private long _stories;
    private long _failed;
    private bool _line;

    /// <summary>One more story is done.</summary>
    public void Count(bool failed)
    {
        _stories++;
        if (failed) { _failed++; }
        if (!_shown || _clock.Elapsed < _next) { return; }
        _next = _clock.Elapsed + s_between;
        string text = string.Create(CultureInfo.InvariantCulture, $"{before + _stories:N0} stories, {_stories / _clock.Elapsed.TotalSeconds:N0} a second, {_failed:N0} failed");
        Console.Error.Write("\r\u001B[K" + text);
        _line = true;
    }

    /// <summary>A message on a line of its own.</summary>
    public void Say(string message)
    {
        Clear();
        Console.Error.WriteLine("dateline: " + message);
    }

    /// <summary>Takes the line away.</summary>
    public void Clear()
    {
        if (_line) { Console.Error.Write("\r\u001B[K"); }
        _line = false;
    }
}
