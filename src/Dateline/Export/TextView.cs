using System.Globalization;
using Dateline.Entities;
using Dateline.Places;
using Dateline.Stories;
using Dateline.Text;
using Dateline.Time;

namespace Dateline.Export;

/// <summary>A story's records laid out for a person: who said what, what happened, when, where, who.</summary>
public sealed class TextView(int width, TextStyle style)
{
    /// <summary>Long lists are cut in this view; the other formats hold everything.</summary>
    private const int MostPeople = 20;

    /// <summary>The whole story.</summary>
    public string Write(StoryRecords records)
    {
        TextCanvas canvas = new(width, style);
        ViewNames names = new(records);
        Head(canvas, records, names);
        StatementsView.Write(canvas, records, names);
        EventsView.Write(canvas, records, names);
        Times(canvas, records, names);
        Places(canvas, records);
        People(canvas, records);
        foreach (Diagnostic diagnostic in records.Diagnostics)
        {
            canvas.Blank();
            canvas.Lines("", "  ", (Ink.Alert, diagnostic.Code + " "), (Ink.Plain, diagnostic.Message));
        }
        canvas.Blank();
        return canvas.ToString();
    }

    private static void Head(TextCanvas canvas, StoryRecords records, ViewNames names)
    {
        Story story = records.Story;
        string title = story.Headline is { } headline ? names.Words(headline.Span) : story.File ?? story.Id;
        canvas.Lines("", "", (Ink.Title, title));
        if (story.Deck is { } deck) { canvas.Lines("", "", (Ink.Plain, names.Words(deck.Span))); }
        List<string> facts = [];
        if (story.Outlet is { } outlet) { facts.Add(outlet); }
        if (story.Dateline is { } dateline) { facts.Add(names.Words(dateline.Span).TrimEnd(' ', '-', '–', '—', '―', ':')); }
        if (story.ReferenceDate is { } date)
        {
            facts.Add($"dated {date.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} ({(date.Basis == "option" ? "by --date" : "by its " + date.Basis)})");
        }
        else { facts.Add("no date known; pass --date"); }
        canvas.Lines("", "", (Ink.Quiet, string.Join(" · ", facts)));
    }

    private static void Times(TextCanvas canvas, StoryRecords records, ViewNames names)
    {
        if (records.Times.Count == 0) { return; }
        canvas.Section("When");
        foreach (TimeExpression time in records.Times)
        {
            canvas.Lines("  ", "      ", (Ink.Plain, names.Words(time.Span)), (Ink.Quiet, " → "), (Ink.Code, time.Value ?? "?"),
                (Ink.Quiet, time.Start is { } start && time.End is { } end && end > start.AddDays(1) ? $" ({Day(start)} to {Day(end.AddDays(-1))})" : ""));
        }
    }

    private static void Places(TextCanvas canvas, StoryRecords records)
    {
        if (records.Places.Count == 0) { return; }
        canvas.Section("Where");
        // One line a place, however often it is named.
        foreach (IGrouping<(string, string?, double?, double?), Place> same in records.Places.GroupBy(p => (p.Name.ToUpperInvariant().Replace('-', ' '), p.Country, p.Latitude, p.Longitude)))
        {
            Place place = same.FirstOrDefault(p => p.Name.AsSpan().ContainsAnyInRange('a', 'z')) ?? same.First();
            string kind = string.Join(", ", new[] { place.Admin1 is { } admin && admin != place.Name ? admin : null, place.Country, place.Kind }.Where(part => part is not null));
            string point = place.Latitude is { } latitude && place.Longitude is { } longitude
                ? string.Create(CultureInfo.InvariantCulture, $" · {latitude:0.00}, {longitude:0.00}") : "";
            string precision = place.Precision is { } known && CsvStory.Enum<PlacePrecision>(known) != place.Kind ? " · to the " + CsvStory.Enum<PlacePrecision>(known) : "";
            canvas.Lines("  ", "      ", (Ink.Name, place.Name), (Ink.Plain, kind.Length > 0 ? " · " + kind : ""), (Ink.Quiet, precision + point),
                (Ink.Alert, place.Disputed == true ? " · disputed" : ""), (Ink.Quiet, same.Count() > 1 ? $" ×{same.Count()}" : ""));
        }
    }

    private static void People(TextCanvas canvas, StoryRecords records)
    {
        List<Entity> people = [.. records.Entities.Where(e => e.Type is EntityType.Person or EntityType.Organization or EntityType.Group or EntityType.Country)
            .OrderByDescending(e => e.Mentions.Count)];
        if (people.Count == 0) { return; }
        canvas.Section("Who");
        foreach (Entity entity in people.Take(MostPeople))
        {
            string code = CsvStory.Code(entity.Code);
            canvas.Lines("  ", "      ", (Ink.Name, entity.Name), (Ink.Plain, entity.Role is { } role ? ", " + role : ""), (Ink.Code, code.Length > 0 ? " " + code : ""),
                (Ink.Quiet, $" · {CsvStory.Enum<EntityType>(entity.Type)}" + (entity.Mentions.Count > 1 ? $" · {entity.Mentions.Count} mentions" : "")));
        }
        if (people.Count > MostPeople) { canvas.Lines("  ", "  ", (Ink.Quiet, $"and {people.Count - MostPeople} more")); }
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
