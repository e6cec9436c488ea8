using Dateline.Statements;

namespace Dateline.Provenance;

/// <summary>The fields of a statement.</summary>
internal static class StatementFields
{
    public static void Add(FieldList list, Statement s)
    {
        list.Add("act", (Act?)s.Act, s.Rule);
        if (s.Source is { } source)
        {
            list.AddWords("source", source.Span, source.Rule);
            list.Add("source.form", (SourceForm?)source.Form, source.Rule);
            list.AddEntity("source.entity", source.Entity, EntityRule(list, s) ?? source.Rule);
            list.AddEntity("source.onBehalfOf", source.OnBehalfOf, source.Rule);
            list.AddWords("source.anonymity.reason", source.Anonymity?.Reason?.Span, source.Anonymity?.Reason?.Rule);
            list.AddNumber("source.anonymity.count", source.Anonymity?.Count);
        }
        else
        {
            list.Add("source", "none: the words name nobody and imply nobody", s.Rule);
        }
        if (s.Cue is { } cue)
        {
            list.AddWords("cue", cue.Span, s.Rule);
            list.Add("cue.lemma", $"{cue.Lemma} ({FieldList.Camel(cue.Kind.ToString())})", s.Rule);
        }
        foreach (Text.TextSpan part in s.Content.Spans) { list.AddWords("content", part, s.Rule); }
        foreach (Text.TextSpan part in s.Content.Verbatim ?? []) { list.Add("content.verbatim", $"\"{list.Text(part)}\""); }
        foreach (Insertion insertion in s.Content.Insertions ?? [])
        {
            list.Add("content.insertions", $"{FieldList.Camel(insertion.Kind.ToString())} \"{list.Text(insertion.Span)}\": inside the span, not the speaker's words");
        }
        list.Add("form", (StatementForm?)s.Form, s.Rule);
        list.Add("stance", (Stance?)s.Stance, s.Rule);
        list.Add("polarity", (Polarity?)s.Polarity, s.Rule);
        list.Add("certainty", (Certainty?)s.Certainty, s.Rule);
        list.AddWords("addressee", s.Addressee?.Span, s.Rule);
        list.AddEntity("addressee.entity", s.Addressee?.Entity, s.Rule);
        list.AddWords("occasion", s.Occasion?.Span, s.Occasion?.Rule);
        list.AddTime("time", s.Time);
        list.AddPlace("place", s.Place);
        AddOther(list, "parent", s.Parent, "the statement whose content holds this one");
        AddOther(list, "repeats", s.Repeats, "the fullest telling of the same utterance");
        list.AddNumber("confidence", s.Confidence, s.Rule);
    }

    /// <summary>The rule by which the source's words became a mention of the entity.</summary>
    private static string? EntityRule(FieldList list, Statement s) => s.Source is { Span: { } span, Entity: { } id }
        ? list.Records.Entities.FirstOrDefault(e => e.Id == id)?.Mentions.FirstOrDefault(m => m.Span.Overlaps(span))?.Rule
        : null;

    private static void AddOther(FieldList list, string name, string? id, string why)
    {
        Statement? other = list.Records.Statements.FirstOrDefault(o => o.Id == id);
        if (other is not null) { list.Add(name, $"{id} ({why})"); }
    }
}
