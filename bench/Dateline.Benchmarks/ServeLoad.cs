using System.Diagnostics;
using System.Globalization;
using System.Net.Http;
using Dateline.Store;
using Dateline.Store.Query;
using Dateline.Web;
using Microsoft.AspNetCore.Builder;

namespace Dateline.Benchmarks;

/// <summary>
/// <c>serve [STORIES] [DB]</c>: how fast stories that are already read are added, how fast the store is searched, and how fast its pages come.
/// The stories are made by <see cref="LoadStories"/>, of about 500 words, and no query is asked twice. Everything happens on this machine, and ends by itself.
/// </summary>
internal static class ServeLoad
{
    private const int Requests = 200, Clients = 4, Queries = 400;

    private static readonly string[] s_pages = ["/", "/?q=outlet:0042", "/search?q=act:deny+minister", "/events?q=since:2015-03+until:2015-04", "/people", "/sources", "/events"];

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
        int next = 0;
        await Measure(output, "story pages, each once", Math.Min(Requests, ids.Length), () => client.GetByteArrayAsync("/story/" + ids[next++]));
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
        return [.. reader.All(QueryParser.Parse("outlet:\"Outlet 0017\""), HitKind.Stories).Select(h => h.Id)];
    }

    private static void Fill(string db, int stories, TextWriter output)
    {
        LoadStories made = new();
        StoryRecords[] batch = new StoryRecords[1000];
        using StoryStore store = new(db);
        Stopwatch adding = new();
        for (int i = 0; i < stories; i += batch.Length)
        {
            // The varying is not the adding.
            for (int b = 0; b < batch.Length; b++) { batch[b] = made.Story(i + b); }
            adding.Start();
            foreach (StoryRecords records in batch) { store.Add(records); }
            store.Commit();
            adding.Stop();
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"add: {stories / adding.Elapsed.TotalSeconds:N0} stories a second ({stories:N0}, {new FileInfo(db).Length / 1e6:N0} MB)"));
    }

    // Stories on a page with six facets and counts, as the page of searches shows them.
    private static void Search(string db, TextWriter output)
    {
        using StoreReader reader = new(db);
        long all = reader.Count(QueryParser.Parse("")).Stories;
        List<double> selective = [], broad = [];
        (double Time, string Query) worst = default;
        foreach (string text in LoadStories.Queries(Queries))
        {
            StoreQuery query = QueryParser.Parse(text);
            long start = Stopwatch.GetTimestamp();
            _ = reader.Find(query, HitKind.Stories, 20).Hits.Count;
            foreach (string facet in (string[])["outlet", "month", "speaker", "act", "code", "country"]) { _ = reader.Facet(query, facet); }
            long found = reader.Count(query).Stories;
            double time = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            (found <= all / 100 ? selective : broad).Add(time);
            if (time > worst.Time) { worst = (time, $"{text} ({found:N0})"); }
        }
        Report(output, $"search of {all:N0} stories with facets and counts, {selective.Count} queries that find up to one in a hundred", [.. selective]);
        Report(output, $"search of {all:N0} stories with facets and counts, {broad.Count} that find more", [.. broad]);
        output.WriteLine($"slowest: {worst.Query} {worst.Time:0} ms");
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
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: median {times[times.Length / 2]:0.0} ms, p95 {times[(int)(times.Length * 0.95)]:0.0} ms, most {times[^1]:0.0} ms"));
    }
}
