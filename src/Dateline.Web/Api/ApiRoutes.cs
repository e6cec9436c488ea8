using Dateline.Store.Query;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Dateline.Web.Api;

/// <summary>Addresses of the data: those of the screens with the format behind them.</summary>
internal static class ApiRoutes
{
    /// <summary>Formats by what stands behind the address.</summary>
    public static IReadOnlyDictionary<string, DataFormat> Extensions { get; } = new Dictionary<string, DataFormat>(StringComparer.Ordinal)
    {
        [".json"] = DataFormat.Json, [".csv"] = DataFormat.Csv, [".ndjson"] = DataFormat.Ndjson, [".geojson"] = DataFormat.GeoJson,
    };

    /// <summary>Adds the addresses.</summary>
    public static void Map(IEndpointRouteBuilder app, ListApi lists, StoryApi story, PeopleApi people, SourceApi sources, AboutApi about)
    {
        foreach ((string extension, DataFormat format) in Extensions)
        {
            foreach ((string path, HitKind kind) in new[] { ("/news", HitKind.Stories), ("/statements", HitKind.Statements), ("/events", HitKind.Events) })
            {
                Get(app, path + extension, format == DataFormat.Json ? context => lists.Json(context, kind) : context => lists.Stream(context, kind, format));
            }
            Get(app, "/story" + extension, context => story.Story(context, context.Request.Query["id"].ToString(), format));
            Get(app, "/people" + extension, context => people.Get(context, format));
            if (format == DataFormat.GeoJson) { continue; }
            Get(app, "/sources" + extension, context => sources.Outlets(context, format));
            Get(app, "/feeds" + extension, context => sources.Feeds(context, format));
        }
        Get(app, "/why.json", story.Why);
        Get(app, "/about.json", about.Get);
    }

    /// <summary>An address that only gives.</summary>
    public static void Get(IEndpointRouteBuilder app, string path, RequestDelegate answer) => app.MapMethods(path, ["GET", "HEAD"], answer);
}
