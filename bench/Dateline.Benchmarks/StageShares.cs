using System.Diagnostics;
using System.Globalization;
using Dateline.Entities;
using Dateline.Events;
using Dateline.Places;
using Dateline.Quantities;
using Dateline.Statements;
using Dateline.Stories;
using Dateline.Text;
using Dateline.Time;

namespace Dateline.Benchmarks;

/// <summary>What each stage takes of the pipeline's time, story to records, one thread, a stopwatch.</summary>
internal static class StageShares
{
    private const int DefaultCopies = 100;

    public static int Run(string[] args, TextWriter output)
    {
        int copies = args.Length > 0 && int.TryParse(args[0], CultureInfo.InvariantCulture, out int given) ? given : DefaultCopies;
        SampleStories samples = SampleStories.Load(args.Length > 1 ? args[1..] : []);
        Stages stages = new();
        for (int warm = 0; warm < 3; warm++)
        {
            foreach (Story story in samples.Stories) { stages.Read(story); }
        }
        stages.Times.Clear();
        for (int copy = 0; copy < copies; copy++)
        {
            foreach (Story story in samples.Stories) { stages.Read(story); }
        }
        double all = stages.Times.Values.Sum();
        foreach ((string stage, double ticks) in stages.Times)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{stage,-12} {100 * ticks / all,5:0.0} %  {1e6 * ticks / Stopwatch.Frequency / copies / samples.Words,7:0.00} µs a word"));
        }
        return 0;
    }

    /// <summary>The stages in the order of <see cref="Pipeline"/>, each with a watch.</summary>
    private sealed class Stages
    {
        private readonly Analyzer _analyzer = Analyzer.Default();
        private readonly EntityRecognizer _entities = new();
        private readonly ReferenceDateFinder _dates = new();
        private readonly TimeRecognizer _times = new();
        private readonly PlaceResolver _places = new(new PipelineOptions().Places);
        private readonly QuantityRecognizer _quantities = new();
        private readonly StatementFinder _statements = new();
        private readonly EventCoder _events = new();

        public Dictionary<string, double> Times { get; } = new(StringComparer.Ordinal);

        public void Read(Story story)
        {
            ParsedText parsed = Watch("language", () => _analyzer.Analyze(story));
            EntitySet entities = Watch("entities", () => _entities.Recognize(story, parsed));
            story = Watch("time", () => _dates.Complete(story, parsed, entities));
            IReadOnlyList<TimeExpression> times = Watch("time", () => _times.Recognize(story, parsed));
            IReadOnlyList<Quantity> quantities = Watch("quantities", () => _quantities.Recognize(story, parsed, times));
            IReadOnlyList<Place> places = Watch("places", () => _places.Resolve(story, parsed, entities));
            IReadOnlyList<Statement> statements = Watch("statements", () => _statements.Find(story, parsed, entities, times, places));
            Watch("events", () => _events.Code(story, parsed, entities, times, places, quantities, statements));
        }

        private T Watch<T>(string stage, Func<T> run)
        {
            long start = Stopwatch.GetTimestamp();
            T result = run();
            Times[stage] = Times.GetValueOrDefault(stage) + (Stopwatch.GetTimestamp() - start);
            return result;
        }
    }
}
