using Dateline.Text;

namespace Dateline.Events;

/// <summary>A joined draft to the record.</summary>
internal static class EventBuilder
{
    private const int MostMentions = 20;

    public static Event Build(EventScene scene, EventDraft draft, string id)
    {
        string? cameo = draft.Cameo is { } code && Crosswalk.Default.Agrees(code, draft.Root) ? code : null;
        List<EventReport> reports = Reports(scene, draft);
        EventPolarity polarity = draft.Polarity;
        return new Event
        {
            Id = id,
            Span = ClauseSpan(scene.Parsed, draft),
            Trigger = new Trigger(draft.TriggerSpan, draft.Lemma) { Head = draft.Head },
            Mentions = draft.Others.Count == 0 ? null : [.. draft.Others.Select(o => o.TriggerSpan).Where(s => s != draft.TriggerSpan).Distinct().Order().Take(MostMentions)],
            Plover = draft.Root,
            Mode = draft.Mode,
            Context = cameo is not null && Crosswalk.Default.Contexts(cameo) is { Count: > 0 } contexts ? contexts : null,
            Cameo = cameo,
            Goldstein = cameo is not null ? Crosswalk.Default.Goldstein(cameo) : null,
            Quad = Crosswalk.Default.Quad(draft.Root),
            Actor = draft.Actors.Count > 0 ? draft.Actors : null,
            Recipient = draft.Recipients.Count > 0 ? draft.Recipients : null,
            Place = draft.Place?.Id,
            Origin = draft.Origin?.Id,
            Via = draft.Via?.Id,
            Country = draft.Place?.Country ?? Inferred(draft) ?? draft.SceneCountry,
            Statement = draft.Act?.Id,
            Time = draft.Time?.Id,
            When = draft.When,
            Magnitudes = draft.Magnitudes.Count > 0 ? draft.Magnitudes : null,
            Modality = draft.Modality,
            Polarity = polarity,
            Phase = draft.Phase == Phase.Completed && draft.Modality != Modality.Actual ? null : draft.Phase,
            Status = Status(draft),
            Aggregate = draft.Aggregate,
            Background = draft.Background,
            Attribution = draft.Chain,
            Reports = reports,
            Confidence = Math.Round(draft.Confidence, 2, MidpointRounding.AwayFromZero),
            Rule = draft.Rule,
        };
    }

    /// <summary>The country a deed was done in where no place is told: that of those it was done to, or of the police, court or crowd that did it.</summary>
    private static string? Inferred(EventDraft draft)
    {
        string? actor = draft.Actors.Select(a => a.Code?.Country).FirstOrDefault(c => c is not null);
        string? recipient = draft.Recipients.Select(a => a.Code?.Country).FirstOrDefault(c => c is not null);
        return draft.Root switch
        {
            "ASSAULT" when draft.Mode is "crowd-control" => recipient ?? actor,
            "ASSAULT" or "AID" => recipient,
            "COERCE" when draft.Mode is "deport" => actor,
            "COERCE" or "SANCTION" when draft.Mode is "arrest" or "convict" or "curfew" or "martial-law" or "censor" => actor ?? recipient,
            "PROTEST" => actor,
            _ => null,
        };
    }

    private static EventStatus Status(EventDraft draft)
    {
        if (draft.Denied) { return EventStatus.Denied; }
        if (draft.Polarity == EventPolarity.Negated) { return EventStatus.Negated; }
        if (draft.Phase == Phase.Cancelled) { return EventStatus.Cancelled; }
        return draft.Modality switch
        {
            Modality.Planned => EventStatus.Planned,
            Modality.Threatened => EventStatus.Threatened,
            Modality.Demanded => EventStatus.Demanded,
            Modality.Hypothetical => EventStatus.Hypothetical,
            _ => draft.Phase == Phase.Ongoing ? EventStatus.Ongoing : EventStatus.Reported,
        };
    }

    private static List<EventReport> Reports(EventScene scene, EventDraft draft)
    {
        List<EventReport> reports = [];
        foreach (EventDraft telling in draft.Others.Prepend(draft))
        {
            if (reports.Exists(r => r.Chain.SequenceEqual(telling.Chain, StringComparer.Ordinal))) { continue; }
            reports.Add(new EventReport
            {
                Chain = telling.Chain,
                Stance = telling.Denied ? ReportStance.Denies : ReportStance.Asserts,
                Span = ClauseSpan(scene.Parsed, telling),
                When = telling.When is { Basis: WhenBasis.Stated } ? telling.When : null,
                Place = telling.Place?.Id,
                Magnitudes = telling.Magnitudes.Count > 0 ? telling.Magnitudes : null,
            });
        }
        foreach (Statements.Statement denial in draft.Others.Prepend(draft).SelectMany(d => d.Denials))
        {
            List<string> chain = [.. scene.Chains.Up(denial)];
            if (reports.Exists(r => r.Chain.SequenceEqual(chain, StringComparer.Ordinal))) { continue; }
            reports.Add(new EventReport { Chain = chain, Stance = ReportStance.Denies, Span = denial.Content.Spans.Aggregate(denial.Cue?.Span ?? denial.Content.Spans[0], (all, part) => all.Cover(part)) });
        }
        return reports;
    }

    /// <summary>The words under the predicate, without a following conjunct or parataxis.</summary>
    private static TextSpan ClauseSpan(ParsedText parsed, EventDraft draft)
    {
        int first = draft.Predicate, last = draft.Predicate;
        foreach (int child in parsed.Children(draft.Predicate))
        {
            if (parsed.Is(child, "parataxis") || parsed.Is(child, "punct") || (parsed.Is(child, "conj") && !draft.IsNoun) || (parsed.Is(child, "cc") && !draft.IsNoun)) { continue; }
            first = Math.Min(first, parsed.Left(child));
            last = Math.Max(last, parsed.Right(child));
        }
        return parsed.SpanOf(first, last).Cover(draft.TriggerSpan);
    }
}
