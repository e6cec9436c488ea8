using System.Diagnostics;
using System.Text;
using Xunit;

namespace Dateline.EndToEnd;

/// <summary>What the pages show is what the program prints: every <c>console</c> block of README and docs/ is run.</summary>
public sealed class DocumentedCommands
{
    private const string Fence = "```", Prompt = "$ ";
    private static readonly string s_root = FindRoot();

    /// <summary>README and the pages with such blocks.</summary>
    public static IEnumerable<ITheoryDataRow> Pages() => Directory.GetFiles(Path.Combine(s_root, "docs"), "*.md", SearchOption.AllDirectories).Append(Path.Combine(s_root, "README.md"))
        .Where(f => File.ReadAllText(f).Contains("```console\n$ ./dateline", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
        .Select(f => new TheoryDataRow<string>(Path.GetRelativePath(s_root, f)) { TestDisplayName = "commands of " + Path.GetRelativePath(s_root, f), Label = "" });

    [Theory]
    [MemberData(nameof(Pages))]
    public void Each_command_prints_what_the_page_shows(string page)
    {
        string path = Path.Combine(s_root, page), text = File.ReadAllText(path);
        string now = Rerun(text);
        if (Environment.GetEnvironmentVariable("DATELINE_UPDATE_DOCS") is "1") { File.WriteAllText(path, now); }
        else { Assert.Equal(now, text); }
    }

    [Fact]
    public void The_first_command_of_README_is_tested() => Assert.Contains("README.md", Pages().Select(p => (string)p.GetData()[0]!));

    /// <summary>The page with the output of its commands as it is now.</summary>
    private static string Rerun(string page)
    {
        StringBuilder result = new();
        string[] lines = page.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            result.Append(lines[i]).Append(i == lines.Length - 1 ? "" : "\n");
            if (lines[i] != Fence + "console" || !lines[i + 1].StartsWith(Prompt + "./dateline", StringComparison.Ordinal)) { continue; }
            for (i++; lines[i] != Fence; i++)
            {
                if (!lines[i].StartsWith(Prompt, StringComparison.Ordinal)) { continue; }
                result.Append(lines[i]).Append('\n').Append(Output(lines[i][Prompt.Length..]));
            }
            result.Append(Fence).Append('\n');
        }
        return result.ToString();
    }

    private static string Output(string command)
    {
        string program = Environment.GetEnvironmentVariable("DATELINE_BIN") is { Length: > 0 } native ? native : "./dateline";
        ProcessStartInfo start = new("bash")
        {
            ArgumentList = { "-c", command.Replace("./dateline", $"'{program}'", StringComparison.Ordinal) },
            WorkingDirectory = s_root, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8,
            Environment = { ["NO_COLOR"] = "1", ["COLUMNS"] = "100" },
        };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{command} ended with {process.ExitCode}: {errors.Result}");
        output = output.Replace("\r\n", "\n", StringComparison.Ordinal);
        // Versions change with every row of knowledge; pages show that the line is there.
        output = System.Text.RegularExpressions.Regex.Replace(output, "(?m)^made by: dateline .*$", "made by: dateline …, knowledge …, models …");
        return output.EndsWith('\n') || output.Length == 0 ? output : output + "\n";
    }

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Dateline.slnx"))) { return folder.FullName; }
        }
        throw new InvalidOperationException($"Dateline.slnx not found above {AppContext.BaseDirectory}.");
    }
}
