using System.Text;
using Xunit;

namespace Dateline.Tests.House;

/// <summary>The repository speaks of the project alone.</summary>
public sealed class RepositoryTextTests
{
    private static readonly string[] s_built = ["bin", "obj", "artifacts", ".git", ".vs", "TestResults", "BenchmarkDotNet.Artifacts"];
    private static readonly string[] s_texts = [".cs", ".md", ".tsv", ".json", ".jsonl", ".txt", ".html", ".csproj", ".props", ".slnx", ".sh", ".editorconfig", ".gitignore", ""];

    // Written in two pieces, so that this file does not hold them itself.
    private static readonly string[] s_machine = ["/wo" + "rk/", "/ro" + "ot/", "/home" + "/"];
    private const string Corpora = "../sha" + "red";

    [Fact]
    public void No_file_names_a_path_of_somebodys_machine() => Assert.Empty(Hits(s_machine, _ => true));

    [Fact]
    public void Only_the_score_tests_and_CONTRIBUTING_know_where_the_corpora_are() =>
        Assert.Empty(Hits([Corpora], f => !f.StartsWith("tests/Dateline.Scores/", StringComparison.Ordinal) && f != "CONTRIBUTING.md"));

    private static IEnumerable<string> Hits(string[] words, Func<string, bool> isMeant) =>
        from file in Files(new DirectoryInfo(Repository.Root))
        let name = Path.GetRelativePath(Repository.Root, file)
        where isMeant(name)
        let text = File.ReadAllText(file, Encoding.UTF8)
        from word in words
        where text.Contains(word, StringComparison.Ordinal)
        select $"{name}: {word}";

    private static IEnumerable<string> Files(DirectoryInfo folder) =>
        folder.GetDirectories().Where(d => !s_built.Contains(d.Name) && d.LinkTarget is null).SelectMany(Files)
            .Concat(folder.GetFiles().Where(f => s_texts.Contains(f.Extension) && f.Name != ".git").Select(f => f.FullName));
}
