using System.Globalization;
using Dateline.Entities;
using Dateline.Events;
using Dateline.Export;
using Dateline.Places;
using Dateline.Quantities;
using Dateline.Statements;
using Dateline.Store.Query;
using Dateline.Time;
using Dateline.Web.Marking;

namespace Dateline.Web.Pages;

/// <summary>Records to cards.</summary>
internal sealed class CardWriter(StoryRecords records)
{
    private readonly ViewNames _names = new(records);
    private readonly RecordChains _chains = new(records);

    /// <summary>Ids of what belongs to a record, itself among them.</summary>
    public IReadOnlyCollection<string> Chain(string id) => _chains.Of(id);

    public Card Of(Statement s)
    {
        List<string> signs = [];
        if (s.Polarity == Polarity.Denied) { signs.Add("denied"); }
        if (s.Certainty != Certainty.Asserted) { signs.Add(Name(s.Certainty)); }
        if (s.Stance == Stance.Distancing) { signs.Add("the reporter keeps a distance"); }
        List<string> facts = [Name(s.Act), s.Form == StatementForm.Direct ? "in quotation marks" : s.Form == StatementForm.Mixed ? "partly quoted" : Name(s.Form)];
        if (s.Addressee is { } to) { facts.Add("to " + _names.Words(to.Span)); }
        if (s.Repeats is { } repeats) { facts.Add("repeats " + repeats); }
        return new Card
        {
            Id = s.Id, Kind = "statement", Chain = string.Join(' ', _chains.Of(s.Id)), Title = Speaker(s), Link = Ledger(s.Source?.Entity),
            Word = s.Cue is { Kind: not CueKind.Punctuation } cue ? _names.Words(cue.Span) : null, Facts = facts, Signs = signs, Inside = s.Parent, Confidence = s.Confidence,
        };
    }

    public Card Of(Event v)
    {
        List<string> signs = [], lines = [];
        string code = v.Plover + (v.Mode is { } mode ? "/" + mode : "");
        if (v.Status != EventStatus.Reported) { signs.Add(Name(v.Status)); }
        if (v.Background) { signs.Add("background"); }
        string actors = Parties(v.Actor), recipients = Parties(v.Recipient);
        if (actors.Length + recipients.Length > 0) { lines.Add((actors.Length > 0 ? actors : "nobody named") + (recipients.Length > 0 ? " → " + recipients : "")); }
        string where = string.Join(", ", new[] { _names.Place(v.Origin) is { } from ? "from " + from : null, _names.Place(v.Via) is { } via ? "via " + via : null, _names.Place(v.Place) ?? v.Country }.OfType<string>());
        string circumstances = string.Join(" · ", new[] { When(v.When), where.Length > 0 ? where : null }.OfType<string>());
        if (circumstances.Length > 0) { lines.Add(circumstances); }
        foreach (Magnitude m in v.Magnitudes ?? []) { lines.Add(m.Measure == "other" ? _names.Quantity(m.Quantity) : $"{m.Measure}: {_names.Quantity(m.Quantity)}"); }
        string told = string.Join(", as told by ", v.Attribution.Select(id => _names.Statement(id) is { } s ? Speaker(s) : id).Reverse());
        return new Card
        {
            Id = v.Id, Kind = "event", Chain = string.Join(' ', _chains.Of(v.Id)), Title = Labels.Event(code), Code = code, Word = _names.Words(v.Trigger.Span),
            Facts = v.Status == EventStatus.Reported ? ["reported"] : [], Signs = signs, Lines = lines, Confidence = v.Confidence,
            Voice = told.Length > 0 ? told : records.Story.Outlet ?? records.Story.Dateline?.Agency ?? "the outlet",
        };
    }

    public Card Of(Entity e)
    {
        string code = CsvStory.Code(e.Code);
        return new Card
        {
            Id = e.Id, Kind = "entity", Chain = string.Join(' ', _chains.Of(e.Id)), Title = e.Name, Link = Ledger(e.Id),
            Facts = [.. new[] { e.Role, code.Length > 0 ? code : null, CsvStory.Enum<EntityType>(e.Type), e.Mentions.Count > 1 ? $"{e.Mentions.Count} mentions" : null }.OfType<string>()],
        };
    }

    public Card Of(Place p) => new()
    {
        Id = p.Id, Kind = "place", Chain = string.Join(' ', _chains.Of(p.Id)), Title = p.Name,
        Facts =
        [
            .. new[]
            {
                p.Admin1 != p.Name ? p.Admin1 : null, p.Country, p.Kind,
                p.Latitude is { } latitude && p.Longitude is { } longitude ? string.Create(CultureInfo.InvariantCulture, $"{latitude:0.00}, {longitude:0.00} to the {CsvStory.Enum(p.Precision)}") : null,
            }.OfType<string>(),
        ],
        Signs = p.Disputed == true ? ["disputed"] : [],
    };

    public Card Of(TimeExpression t) => new()
    {
        Id = t.Id, Kind = "time", Chain = string.Join(' ', _chains.Of(t.Id)), Title = _names.Words(t.Span), Word = t.Value is { } value ? "→ " + value : null,
        Facts = t.Start is { } start && t.End is { } end && end > start.AddDays(1) ? [$"{Day(start)} to {Day(end.AddDays(-1))}"] : [],
    };

    public Card Of(Quantity q) => new()
    {
        Id = q.Id, Kind = "quantity", Chain = q.Id, Title = _names.Words(q.Span), Facts = q.Of is { } of ? ["of " + of] : [],
    };

    /// <summary>Half-open days as a person says them.</summary>
    public static string? When(EventWhen? when) => when is null || when.Basis == WhenBasis.Publication ? null : (when.Start, when.End) switch
    {
        ({ } start, { } end) when end.AddDays(-1) <= start => Day(start),
        ({ } start, { } end) => $"{Day(start)} to {Day(end.AddDays(-1))}",
        ({ } start, null) => "since " + Day(start),
        (null, { } end) => "by " + Day(end.AddDays(-1)),
        _ => null,
    };

    /// <summary>Only people in public office and bodies have a ledger.</summary>
    private string? Ledger(string? id) =>
        records.Entities.FirstOrDefault(e => e.Id == id) is { } entity && PublicRole.Is(entity.Type, entity.Code?.Sector, entity.Role) ? Pages.Link.Ledger(entity.Name) : null;

    /// <summary>The speaker's name, and the words that stand for it where they are others: "Erik Lind (he)".</summary>
    private string Speaker(Statement s)
    {
        string worded = _names.Speaker(s);
        int bracket = worded.LastIndexOf(" [", StringComparison.Ordinal);
        return bracket > 0 && worded[^1] == ']' ? $"{worded[(bracket + 2)..^1]} ({worded[..bracket]})" : worded;
    }

    private string Parties(IReadOnlyList<EventActor>? parties) => string.Join(" and ", (parties ?? []).Select(_names.Actor));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Name<T>(T value) where T : struct, Enum => CsvStory.Enum<T>(value);
}
