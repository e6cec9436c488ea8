using System.Diagnostics;
using System.Globalization;
using Dateline.Entities;
using Dateline.Export;
using Dateline.Ingest;
using Dateline.Text;

namespace Dateline.Benchmarks;

/// <summary>Bytes in, NDJSON out, one thread, a stopwatch: words a second of processor time and the most memory held.</summary>
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
        Report(output, "load to first sentence", 0, 1, () => Analyzer.Default().Analyze(samples.Stories[0]));
        Report(output, "language layer", samples.Words, copies, () =>
        {
            for (int copy = 0; copy < copies; copy++)
            {
                foreach (Stories.Story story in samples.Stories) { analyzer.Analyze(story); }
            }
        });
        EntityRecognizer names = new();
        Report(output, "language layer with names", samples.Words, copies, () =>
        {
            for (int copy = 0; copy < copies; copy++)
            {
                foreach (Stories.Story story in samples.Stories) { names.Recognize(story, analyzer.Analyze(story)); }
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
        // Processor time, so that a machine that does other things too tells the same.
        TimeSpan before = Environment.CpuUsage.TotalTime;
        Stopwatch watch = Stopwatch.StartNew();
        run();
        double seconds = watch.Elapsed.TotalSeconds, processor = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {words * (long)copies} words in {seconds:0.00} s ({processor:0.00} s of processor), {words * (long)copies / processor:0} words/s of processor, one thread"));
    }
}
