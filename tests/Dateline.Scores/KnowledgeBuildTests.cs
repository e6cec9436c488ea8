using System.Diagnostics;
using Xunit;

namespace Dateline.Scores;

/// <summary>The compiled tables in the repository are what the one command makes of the raw files, byte for byte: nobody has touched them by hand, and another build is the same.</summary>
public sealed class KnowledgeBuildTests : IDisposable
{
    private static readonly string[] s_tables = ["actors/countries.tsv", "actors/organizations.tsv", "actors/role-nouns.tsv", "actors/office-holders.table", "places/gazetteer.table"];
    private readonly string _folder = Directory.CreateTempSubdirectory("dateline-knowledge-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_tables_are_what_the_raw_files_give()
    {
        Assert.SkipWhen(Workspace.Data is null, "the raw files are not beside the repository (../shared/data)");
        foreach (string folder in (string[])["actors", "places"]) { Directory.CreateDirectory(Path.Combine(_folder, folder)); }
        Build(Path.Combine(Workspace.Data!, "knowledge"), _folder);
        Build("map", Path.Combine(Workspace.Data!, "knowledge"), Path.Combine(_folder, "world.topojson"));
        Assert.All(s_tables, table => Assert.True(File.ReadAllBytes(Path.Combine(_folder, table)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(Workspace.Root, "knowledge", table))), $"knowledge/{table} is not what the raw files give. Build it anew and commit it."));
        Assert.Equal(File.ReadAllBytes(Path.Combine(Workspace.Root, "src/Dateline.Web/Assets/world.topojson")), File.ReadAllBytes(Path.Combine(_folder, "world.topojson")));
    }

    private static void Build(params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Dateline.KnowledgeBuilder.dll"));
        foreach (string argument in arguments) { start.ArgumentList.Add(argument); }
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), errors = process.StandardError.ReadToEndAsync();
        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(5)), "the build did not end");
        Assert.True(process.ExitCode == 0, output.Result + errors.Result);
    }
}
