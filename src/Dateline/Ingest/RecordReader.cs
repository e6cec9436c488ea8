using Dateline.Stories;

namespace Dateline.Ingest;

/// <summary>One input to its records, or to the reason why there are none.</summary>
public sealed class RecordReader(StoryReader reader, Pipeline pipeline)
{
    /// <summary>Reads one input. Bad input is a failed result, never an exception.</summary>
    public ReadResult Read(StoryInput input, CancellationToken cancellation = default)
    {
        try
        {
            Story story = reader.Read(input, cancellation);
            return new ReadResult { Input = input.Place, Records = pipeline.Read(story) };
        }
        catch (StoryFormatException exception)
        {
            return ReadResult.Fail(input, exception.Code, exception.Message);
        }
    }
}
