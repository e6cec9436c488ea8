using System.Diagnostics;
using System.Runtime.Versioning;
using Npgsql;

namespace Dateline.Tests.Keeping;

/// <summary>A PostgreSQL server of its own, started once for all tests that ask for it, on a socket in a folder that goes with it.</summary>
internal static class PostgresServer
{
    private static readonly Lazy<(string? Folder, string? Trouble)> s_server = new(Start);

    /// <summary>Why there is no server; null when there is one.</summary>
    public static string? Trouble => s_server.Value.Trouble;

    /// <summary>The address of the base, emptied. A base is dear, a schema cheap.</summary>
    public static string Emptied()
    {
        using NpgsqlConnection connection = Connect();
        using NpgsqlCommand command = new("DROP SCHEMA IF EXISTS dateline CASCADE", connection);
        command.ExecuteNonQuery();
        return $"postgres://dateline:secret@localhost/postgres?host={s_server.Value.Folder}";
    }

    /// <summary>A connection to the base.</summary>
    public static NpgsqlConnection Connect()
    {
        NpgsqlConnection connection = new($"Host={s_server.Value.Folder};Database=postgres;Username=dateline;Password=secret;Pooling=false;Search Path=dateline");
        connection.Open();
        return connection;
    }

    private static (string?, string?) Start()
    {
        if (!OperatingSystem.IsLinux()) { return (null, "the server is started on Linux only"); }
        if (Environment.GetEnvironmentVariable("DATELINE_QUICK") == "1") { return (null, "left out of the quick tests"); }
        string? programs = Programs();
        if (programs is null) { return (null, "PostgreSQL is not installed: apt-get install postgresql"); }
        string folder = Directory.CreateTempSubdirectory("dateline-postgres-").FullName;
        try
        {
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
            string data = Path.Combine(folder, "data"), password = Path.Combine(folder, "password");
            File.WriteAllText(password, "secret\n");
            if (Environment.UserName == "root") { Run("chown", "-R", "postgres", folder); }
            Run(Path.Combine(programs, "initdb"), "-D", data, "-U", "dateline", "-A", "scram-sha-256", "--pwfile", password, "--no-sync", "--locale=C.UTF-8");
            AppDomain.CurrentDomain.ProcessExit += (_, _) =>
            {
                if (!OperatingSystem.IsLinux()) { return; }
                try { Run(Path.Combine(programs, "pg_ctl"), "-D", data, "-m", "immediate", "stop"); Directory.Delete(folder, recursive: true); } catch (Exception e) when (e is IOException or InvalidOperationException or UnauthorizedAccessException) { }
            };
            Run(Path.Combine(programs, "pg_ctl"), "-D", data, "-w", "-l", Path.Combine(folder, "log"), "-o", $"-c listen_addresses= -c unix_socket_directories={folder} -c fsync=off", "start");
            return (folder, null);
        }
        catch (InvalidOperationException exception)
        {
            return (null, exception.Message);
        }
    }

    private static string? Programs() =>
        ((string[])["/usr/lib/postgresql", "/usr/local"]).Where(Directory.Exists).SelectMany(d => Directory.GetDirectories(d).Select(v => Path.Combine(v, "bin")).Append(Path.Combine(d, "bin")))
            .Where(b => File.Exists(Path.Combine(b, "initdb"))).OrderDescending(StringComparer.Ordinal).FirstOrDefault();

    // The server refuses to run as root.
    [SupportedOSPlatform("linux")]
    private static void Run(string program, params string[] arguments)
    {
        bool asPostgres = Environment.UserName == "root" && program != "chown";
        ProcessStartInfo start = new(asPostgres ? "runuser" : program) { RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = "/" };
        if (asPostgres) { foreach (string argument in (string[])["-u", "postgres", "--", program]) { start.ArgumentList.Add(argument); } }
        foreach (string argument in arguments) { start.ArgumentList.Add(argument); }
        // A server inherits the pipes of the program that starts it, so they are not read to their end.
        using Process process = Process.Start(start)!;
        if (!process.WaitForExit(TimeSpan.FromMinutes(1)) || process.ExitCode != 0) { throw new InvalidOperationException($"{Path.GetFileName(program)} ended with {(process.HasExited ? process.ExitCode : "nothing")}: {(process.HasExited && !arguments.Contains("start") ? process.StandardError.ReadToEnd() : "")}"); }
    }
}
