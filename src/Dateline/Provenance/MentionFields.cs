using System.Globalization;
using Dateline.Entities;
using Dateline.Places;
using Dateline.Quantities;
using Dateline.Time;

namespace Dateline.Provenance;

/// <summary>The fields of entities, times, places and quantities.</summary>
internal static class MentionFields
{
    public static void Add(FieldList list, Entity e)
    {
        list.Add("name", e.Name);
        list.Add("type", (EntityType?)e.Type);
        list.Add("code", FieldList.Code(e.Code), "knowledge/actors");
        list.Add("role", e.Role);
        list.Add("wikidata", e.Wikidata);
        foreach (string member in e.Members ?? []) { list.AddEntity("members", member); }
        foreach (Mention mention in e.Mentions)
        {
            list.Mark("mention", mention.Span);
            list.Add("mentions", $"\"{list.Text(mention.Span)}\" ({FieldList.Camel(mention.Form.ToString())})", mention.Rule);
        }
    }

    public static void Add(FieldList list, TimeExpression t)
    {
        list.AddWords("words", t.Span, t.Rule);
        list.Add("type", t.Type.ToString().ToUpperInvariant(), t.Rule);
        list.Add("value", t.Value, t.Rule);
        list.Add("start", FieldList.Day(t.Start), t.Rule);
        list.Add("end", t.End is null ? null : FieldList.Day(t.End) + " (the first day after)", t.Rule);
        list.Add("anchor", t.Anchor is "t0" ? $"t0, the story's reference date{(list.Records.Story.ReferenceDate is { } r ? $" {FieldList.Day(r.Value)} ({r.Basis})" : "")}" : t.Anchor, t.Rule);
    }

    public static void Add(FieldList list, Place p)
    {
        list.AddWords("words", p.Span, p.Rule);
        list.Add("name", p.Name, p.Rule);
        list.Add("kind", p.Kind, p.Rule);
        list.Add("country", p.Country, p.Rule);
        list.Add("admin1", p.Admin1, "knowledge/places");
        list.Add("admin2", p.Admin2, "knowledge/places");
        list.AddNumber("latitude", p.Latitude, "knowledge/places");
        list.AddNumber("longitude", p.Longitude, "knowledge/places");
        list.Add("geonames", p.Geonames?.ToString(CultureInfo.InvariantCulture), "knowledge/places");
        list.Add("featureCode", p.FeatureCode, "knowledge/places");
        list.Add("precision", p.Precision, p.Rule);
        list.AddFlag("disputed", p.Disputed, "knowledge/places");
        list.Add("territory", p.Territory, "knowledge/places");
        foreach (Party party in p.Parties ?? []) { list.Add("parties", $"{party.Code} {party.Relation}", "knowledge/places"); }
    }

    public static void Add(FieldList list, Quantity q)
    {
        list.AddWords("words", q.Span, q.Rule);
        list.Add("low", q.Low?.ToString(CultureInfo.InvariantCulture), q.Rule);
        list.Add("high", q.High?.ToString(CultureInfo.InvariantCulture), q.Rule);
        list.Add("exclusive", q.Exclusive == true ? "true: the bound itself does not count" : null, q.Rule);
        list.AddFlag("approximate", q.Approximate, q.Rule);
        list.Add("vague", q.Vague == true ? "true: the words give no number" : null, q.Rule);
        list.Add("of", q.Of, q.Rule);
    }
}
