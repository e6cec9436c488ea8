using BenchmarkDotNet.Attributes;
using Dateline.Export;
using Dateline.Text;

namespace Dateline.Benchmarks;

/// <summary>Bytes in, NDJSON out.</summary>
[MemoryDiagnoser]
public class PipelineBenchmarks
{
    private readonly Pipeline _pipeline = new(Analyzer.Default(), new PipelineOptions());
    private readonly SampleStories _samples = SampleStories.Load([]);
    private readonly NdjsonWriter _writer = new();

    [Benchmark]
    public int Read() => _samples.Inputs.Sum(i => _samples.Reader.Read(i).Text.Length);

    [Benchmark]
    public int ReadAnalyzeAndWrite() => _samples.Inputs.Sum(i => _writer.Write(_pipeline.Read(_samples.Reader.Read(i))).Length);
}
