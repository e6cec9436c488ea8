namespace Dateline.Ingest;

/// <summary>Faults of files and connections as failures of a story, so that the others are read on.</summary>
internal static class ReadFault
{
    /// <summary>The stories up to the first that cannot be read from the disk.</summary>
    public static IEnumerable<StoryInput> Guarded(IEnumerable<StoryInput> stories, string name)
    {
        using IEnumerator<StoryInput> all = stories.GetEnumerator();
        while (true)
        {
            bool more = false;
            StoryError? failure = Of(name, () => more = all.MoveNext());
            if (failure is not null) { yield return new StoryInput { File = name, Format = InputFormat.Html, Failure = failure }; }
            if (failure is not null || !more) { yield break; }
            yield return all.Current;
        }
    }

    /// <summary>What goes wrong with a file while reading it is that file's failure and nobody else's.</summary>
    public static StoryError? Of(string name, Action read)
    {
        try
        {
            read();
            return null;
        }
        catch (StoryFormatException exception)
        {
            return new StoryError(exception.Code, exception.Message);
        }
        catch (GrowthException exception)
        {
            return new StoryError(DiagnosticCodes.TooLarge, $"{name}: {exception.Message.TrimEnd('.')}; it was left there.");
        }
        catch (InvalidDataException exception)
        {
            return new StoryError(DiagnosticCodes.Damaged, $"{name}: the compressed data is damaged ({exception.Message}). Fetch the file again.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return new StoryError(DiagnosticCodes.CannotOpen, $"{name}: cannot be read: {exception.Message}");
        }
    }
}
