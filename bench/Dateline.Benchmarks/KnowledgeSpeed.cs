using System.Diagnostics;
using System.Globalization;
using System.Text;
using Dateline.Knowledge;
using Dateline.Places;
using Dateline.Text;
using Dateline.Time;

namespace Dateline.Benchmarks;

/// <summary>A stopwatch on what the tables cost: the gazetteer from nothing to its first answer, and the tagging of times over parsed stories.</summary>
internal static class KnowledgeSpeed
{
    private const int DefaultCopies = 200;

    public static int Run(string[] args, TextWriter output)
    {
        // First of all, so that nothing has been loaded yet.
        Stopwatch watch = Stopwatch.StartNew();
        Gazetteer gazetteer = Gazetteer.Default;
        double loaded = watch.Elapsed.TotalMilliseconds;
        bool found = gazetteer.Contains(NameHash.Of("Gaziantep"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"gazetteer: open in {loaded:0.0} ms, first name in {watch.Elapsed.TotalMilliseconds:0.0} ms{(found ? "" : " (not found)")}"));

        // Once more: what is left when nothing has to be compiled on the way, as in the native program.
        watch.Restart();
        found = new Gazetteer(CompiledTable.Embedded("places/gazetteer.table")).Contains(NameHash.Of("Gaziantep"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"gazetteer opened again, with its first name: {watch.Elapsed.TotalMilliseconds:0.00} ms{(found ? "" : " (not found)")}"));

        int copies = args.Length > 0 && int.TryParse(args[0], CultureInfo.InvariantCulture, out int given) ? given : DefaultCopies;
        SampleStories samples = SampleStories.Load(args.Length > 1 ? args[1..] : []);
        Analyzer analyzer = Analyzer.Default();
        ParsedText[] parsed = [.. samples.Stories.Select(analyzer.Analyze)];
        TimeRecognizer recognizer = new();
        long bytes = samples.Stories.Sum(s => (long)Encoding.UTF8.GetByteCount(s.Text));
        int times = Pass(samples, parsed, recognizer, copies / 4);
        watch.Restart();
        times = Pass(samples, parsed, recognizer, copies);
        double seconds = watch.Elapsed.TotalSeconds;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"times: {bytes * copies / 1e6:0.0} MB in {seconds:0.00} s, {bytes * copies / 1e6 / seconds:0.0} MB/s, {times} found a pass, one thread"));
        return 0;
    }

    private static int Pass(SampleStories samples, ParsedText[] parsed, TimeRecognizer recognizer, int copies)
    {
        int times = 0;
        for (int copy = 0; copy < copies; copy++)
        {
            times = 0;
            for (int i = 0; i < parsed.Length; i++) { times += recognizer.Recognize(samples.Stories[i], parsed[i]).Count; }
        }
        return times;
    }
}
