using System.Collections.Immutable;
using Dateline.Statements;
using Dateline.Text;

namespace Dateline.Tests.Specs.Kinds;

/// <summary>
/// <c>SOURCE | CUE | CONTENT part … CONTENT part -> [act= form= polarity= entity="…" parent="cue of parent" addressee="…" insertions="kind: [text]" …]</c>;
/// "-" for a source or cue that has no words.
/// </summary>
public sealed class StatementKind : RecordKind
{
    private const string Gap = " … ";

    public override string Name => "statements";

    public override ExpectedRecord Parse(string line)
    {
        // The arrow is searched behind the content, which may hold one itself only inside quotation marks.
        ExpectedRecord cut = Arrow(line, "statement", null);
        string[] head = cut.Fields[0].Value.Split(" | ", 3, StringSplitOptions.TrimEntries);
        if (head.Length != 3) { throw new FormatException($"\"{line}\": expected SOURCE | CUE | CONTENT."); }
        return new ExpectedRecord(line, [("content", head[2]), ("source", head[0]), ("cue", head[1]), .. cut.Fields.Skip(1)]);
    }

    public override IEnumerable<FoundRecord> Find(SpecReading reading) => reading.Records.Statements.Select(s => Found(reading, s));

    private static FoundRecord Found(SpecReading reading, Statement s)
    {
        string text = reading.Text;
        Field source = Field.Words(text, s.Source?.Span), cue = Field.Words(text, s.Cue?.Span), content = Content(text, s);
        return new FoundRecord(
            $"{source.Shown ?? "-"} | {cue.Shown ?? "-"} | {content.Shown}",
            [("content", content), ("source", source), ("cue", cue)],
            [
                ("act", Field.Enum<Act>(s.Act)), ("form", Field.Enum<StatementForm>(s.Form)), ("polarity", Field.Enum<Polarity>(s.Polarity)),
                ("entity", Entity(reading, s.Source?.Entity)), ("sourceForm", Field.Enum(s.Source?.Form)), ("onBehalfOf", Entity(reading, s.Source?.OnBehalfOf)),
                ("addressee", s.Addressee is { } a ? Field.Words(text, a.Span) : Field.Absent), ("parent", Other(reading, s.Parent)),
                ("repeats", Other(reading, s.Repeats)), ("insertions", Insertions(text, s)), ("stance", Field.Enum<Stance>(s.Stance)),
                ("certainty", Field.Enum<Certainty>(s.Certainty)), ("lemma", Field.Exact(s.Cue?.Lemma)),
                ("time", Field.Words(text, reading.Records.Times.FirstOrDefault(t => t.Id == s.Time)?.Span)),
                ("place", Field.Words(text, reading.Records.Places.FirstOrDefault(p => p.Id == s.Place)?.Span)),
                ("occasion", Field.Words(text, s.Occasion?.Span)), ("verbatim", Field.List((s.Content.Verbatim ?? []).Select(v => Field.Words(text, v)))),
                ("sourceRule", Field.Exact(s.Source?.Rule)), ("rule", Field.Exact(s.Rule)),
            ]);
    }

    private static Field Content(string text, Statement s)
    {
        string own = string.Join(Gap, s.Content.Spans.Select(span => Field.Flat(span.In(text))));
        return new(own, written => written == own || (s.Content.Spans.Count == 1 && Field.Words(text, s.Content.Spans[0]).Meets(written)));
    }

    private static Field Insertions(string text, Statement s) =>
        Field.List((s.Content.Insertions ?? []).Select(i => Field.Exact($"{Field.Camel(i.Kind.ToString())}: {Field.Flat(i.Span.In(text))}")));

    /// <summary>Another statement: by the words of its cue, or by what its content begins with.</summary>
    private static Field Other(SpecReading reading, string? id)
    {
        if (id is null) { return Field.Absent; }
        Statement? other = reading.Records.Statements.FirstOrDefault(s => s.Id == id);
        if (other is null) { return Field.Exact(id); }
        Field cue = Field.Words(reading.Text, other.Cue?.Span);
        string content = Field.Flat(other.Content.Spans[0].In(reading.Text)).Trim('"', '“', '”');
        return new(cue.Shown ?? content, w => cue.Meets(w) || (w.Length > 2 && content.StartsWith(w, StringComparison.Ordinal)));
    }

    /// <summary>An entity by its name or any of its named mentions.</summary>
    public static Field Entity(SpecReading reading, string? id)
    {
        Entities.Entity? entity = reading.Records.Entities.FirstOrDefault(e => e.Id == id);
        ImmutableArray<TextSpan> mentions = entity is null ? [] : [.. entity.Mentions.Where(m => m.Form != Entities.MentionForm.Pronoun).Select(m => m.Span)];
        return Field.Name([entity?.Name, .. mentions.Select(m => m.In(reading.Text).ToString())]);
    }
}
