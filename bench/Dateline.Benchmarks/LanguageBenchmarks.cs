using BenchmarkDotNet.Attributes;
using Dateline.Text;

namespace Dateline.Benchmarks;

/// <summary>The language layer alone: tokens, tags, lemmas, trees.</summary>
[MemoryDiagnoser]
public class LanguageBenchmarks
{
    private readonly Analyzer _analyzer = Analyzer.Default();
    private readonly SampleStories _samples = SampleStories.Load([]);

    [Benchmark]
    public int Analyze() => _samples.Stories.Sum(s => _analyzer.Analyze(s).Tokens.Length);
}
