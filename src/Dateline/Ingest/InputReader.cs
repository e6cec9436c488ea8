namespace Dateline.Ingest;

/// <summary>Files to the stories in them, in order, without reading them yet.</summary>
public sealed class InputReader
{
    /// <summary>The stories of the given files; an input that cannot be opened is a failed one.</summary>
    public IEnumerable<StoryInput> Read(IEnumerable<string> paths)
    {
        foreach (string path in paths)
        {
            string name = Path.GetFileName(path);
            if (path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase))
            {
                int line = 0;
                foreach (string row in File.ReadLines(path))
                {
                    line++;
                    if (row.Length > 0) { yield return new StoryInput { File = name, Line = line, Format = InputFormat.JsonLine, Bytes = System.Text.Encoding.UTF8.GetBytes(row) }; }
                }
                continue;
            }
            yield return new StoryInput { File = name, Format = InputFormat.PlainText, Bytes = File.ReadAllBytes(path) };
        }
    }
}
