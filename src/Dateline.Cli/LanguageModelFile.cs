using Dateline.Text;

namespace Dateline.Cli;

/// <summary>The analyzer of the program, or the message why there is none.</summary>
internal static class LanguageModelFile
{
    public static Analyzer Load()
    {
        try
        {
            return Analyzer.Default();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new CommandException(ExitCode.CannotOpen, exception.Message);
        }
    }
}
