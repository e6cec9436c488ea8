using System.Diagnostics;
using System.Globalization;
using System.Net.Http;
using System.Text;
using Dateline.Export;
using Dateline.Store;
using Dateline.Store.Query;
using Dateline.Text;
using Dateline.Web;
using Microsoft.AspNetCore.Builder;

namespace Dateline.Benchmarks;

/// <summary>
/// <c>serve [STORIES] [DB]</c>: how fast stories that are already read are added, how fast the store is searched, and how fast its pages come.
/// The stories are the samples, varied in id, outlet, days and names. Everything happens on this machine, and ends by itself.
/// </summary>
internal static class ServeLoad
{
    private const int Requests = 200, Clients = 4;

    private static readonly string[] s_queries = ["", "camp", "speaker:\"Maria Caaab\"", "act:deny since:2012 until:2014", "code:CONSULT place:AUT background:no"];

    private static readonly string[] s_pages = ["/", "/?q=speaker:Lind", "/search?q=act:deny+camp", "/events?q=since:2015-03+until:2015-04", "/people", "/sources", "/events"];

    public static async Task<int> Run(string[] args, TextWriter output)
    {
        int stories = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 10_000;
        string db = args.Length > 1 ? args[1] : Path.Combine(Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"dateline-load-{stories}.db"));
        if (!File.Exists(db)) { Fill(db, stories, output); }
        Search(db, output);
        await using WebApplication server = DatelineServer.Create(new ServerOptions { Db = db, Port = 0, RequestsPerSecond = 0 });
        await server.StartAsync();
        using HttpClient client = new() { BaseAddress = new Uri(server.Urls.First()) };
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br");
        string[] ids = Ids(db);
        foreach (string page in s_pages.Prepend("/story/" + ids[^1]))
        {
            byte[] body = await client.GetByteArrayAsync(page);
            await Measure(output, $"{page} ({body.Length / 1000.0:0.0} kB)", Requests, () => client.GetByteArrayAsync(page));
        }
        Stopwatch all = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(async c => { for (int i = 0; i < Requests; i++) { await client.GetByteArrayAsync("/story/" + ids[(c * Requests + i) % ids.Length]); } }));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"story pages to {Clients} clients at once: {Clients * Requests / all.Elapsed.TotalSeconds:N0} a second"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"memory: {Process.GetCurrentProcess().WorkingSet64 / 1e6:0} MB"));
        await server.StopAsync();
        return 0;
    }

    private static string[] Ids(string db)
    {
        using StoreReader reader = new(db);
        return [.. reader.Find(QueryParser.Parse("camp"), HitKind.Stories, 1000).Hits.Select(h => h.Id)];
    }

    private static void Fill(string db, int stories, TextWriter output)
    {
        SampleStories samples = SampleStories.Load([]);
        Pipeline pipeline = new(Analyzer.Default(), new PipelineOptions());
        NdjsonWriter writer = new();
        string[] lines = [.. samples.Inputs.Select(i => Encoding.UTF8.GetString(writer.Write(pipeline.Read(samples.Reader.Read(i)))).TrimEnd('\n'))];
        StoryRecords[] batch = new StoryRecords[1000];
        using StoryStore store = new(db);
        Stopwatch adding = new();
        NdjsonReader reader = new();
        for (int i = 0; i < stories; i += batch.Length)
        {
            // The varying is not the adding.
            for (int b = 0; b < batch.Length; b++) { batch[b] = reader.Read(Varied(lines[(i + b) % lines.Length], i + b))!; }
            adding.Start();
            foreach (StoryRecords records in batch) { store.Add(records); }
            store.Commit();
            adding.Stop();
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"add: {stories / adding.Elapsed.TotalSeconds:N0} stories a second ({stories:N0}, {new FileInfo(db).Length / 1e6:N0} MB)"));
    }

    /// <summary>Another story by replacements of the same length, so that every offset still holds.</summary>
    private static string Varied(string line, int i)
    {
        string letters = string.Concat(Enumerable.Range(0, 4).Select(k => (char)('a' + i / (int)Math.Pow(26, k) % 26)).Reverse());
        string year = (2005 + i / 7 % 20).ToString(CultureInfo.InvariantCulture), month = (1 + i / 3 % 12).ToString("00", CultureInfo.InvariantCulture);
        int id = line.IndexOf("\"id\":\"", StringComparison.Ordinal) + 6, end = line.IndexOf('"', id);
        string varied = string.Create(CultureInfo.InvariantCulture, $"{line[..end]}-{i}{line[end..]}");
        return varied.Replace("Costa", "C" + letters, StringComparison.Ordinal).Replace("Alpine News", "Alpine " + (char)('A' + i % 26) + "ews", StringComparison.Ordinal)
            .Replace("2017-09", year + "-" + month, StringComparison.Ordinal).Replace("2018-06", year + "-" + month, StringComparison.Ordinal).Replace("2016-04", year + "-" + month, StringComparison.Ordinal)
            .Replace("sha256:", "sha256:" + letters, StringComparison.Ordinal);
    }

    private static void Search(string db, TextWriter output)
    {
        using StoreReader reader = new(db);
        foreach (string text in s_queries)
        {
            StoreQuery query = QueryParser.Parse(text);
            double[] times = new double[20];
            long found = 0;
            for (int i = 0; i < times.Length; i++)
            {
                long start = Stopwatch.GetTimestamp();
                found = reader.Find(query, HitKind.Stories, 20).Hits.Count;
                foreach (string facet in (string[])["outlet", "month", "speaker", "act", "code", "country"]) { _ = reader.Facet(query, facet); }
                found = reader.Count(query).Stories;
                times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            }
            Report(output, $"search with six facets and counts: {(text.Length > 0 ? text : "everything")} ({found:N0} stories)", times);
        }
    }

    private static async Task Measure(TextWriter output, string what, int times, Func<Task> work)
    {
        double[] taken = new double[times];
        for (int i = 0; i < times; i++)
        {
            long start = Stopwatch.GetTimestamp();
            await work();
            taken[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }
        Report(output, what, taken);
    }

    private static void Report(TextWriter output, string what, double[] times)
    {
        Array.Sort(times);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: median {times[times.Length / 2]:0.0} ms, p95 {times[(int)(times.Length * 0.95)]:0.0} ms"));
    }
}
