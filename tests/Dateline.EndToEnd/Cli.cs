using System.Diagnostics;
using System.Text;

namespace Dateline.EndToEnd;

/// <summary>What one run of the program gave.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Errors">Standard error.</param>
public sealed record CliResult(int ExitCode, string Output, string Errors)
{
    /// <summary>The lines of standard output.</summary>
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>Runs the built program: the one DATELINE_BIN names, else the build beside the tests.</summary>
public static class Cli
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);

    /// <summary>Folder that holds Dateline.slnx.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Runs with arguments and perhaps standard input; fails when it does not end.</summary>
    public static CliResult Run(IEnumerable<string> arguments, byte[]? input = null, (string Name, string Value)? environment = null)
    {
        using Process process = Start(arguments, environment);
        Task<string> output = process.StandardOutput.ReadToEndAsync(), errors = process.StandardError.ReadToEndAsync();
        using (Stream stdin = process.StandardInput.BaseStream)
        {
            if (input is not null) { stdin.Write(input); }
        }
        if (!process.WaitForExit(s_patience))
        {
            process.Kill();
            throw new TimeoutException($"dateline {string.Join(' ', arguments)} did not end.");
        }
        return new CliResult(process.ExitCode, output.Result, errors.Result);
    }

    /// <summary>Runs with arguments.</summary>
    public static CliResult Run(params string[] arguments) => Run((IEnumerable<string>)arguments);

    /// <summary>Starts the program with its standard streams redirected.</summary>
    public static Process Start(IEnumerable<string> arguments, (string Name, string Value)? environment = null)
    {
        string? native = Environment.GetEnvironmentVariable("DATELINE_BIN");
        bool managed = string.IsNullOrEmpty(native);
        // A shell without job control starts its children deaf to interrupts, and deafness is inherited.
        ProcessStartInfo start = new("env")
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add("--default-signal=INT");
        start.ArgumentList.Add(managed ? "dotnet" : native!);
        if (managed) { start.ArgumentList.Add(Path.Combine(Root, "src/Dateline.Cli/bin/Release/net10.0/Dateline.Cli.dll")); }
        foreach (string argument in arguments) { start.ArgumentList.Add(argument); }
        start.Environment.Remove("COLUMNS");
        if (environment is { } variable) { start.Environment[variable.Name] = variable.Value; }
        return Process.Start(start)!;
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
