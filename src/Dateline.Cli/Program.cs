using Dateline.Cli;

return await CommandLine.RunAsync(args).ConfigureAwait(false);
