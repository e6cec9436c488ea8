using BenchmarkDotNet.Running;
using Dateline.Benchmarks;

// throughput [COPIES] [FILE...], stages [COPIES] [FILE...], knowledge [COPIES] [FILE...]: a plain stopwatch; anything else goes to BenchmarkDotNet (--filter '*').
if (args is ["throughput", ..])
{
    return Throughput.Run(args[1..], Console.Out);
}
if (args is ["stages", ..])
{
    return StageShares.Run(args[1..], Console.Out);
}
// serve [STORIES] [DB]: a store of so many stories, searched and served.
if (args is ["serve", ..])
{
    return await ServeLoad.Run(args[1..], Console.Out);
}
if (args is ["knowledge", ..])
{
    return KnowledgeSpeed.Run(args[1..], Console.Out);
}
BenchmarkSwitcher.FromAssembly(typeof(PipelineBenchmarks).Assembly).Run(args, BenchmarkSettings.Create());
return 0;
