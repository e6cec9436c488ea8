using Dateline.Events;
using Dateline.Quantities;

namespace Dateline.Provenance;

/// <summary>The fields of an event.</summary>
internal static class EventFields
{
    public static void Add(FieldList list, Event v)
    {
        list.AddWords("trigger", v.Trigger.Span, v.Rule);
        list.Mark("clause", v.Span);
        list.Add("plover", v.Plover + (v.Mode is { } mode ? $", mode {mode}" : "") + (v.Context is { Count: > 0 } context ? $", context {string.Join(' ', context)}" : ""), v.Rule);
        list.Add("cameo", v.Cameo, v.Rule);
        list.AddNumber("goldstein", v.Goldstein, "knowledge/plover");
        list.AddNumber("quad", v.Quad, "knowledge/plover");
        AddParties(list, "actor", v.Actor, v.Rule);
        AddParties(list, "recipient", v.Recipient, v.Rule);
        list.AddPlace("place", v.Place);
        list.AddPlace("origin", v.Origin);
        list.AddPlace("via", v.Via);
        list.Add("country", v.Country, v.Place is null ? "inferred" : null);
        list.AddTime("time", v.Time);
        if (v.When is { } when) { list.Add("when", When(when), v.Rule); }
        foreach (Magnitude magnitude in v.Magnitudes ?? [])
        {
            Quantity? quantity = list.Records.Quantities.FirstOrDefault(q => q.Id == magnitude.Quantity);
            string words = quantity is null ? magnitude.Quantity : $"{magnitude.Quantity} \"{list.Text(quantity.Span)}\"";
            list.Add("magnitudes", $"{words}: {magnitude.Measure}{(magnitude.Of is { } of ? " of " + of : "")}{(magnitude.Scope is { } s ? ", " + FieldList.Camel(s.ToString()) : "")}", quantity?.Rule);
        }
        list.Add("modality", (Modality?)v.Modality, v.Rule);
        list.Add("polarity", (EventPolarity?)v.Polarity, v.Rule);
        list.Add("phase", v.Phase, v.Rule);
        list.Add("status", (EventStatus?)v.Status, "from modality, polarity and phase");
        list.AddFlag("background", v.Background, v.Rule);
        list.AddFlag("aggregate", v.Aggregate, v.Rule);
        foreach (Text.TextSpan mention in v.Mentions ?? []) { list.Add("mentions", $"\"{list.Text(mention)}\""); }
        list.Add("statement", v.Statement is { } id ? id + " (the statement that performs this act)" : null);
        list.Add("attribution", v.Attribution.Count == 0 ? "the outlet tells it" : string.Join(" > ", v.Attribution));
        foreach (EventReport report in v.Reports ?? [])
        {
            string who = report.Chain.Count == 0 ? "the outlet" : string.Join(" > ", report.Chain);
            list.Add("reports", $"{who} {FieldList.Camel(report.Stance.ToString())}: \"{list.Text(report.Span)}\"");
        }
        list.AddNumber("confidence", v.Confidence, v.Rule);
    }

    private static void AddParties(FieldList list, string name, IReadOnlyList<EventActor>? parties, string rule)
    {
        foreach (EventActor party in parties ?? [])
        {
            list.AddWords(name, party.Span, rule);
            list.AddEntity(name + ".entity", party.Entity);
            list.Add(name + ".code", FieldList.Code(party.Code), "knowledge/actors");
        }
    }

    /// <summary>The interval, half-open, and what it rests on.</summary>
    private static string When(EventWhen when)
    {
        string interval = (when.Start, when.End) switch
        {
            ({ } start, { } end) => $"from {FieldList.Day(start)} until before {FieldList.Day(end)}",
            ({ } start, null) => $"since {FieldList.Day(start)}",
            (null, { } end) => $"before {FieldList.Day(end)}",
            _ => "open",
        };
        string basis = when.Basis switch
        {
            WhenBasis.Stated => "stated in words",
            WhenBasis.Inferred => "inferred",
            _ => "nothing is said: the latest it can have been is the day of publication",
        };
        return $"{interval}{(when.Precision is { } p ? ", to the " + FieldList.Camel(p.ToString()) : "")}; {basis}";
    }
}
