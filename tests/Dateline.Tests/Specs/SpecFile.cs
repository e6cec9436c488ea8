using System.Collections.Immutable;

namespace Dateline.Tests.Specs;

/// <summary>Reads the cases of a spec file: Markdown whose fences are called <c>story</c> and <c>records KIND [complete] [(open)]</c>.</summary>
/// <remarks><c>(open)</c> behind a heading marks all its blocks: what they say is wanted and not met at present.</remarks>
public static class SpecFile
{
    private const string Fence = "```";
    private const string OpenMark = "(open)";

    /// <summary>All cases below <c>specs/</c>, in order of path and line; only those whose path contains <paramref name="part"/> if it is given.</summary>
    public static IEnumerable<SpecCase> ReadAll(string root, string? part = null)
    {
        string[] files = [.. Directory.GetFiles(Path.Combine(root, "specs"), "*.md", SearchOption.AllDirectories)
            .Where(f => Path.GetFileName(f) != "README.md" && f.Contains(part ?? "", StringComparison.Ordinal))];
        Array.Sort(files, StringComparer.Ordinal);
        return files.SelectMany(file => Parse(Path.GetRelativePath(root, file).Replace('\\', '/'), File.ReadAllText(file)));
    }

    /// <summary>The cases of one file.</summary>
    /// <exception cref="FormatException">With file, line and reason.</exception>
    public static ImmutableArray<SpecCase> Parse(string file, string text)
    {
        ImmutableArray<SpecCase>.Builder cases = ImmutableArray.CreateBuilder<SpecCase>();
        string[] lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n');
        string heading = "";
        int headingLine = 0;
        SpecInput? input = null;
        List<SpecBlock> blocks = [];
        for (int i = 0; i <= lines.Length; i++)
        {
            bool ends = i == lines.Length;
            string line = ends ? "" : lines[i];
            if (ends || line.StartsWith('#'))
            {
                if (input is not null) { cases.Add(Case(file, headingLine, heading, input, blocks)); }
                (heading, headingLine, input, blocks) = (line.TrimStart('#').Trim(), i + 1, null, []);
            }
            else if (line.StartsWith(Fence, StringComparison.Ordinal))
            {
                int opening = i;
                string info = line[Fence.Length..].Trim();
                List<string> body = [];
                for (i++; i < lines.Length && !lines[i].StartsWith(Fence, StringComparison.Ordinal); i++) { body.Add(lines[i]); }
                if (i == lines.Length) { throw Error(file, opening, $"the fence \"{line}\" is not closed"); }
                if (info.StartsWith("story", StringComparison.Ordinal))
                {
                    if (input is not null) { throw Error(file, opening, "a second story under one heading; give it a heading of its own"); }
                    input = Input(file, opening, info, string.Join('\n', body));
                }
                else if (info.StartsWith("records", StringComparison.Ordinal))
                {
                    if (input is null) { throw Error(file, opening, "records without a story above them"); }
                    blocks.Add(Block(file, opening, info, body));
                }
            }
        }
        return cases.ToImmutable();
    }

    private static SpecCase Case(string file, int line, string heading, SpecInput input, List<SpecBlock> blocks)
    {
        if (blocks.Count == 0) { throw Error(file, line - 1, "a story without records expects nothing; write an empty complete block if that is meant"); }
        bool open = heading.EndsWith(OpenMark, StringComparison.Ordinal);
        if (open && !blocks.Exists(b => b.IsOpen)) { blocks = blocks.ConvertAll(b => b with { IsOpen = true }); }
        return new SpecCase(file, line, open ? heading[..^OpenMark.Length].Trim() : heading, input, [.. blocks]);
    }

    private static SpecInput Input(string file, int line, string info, string text)
    {
        SpecInput input = new() { Text = text };
        foreach ((string name, string value) in SpecOptions.Parse(info["story".Length..]).Options)
        {
            input = name switch
            {
                "date" => input with { Date = value },
                "outlet" => input with { Outlet = value },
                "format" when value is "text" or "html" or "jsonl" or "document" => input with { Format = value },
                _ => throw Error(file, line, $"story attribute {name}={value}; known are date=, outlet=, format=text|html|jsonl|document"),
            };
        }
        return input;
    }

    private static SpecBlock Block(string file, int line, string info, List<string> body)
    {
        List<string> words = [.. info.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        bool open = words.Remove(OpenMark), complete = words.Count == 3 && words[2] == "complete";
        if (words.Count != 2 && !complete) { throw Error(file, line, $"\"{info}\"; expected \"records KIND\", then \"complete\" or \"(open)\" or both"); }
        if (RecordKinds.Find(words[1]) is null) { throw Error(file, line, $"records of kind \"{words[1]}\"; known are {RecordKinds.Names}"); }
        ImmutableArray<string> lines = [.. body.Select(l => l.Trim()).Where(l => l.Length > 0)];
        if (lines.IsEmpty && !complete) { throw Error(file, line, "an empty block expects nothing; add \"complete\" if no record may be found"); }
        return new SpecBlock(words[1], complete, open, lines);
    }

    private static FormatException Error(string file, int line, string reason) => new($"{file}({line + 1}): {reason}.");
}
