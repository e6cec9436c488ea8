namespace Dateline.Cli;

/// <summary>What the process tells its caller.</summary>
internal static class ExitCode
{
    /// <summary>Everything was done.</summary>
    public const int Done = 0;
    /// <summary>Some stories failed; their lines say why.</summary>
    public const int SomeFailed = 1;
    /// <summary>The command line is wrong.</summary>
    public const int Usage = 2;
    /// <summary>An input or output could not be opened; the rest is done.</summary>
    public const int CannotOpen = 3;
    /// <summary>Interrupted; what was done is written.</summary>
    public const int Interrupted = 4;
    /// <summary>A defect of Dateline itself (EX_SOFTWARE of sysexits.h).</summary>
    public const int Bug = 70;
}
