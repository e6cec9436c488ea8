using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Dateline.Benchmarks;

/// <summary>The usual settings and a column of words a second.</summary>
internal static class BenchmarkSettings
{
    public static IConfig Create() => DefaultConfig.Instance.AddColumn(new WordsPerSecond());

    private sealed class WordsPerSecond : IColumn
    {
        private readonly Lazy<int> _words = new(() => SampleStories.Load([]).Words);

        public string Id => nameof(WordsPerSecond);
        public string ColumnName => "Words/s";
        public bool AlwaysShow => true;
        public ColumnCategory Category => ColumnCategory.Custom;
        public int PriorityInCategory => 0;
        public bool IsNumeric => true;
        public UnitType UnitType => UnitType.Dimensionless;
        public string Legend => "Words of the samples read in a second";

        public string GetValue(Summary summary, BenchmarkCase benchmarkCase) =>
            summary[benchmarkCase]?.ResultStatistics is { } statistics ? (_words.Value / (statistics.Mean / 1e9)).ToString("N0", CultureInfo.InvariantCulture) : "-";

        public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) => GetValue(summary, benchmarkCase);
        public bool IsAvailable(Summary summary) => true;
        public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;
    }
}
