using System.Collections.Concurrent;
using System.Globalization;
using Dateline.Store.Query;
using Dateline.Web.Hosting;
using Dateline.Web.Maps;
using Microsoft.AspNetCore.Http;

namespace Dateline.Web.Pages;

/// <summary><c>/events</c>: what is reported, on a map, along time, and in a table; what has no place or no time lies in a tray.</summary>
internal sealed class EventsPage(StoreReaders readers, FacetCache facets)
{
    private const int EventsOnPage = 50, MostPlaces = 400, InTray = 8;
    private const int MostOverviews = 64;
    private static readonly string[] s_facets = ["code", "country", "outlet"];
    private readonly ConcurrentDictionary<string, (long Newest, Overview Overview)> _overviews = new(StringComparer.Ordinal);

    /// <summary>Answers with the page.</summary>
    public async Task Get(HttpContext context)
    {
        StoreQuery query = QueryParser.Parse(context.Request.Query["q"].ToString());
        string after = context.Request.Query["after"].ToString();
        bool world = context.Request.Query["map"] == "world";
        EventsModel model = await readers.Use(reader =>
        {
            Overview overview = Of(reader, query);
            StorePage page = reader.Find(query, HitKind.Events, EventsOnPage, after.Length > 0 ? after : null);
            FacetSet set = facets.Of(reader, query, s_facets);
            (long Unplaced, long Undated) missing = overview.Missing;
            return new EventsModel
            {
                Head = new PageHead("Events", "/events", query.Text, new DataLinks("/events", Link.To("", ("q", query.Text)), DataLinks.All)),
                Query = query, Counts = set.Counts, Events = page.Hits, Pager = new PagerModel("/events", query.Text, null, page.Next, after.Length > 0, "Older reports"), Facets = set.Facets, Missing = missing,
                Map = Map(overview.Places, query, world), Timeline = overview.Timeline,
                Unplaced = missing.Unplaced > 0 ? reader.Find(QueryParser.Parse(QueryTerms.With(query, "box", "none")), HitKind.Events, InTray).Hits : [],
                Undated = missing.Undated > 0 ? reader.Find(QueryParser.Parse(QueryTerms.With(query, "when", "none")), HitKind.Events, InTray).Hits : [],
            };
        }, context.RequestAborted).ConfigureAwait(false);
        await Html.Write(context, Slices.EventsPage.Create(model)).ConfigureAwait(false);
    }

    /// <summary>What the map and the bars show; kept for queries asked lately, until a story is added.</summary>
    private Overview Of(StoreReader reader, StoreQuery query)
    {
        long newest = reader.Newest();
        if (_overviews.TryGetValue(query.Text, out (long Newest, Overview Overview) kept) && kept.Newest == newest) { return kept.Overview; }
        EventReader events = new(reader);
        Overview overview = new(events.Places(query, MostPlaces), events.Timeline(query), events.Missing(query));
        if (_overviews.Count >= MostOverviews) { _overviews.Clear(); }
        _overviews[query.Text] = (newest, overview);
        return overview;
    }

    private sealed record Overview(IReadOnlyList<EventPlace> Places, IReadOnlyList<FacetCount> Timeline, (long Unplaced, long Undated) Missing);

    private static MapModel Map(IReadOnlyList<EventPlace> places, StoreQuery query, bool world)
    {
        MapView view = world ? MapView.World
            : query.Terms.LastOrDefault(t => t.Field == "box" && t.Value.Contains(',', StringComparison.Ordinal))?.Value.Split(',').Select(s => double.Parse(s, CultureInfo.InvariantCulture)).ToArray() is [var west, var south, var east, var north]
                ? MapView.Of(west, south, east, north)
            : MapView.Around([.. places.Select(MapMark.Where).OfType<(double Longitude, double Latitude, double)>().Select(p => (p.Longitude, p.Latitude))]);
        MapPaths paths = MapPaths.Of(view);
        string window = view.IsWorld ? "" : string.Create(CultureInfo.InvariantCulture, $"{view.West:0.###},{view.South:0.###},{view.East:0.###},{view.North:0.###}");
        return new MapModel(view.Height, paths.Land, paths.Borders, paths.Disputed, MapMark.All(view, places), window);
    }
}
