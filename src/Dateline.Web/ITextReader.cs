using Dateline.Ingest;

namespace Dateline.Web;

/// <summary>Codes a text that somebody sends; the program brings the pipeline, so that the server starts without loading it.</summary>
public interface ITextReader
{
    /// <summary>Reads one story.</summary>
    public ReadResult Read(StoryInput input);
}
