using Dateline.Web.Api;
using Dateline.Web.Corrections;
using Dateline.Web.Hosting;
using Dateline.Web.Mcp;
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
        if (options.RequestsPerSecond > 0) { app.Use(next => new RateLimit(next, options.RequestsPerSecond).Invoke); }
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
        PeoplePage people = new(readers);
        SourcesPage sources = new(readers, TimeProvider.System);
        StoryPage story = new(readers);
        WhyPage why = new(readers, options);
        CorrectionPage correction = new(readers, options, TimeProvider.System);
        ListApi lists = new(readers, facets);
        StoryApi stories = new(readers, lists);
        FoundPage found = new(readers, facets);
        ApiRoutes.Get(app, "/", found.News);
        ApiRoutes.Get(app, "/people", people.Get);
        ApiRoutes.Get(app, "/events", new EventsPage(readers, facets).Get);
        ApiRoutes.Get(app, "/search", found.Search);
        ApiRoutes.Get(app, "/sources", sources.Get);
        ApiRoutes.Get(app, "/about", new AboutPage(readers, facets, options).Get);
        ApiRoutes.Get(app, "/story", story.Get);
        // An id that may be part of an address has no dot, so what follows one is the format.
        ApiRoutes.Get(app, "/story/{id}", context => context.Request.RouteValues["id"] is string id && ApiRoutes.Extensions.TryGetValue(Path.GetExtension(id), out DataFormat format)
            ? stories.Story(context, Path.GetFileNameWithoutExtension(id), format) : story.Get(context));
        ApiRoutes.Get(app, "/why", why.Get);
        ApiRoutes.Get(app, "/correction", correction.Get);
        app.MapPost("/correction", correction.Post);
        app.Map("/mcp", new McpEndpoint(readers).Answer);
        app.MapPost("/read", new ReadApi(options).Post);
        ApiRoutes.Get(app, "/read", context =>
        {
            context.Response.Headers.Allow = "POST";
            return Fault.Write(context, 405, "method", "Send the text with POST.");
        });
        ApiRoutes.Map(app, lists, stories, new PeopleApi(readers, lists, people), new SourceApi(readers, sources), new AboutApi(readers, facets));
        ApiRoutes.Get(app, "/openapi.json", context => AssetFiles.Send(context, "openapi.json"));
        ApiRoutes.Get(app, "/assets/{hash}/{name}", AssetFiles.Get);
        app.MapFallback(context => Fault.Write(context, 404, "no-such-page", "There is no such page."));
    }
}
