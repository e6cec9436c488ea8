using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dateline.Entities;
using Dateline.Events;
using Dateline.Places;

namespace Dateline.Export.EventData;

/// <summary>One event between two parties: the row of a dyadic format. An event of several parties makes several rows.</summary>
internal sealed record CodedEvent
{
    public required ExportStory Story { get; init; }
    public required Event Event { get; init; }
    public required EventParty Actor { get; init; }
    public required EventParty Recipient { get; init; }
    /// <summary>From 1: which pair of parties of its event this is.</summary>
    public required int Pair { get; init; }

    /// <summary><c>STORY-ID#v1</c>, for further pairs <c>STORY-ID#v1.2</c>.</summary>
    public string Id => Story.Id + "#" + Event.Id + (Pair > 1 ? "." + Pair.ToString(CultureInfo.InvariantCulture) : "");

    /// <summary>A positive number below 2^53 made from <see cref="Id"/>, for formats whose ids are numbers.</summary>
    public long Number
    {
        get
        {
            Span<byte> hash = stackalloc byte[32];
            SHA256.HashData(Encoding.UTF8.GetBytes(Id), hash);
            return (long)(BinaryPrimitives.ReadUInt64BigEndian(hash) >> 11) | 1L;
        }
    }

    /// <summary>CAMEO code as data sets print it, at least three digits: a bare root 19 is 190; "" for none.</summary>
    public string Cameo => Event.Cameo is { } code ? code.PadRight(3, '0') : "";

    /// <summary>Where it happened, when words say so.</summary>
    public Place? Place => Story.Place(Event.Place);

    /// <summary>Country of the place, else the country alone.</summary>
    public string Country => Place?.Country ?? Event.Country ?? "";

    /// <summary>The place's point, only where it is that of a town or a spot: the middle of a country or province is no location.</summary>
    public (double Latitude, double Longitude)? Point => EventGeography.Point(Place);

    /// <summary>The day a format that must have one gets: the first day of what is said, else the day of publication; null when neither is known.</summary>
    public DateOnly? Day => Event.When switch
    {
        { Start: { } start } => start,
        { End: { } end } => end.AddDays(-1),
        _ => Story.Records.Story.ReferenceDate?.Value,
    };

    /// <summary>What <see cref="Day"/> rests on: <c>stated day</c>, <c>stated month</c>, <c>inferred …</c>, <c>publication</c> or <c>none</c>.</summary>
    public string DayBasis => Event.When switch
    {
        null => Day is null ? "none" : "publication",
        { Basis: WhenBasis.Publication } => "publication",
        { Start: null, End: not null, Basis: var basis } => CsvStory.Enum<WhenBasis>(basis) + " latest",
        { Basis: var basis, Precision: var precision } => (CsvStory.Enum<WhenBasis>(basis) + " " + CsvStory.Enum(precision)).Trim(),
    };

    /// <summary>What the place rests on: its precision, <c>country inferred</c>, or <c>none</c>.</summary>
    public string PlaceBasis => Place is { } place ? CsvStory.Enum(place.Precision) : Event.Country is null ? "none" : "country inferred";

    /// <summary>The rows of an event. Without a recipient but with several actors (a meeting, a clash) the first stands against each other.</summary>
    public static IEnumerable<CodedEvent> Of(ExportStory story, Event happening)
    {
        EventParty[] actors = [.. (happening.Actor ?? []).Where(a => a.By is null).Select(story.Party)];
        EventParty[] recipients = [.. (happening.Recipient ?? []).Select(story.Party)];
        if (recipients.Length == 0 && actors.Length > 1) { (actors, recipients) = (actors[..1], actors[1..]); }
        if (actors.Length == 0) { actors = [EventParty.None]; }
        if (recipients.Length == 0) { recipients = [EventParty.None]; }
        int pair = 0;
        foreach (EventParty actor in actors)
        {
            foreach (EventParty recipient in recipients)
            {
                yield return new CodedEvent { Story = story, Event = happening, Actor = actor, Recipient = recipient, Pair = ++pair };
            }
        }
    }
}
