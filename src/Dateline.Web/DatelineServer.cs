using Dateline.Store.Query;
using Dateline.Web.Corrections;
using Dateline.Web.Hosting;
using Dateline.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dateline.Web;

/// <summary>One process over one store: pages for people, the same screens as data for programs.</summary>
public static class DatelineServer
{
    /// <summary>Longest address and largest body that are taken at all.</summary>
    private const int LongestLine = 16 << 10;

    /// <summary>A server ready to be started.</summary>
    public static WebApplication Create(ServerOptions options)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = [] });
        builder.Logging.ClearProviders();
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Error);
        builder.WebHost.ConfigureKestrel(kestrel => Limit(kestrel, options));
        builder.Services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/x-ndjson", "application/geo+json", "image/svg+xml"];
        });
        StoreReaders readers = new(options.Db);
        builder.Services.AddSingleton(_ => readers);
        WebApplication app = builder.Build();
        app.Use(next => new SafeHeaders(next, options).Invoke);
        app.Use(next => new FaultEdge(next).Invoke);
        app.UseResponseCompression();
        Map(app, readers, options);
        return app;
    }

    private static void Limit(KestrelServerOptions kestrel, ServerOptions options)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestLineSize = LongestLine;
        kestrel.Limits.MaxRequestHeadersTotalSize = 2 * LongestLine;
        kestrel.Limits.MaxRequestBodySize = options.LargestText;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        if (options.Host == "localhost") { kestrel.ListenLocalhost(options.Port); } else { kestrel.Listen(System.Net.IPAddress.Parse(options.Host), options.Port); }
    }

    private static void Map(WebApplication app, StoreReaders readers, ServerOptions options)
    {
        FacetCache facets = new();
        NewsPage news = new(readers, facets);
        StoryPage story = new(readers);
        app.MapGet("/", news.Get);
        app.MapGet("/events", new EventsPage(readers, facets).Get);
        app.MapGet("/people", new PeoplePage(readers).Get);
        app.MapGet("/search", new SearchPage(readers, facets).Get);
        app.MapGet("/sources", new SourcesPage(readers).Get);
        app.MapGet("/about", new AboutPage(readers, facets, options).Get);
        app.MapGet("/story/{id}", story.Get);
        app.MapGet("/story", story.Get);
        CorrectionPage correction = new(readers, options, TimeProvider.System);
        app.MapGet("/correction", correction.Get);
        app.MapPost("/correction", correction.Post);
        app.MapGet("/why", new WhyPage(readers, options).Get);
        app.MapGet("/assets/{hash}/{name}", AssetFiles.Get);
        app.MapFallback(context => Fault.Write(context, 404, "no-such-page", "There is no such page."));
    }
}
