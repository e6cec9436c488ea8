namespace Dateline.Cli.Outputs;

/// <summary>Opens files to write; what cannot be opened ends the command with exit code 3.</summary>
internal static class OutputFile
{
    /// <summary>A new or emptied file; its folder is made when missing.</summary>
    public static FileStream Create(string path)
    {
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder) { Directory.CreateDirectory(folder); }
            return new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 1 << 16);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new CommandException(ExitCode.CannotOpen, $"{DiagnosticCodes.CannotOpen} {path}: cannot be written: {exception.Message}");
        }
    }
}
