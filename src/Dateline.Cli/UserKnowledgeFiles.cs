using Dateline.Knowledge.User;

namespace Dateline.Cli;

/// <summary>A user's knowledge folder and actor dictionaries, or the message why they cannot be used.</summary>
internal static class UserKnowledgeFiles
{
    private const long MostBytes = 256 << 20;

    /// <summary>Loads the folder of <c>--knowledge</c> and the files of <c>--actors</c>; null for neither.</summary>
    public static UserKnowledge? Load(string? folder, IReadOnlyList<string> actors)
    {
        if (folder is null && actors.Count == 0) { return null; }
        string at = folder ?? "";
        try
        {
            UserKnowledge knowledge = folder is null ? new UserKnowledge() : UserKnowledge.Load(folder);
            List<PetrarchActorDictionary> dictionaries = [];
            foreach (string file in actors)
            {
                at = file;
                if (new FileInfo(file).Length > MostBytes) { throw new CommandException(ExitCode.CannotOpen, $"{DiagnosticCodes.TooLarge} {file}: larger than 256 MiB, no actor dictionary."); }
                dictionaries.Add(PetrarchActorDictionary.Parse(Path.GetFileName(file), File.ReadAllText(file)));
            }
            return knowledge with { Actors = dictionaries, Hash = string.Join('+', [knowledge.Hash, .. dictionaries.Select(d => d.Hash)]) };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCode.CannotOpen, $"{DiagnosticCodes.CannotOpen} {at}: cannot be read: {exception.Message}");
        }
        catch (InvalidDataException exception)
        {
            throw new CommandException(ExitCode.Usage, exception.Message);
        }
    }
}
