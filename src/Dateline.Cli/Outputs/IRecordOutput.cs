using Dateline.Ingest;

namespace Dateline.Cli.Outputs;

/// <summary>Where records go and how they are written. Formatting runs on the workers' threads, writing on one.</summary>
internal interface IRecordOutput : IDisposable
{
    /// <summary>True when failed stories have a line of their own in this output.</summary>
    bool ShowsFailures { get; }

    /// <summary>True when the reader of our output has gone.</summary>
    bool IsClosedByReader { get; }

    /// <summary>The bytes of one story for each of the output's files.</summary>
    byte[][] Format(ReadResult result);

    /// <summary>Appends what <see cref="Format"/> made.</summary>
    void Write(byte[][] parts);

    /// <summary>Appends a story: what <see cref="Format"/> made of it, or, for formats that lay out many stories at once, the records themselves.</summary>
    void Write(ReadResult result, byte[][] parts) => Write(parts);

    /// <summary>Hands everything written so far to the system.</summary>
    void Flush();
}
