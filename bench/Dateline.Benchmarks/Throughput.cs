using System.Diagnostics;
using System.Globalization;
using Dateline.Export;
using Dateline.Ingest;
using Dateline.Text;

namespace Dateline.Benchmarks;

/// <summary>Bytes in, NDJSON out, one thread, a stopwatch: words a second and the most memory held.</summary>
internal static class Throughput
{
    private const int DefaultCopies = 100;

    public static int Run(string[] args, TextWriter output)
    {
        int copies = args.Length > 0 && int.TryParse(args[0], CultureInfo.InvariantCulture, out int given) ? given : DefaultCopies;
        SampleStories samples = SampleStories.Load(args.Length > 1 ? args[1..] : []);
        Analyzer analyzer = Analyzer.Default();
        Pipeline pipeline = new(analyzer, new PipelineOptions());
        Pass(samples, pipeline, 3);
        Report(output, "language layer", samples.Words, copies, () =>
        {
            for (int copy = 0; copy < copies; copy++)
            {
                foreach (Stories.Story story in samples.Stories) { analyzer.Analyze(story); }
            }
        });
        Report(output, "whole pipeline", samples.Words, copies, () => Pass(samples, pipeline, copies));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"peak memory: {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB"));
        return 0;
    }

    private static void Pass(SampleStories samples, Pipeline pipeline, int copies)
    {
        NdjsonWriter writer = new();
        for (int copy = 0; copy < copies; copy++)
        {
            foreach (StoryInput input in samples.Inputs) { Stream.Null.Write(writer.Write(pipeline.Read(samples.Reader.Read(input)))); }
        }
    }

    private static void Report(TextWriter output, string what, int words, int copies, Action run)
    {
        Stopwatch watch = Stopwatch.StartNew();
        run();
        double seconds = watch.Elapsed.TotalSeconds;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {words * (long)copies} words in {seconds:0.00} s, {words * (long)copies / seconds:0} words/s, one thread"));
    }
}
