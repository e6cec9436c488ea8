using System.Text.RegularExpressions;
using Dateline.Stories;

namespace Dateline.Tests.Properties;

/// <summary>What holds for the records of every story, whatever its text.</summary>
internal static partial class RecordRules
{
    [GeneratedRegex("^[a-z]+(-[a-z]+)*/[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex RuleName();

    /// <summary>What is wrong with the records; empty when nothing is.</summary>
    public static IEnumerable<string> Broken(StoryRecords r)
    {
        IReadOnlyList<Block> blocks = r.Story.Blocks;
        for (int i = 1; i < blocks.Count; i++)
        {
            if (blocks[i].Span.Start < blocks[i - 1].Span.End) { yield return $"block {i} begins before block {i - 1} ends"; }
        }
        foreach (string problem in References(r).Concat(Order(r)).Concat(Rules(r)).Concat(Values(r))) { yield return problem; }
    }

    /// <summary>Names of all rules on the records.</summary>
    public static IEnumerable<string> RuleNames(StoryRecords r) =>
    [
        .. r.Entities.SelectMany(e => e.Mentions).Select(m => m.Rule), .. r.Times.Select(t => t.Rule), .. r.Places.Select(p => p.Rule),
        .. r.Quantities.Select(q => q.Rule).OfType<string>(), .. r.Statements.Select(s => s.Rule), .. r.Statements.Select(s => s.Source?.Rule).OfType<string>(),
        .. r.Statements.Select(s => s.Occasion?.Rule).OfType<string>(), .. r.Statements.Select(s => s.Source?.Anonymity?.Reason?.Rule).OfType<string>(), .. r.Events.Select(v => v.Rule),
    ];

    private static IEnumerable<string> References(StoryRecords r)
    {
        HashSet<string?> entities = Ids(r.Entities.Select(e => e.Id)), times = Ids(r.Times.Select(t => t.Id)), places = Ids(r.Places.Select(p => p.Id)),
            quantities = Ids(r.Quantities.Select(q => q.Id)), statements = Ids(r.Statements.Select(s => s.Id));
        (string From, string? To, HashSet<string?> Known)[] references =
        [
            ("story.dateline.place", r.Story.Dateline?.Place, places),
            .. r.Entities.SelectMany(e => (e.Members ?? []).Select(m => (e.Id + ".members", (string?)m, entities))),
            .. r.Times.Where(t => t.Anchor != "t0").Select(t => (t.Id + ".anchor", t.Anchor, times)),
            .. r.Statements.SelectMany(s => new (string, string?, HashSet<string?>)[]
            {
                (s.Id + ".source", s.Source?.Entity, entities), (s.Id + ".onBehalfOf", s.Source?.OnBehalfOf, entities), (s.Id + ".addressee", s.Addressee?.Entity, entities),
                (s.Id + ".time", s.Time, times), (s.Id + ".place", s.Place, places), (s.Id + ".parent", s.Parent, statements), (s.Id + ".repeats", s.Repeats, statements),
            }),
            .. r.Events.SelectMany(v => new (string, string?, HashSet<string?>)[]
            {
                (v.Id + ".place", v.Place, places), (v.Id + ".origin", v.Origin, places), (v.Id + ".via", v.Via, places), (v.Id + ".time", v.Time, times),
                (v.Id + ".statement", v.Statement, statements),
            }),
            .. r.Events.SelectMany(v => (v.Actor ?? []).Concat(v.Recipient ?? []).Select(a => (v.Id + ".actor", a.Entity, entities))),
            .. r.Events.SelectMany(v => v.Attribution.Concat((v.Reports ?? []).SelectMany(p => p.Chain)).Select(a => (v.Id + ".attribution", (string?)a, statements))),
            .. r.Events.SelectMany(v => (v.Magnitudes ?? []).Select(m => (v.Id + ".magnitudes", (string?)m.Quantity, quantities))),
        ];
        foreach ((string from, string? to, HashSet<string?> known) in references)
        {
            if (to is not null && !known.Contains(to)) { yield return $"{from} points at {to}, which is not there"; }
        }
        foreach (Statements.Statement s in r.Statements)
        {
            Statements.Statement? up = s;
            for (int steps = 0; up is not null; steps++)
            {
                if (steps > r.Statements.Count) { yield return $"{s.Id} is its own ancestor"; break; }
                up = r.Statements.FirstOrDefault(o => o.Id == up.Parent);
            }
            if (s.Repeats == s.Id) { yield return $"{s.Id} repeats itself"; }
        }
    }

    private static IEnumerable<string> Order(StoryRecords r)
    {
        foreach ((string letter, string[] ids) in new[]
        {
            ("e", r.Entities.Select(e => e.Id).ToArray()), ("t", [.. r.Times.Select(t => t.Id)]), ("p", [.. r.Places.Select(p => p.Id)]),
            ("q", [.. r.Quantities.Select(q => q.Id)]), ("s", [.. r.Statements.Select(s => s.Id)]), ("v", [.. r.Events.Select(v => v.Id)]),
        })
        {
            for (int i = 0; i < ids.Length; i++)
            {
                if (ids[i] != letter + (i + 1).ToString(null, null)) { yield return $"the record at {i + 1} is called {ids[i]}"; }
            }
        }
        foreach ((string what, Text.TextSpan[] spans) in new[]
        {
            ("times", r.Times.Select(t => t.Span).ToArray()), ("places", [.. r.Places.Select(p => p.Span)]), ("quantities", [.. r.Quantities.Select(q => q.Span)]),
        })
        {
            for (int i = 1; i < spans.Length; i++)
            {
                if (spans[i].Start < spans[i - 1].Start) { yield return $"{what}[{i}] stands before the one before it"; }
            }
        }
    }

    private static IEnumerable<string> Rules(StoryRecords r) =>
        RuleNames(r).Where(name => !RuleName().IsMatch(name)).Select(name => $"\"{name}\" is no rule name (area/kebab-name)");

    private static IEnumerable<string> Values(StoryRecords r)
    {
        foreach ((string id, double confidence) in r.Statements.Select(s => (s.Id, s.Confidence)).Concat(r.Events.Select(v => (v.Id, v.Confidence))))
        {
            if (confidence is < 0 or > 1 || Math.Abs((confidence * 100) - Math.Round(confidence * 100)) > 1e-9) { yield return $"{id}.confidence is {confidence}"; }
        }
        foreach (Time.TimeExpression t in r.Times)
        {
            if (t.Start >= t.End) { yield return $"{t.Id} ends on {t.End}, before it starts on {t.Start}"; }
        }
        foreach (Events.Event v in r.Events)
        {
            if (v.When is { } when && when.Start >= when.End) { yield return $"{v.Id} ends on {when.End}, before it starts on {when.Start}"; }
        }
        foreach (Statements.Statement s in r.Statements)
        {
            if (s.Content.Spans.Count == 0) { yield return $"{s.Id} has no content"; }
        }
    }

    private static HashSet<string?> Ids(IEnumerable<string> ids) => [.. ids];
}
