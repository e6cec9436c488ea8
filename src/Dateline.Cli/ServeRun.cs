using System.Runtime.CompilerServices;
using Dateline.Ingest;
using Dateline.Store.Query;
using Dateline.Web;
using Microsoft.AspNetCore.Builder;

namespace Dateline.Cli;

/// <summary>Runs <c>serve</c>: reads the inputs where some are given, then answers until it is stopped.</summary>
internal static class ServeRun
{
    /// <summary>Serves and returns the exit code.</summary>
    public static async Task<int> Run(IReadOnlyList<string> files, ServerOptions options, CancellationToken cancellationToken)
    {
        DirectoryInfo? folder = files.Count > 0 ? Directory.CreateTempSubdirectory("dateline-serve-") : null;
        try
        {
            if (folder is not null)
            {
                options = options with { Db = Path.Combine(folder.FullName, "news.db"), Title = string.Join(' ', files) };
                int read = AddRun.Run(files, options.Db, new InputOptions(), Environment.ProcessorCount, cancellationToken);
                if (read is ExitCode.Interrupted or ExitCode.Usage) { return read; }
            }
            // A store that is missing or of another version is told before anything listens.
            using (StoreReader reader = new(options.Db)) { reader.Newest(); }
            WebApplication app = DatelineServer.Create(options);
            await using ConfiguredAsyncDisposable _ = app.ConfigureAwait(false);
            await app.StartAsync(cancellationToken).ConfigureAwait(false);
            await Console.Error.WriteLineAsync($"dateline: {options.Title} is at {string.Join(' ', app.Urls)} until Ctrl+C").ConfigureAwait(false);
            await Task.Delay(Timeout.Infinite, cancellationToken).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default).ConfigureAwait(false);
            await app.StopAsync(CancellationToken.None).ConfigureAwait(false);
            return ExitCode.Done;
        }
        finally
        {
            folder?.Delete(recursive: true);
        }
    }
}
