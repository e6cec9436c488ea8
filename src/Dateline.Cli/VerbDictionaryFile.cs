using Dateline.Events.UserVerbs;

namespace Dateline.Cli;

/// <summary>A user's verb dictionary, or the message why it cannot be used.</summary>
internal static class VerbDictionaryFile
{
    private const long MostBytes = 64 << 20;

    /// <summary>Loads the file of <c>--verbs</c>; null for none.</summary>
    public static PetrarchVerbDictionary? Load(string? path)
    {
        if (path is null) { return null; }
        try
        {
            if (new FileInfo(path).Length > MostBytes) { throw new CommandException(ExitCode.CannotOpen, $"{DiagnosticCodes.TooLarge} {path}: larger than 64 MiB, no verb dictionary."); }
            return PetrarchVerbDictionary.Parse(Path.GetFileName(path), File.ReadAllText(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCode.CannotOpen, $"{DiagnosticCodes.CannotOpen} {path}: cannot be read: {exception.Message}");
        }
        catch (InvalidDataException exception)
        {
            throw new CommandException(ExitCode.Usage, exception.Message);
        }
    }
}
