using Dateline.Entities;
using Dateline.Events.UserVerbs;
using Dateline.Places;
using Dateline.Quantities;
using Dateline.Statements;
using Dateline.Stories;
using Dateline.Text;
using Dateline.Time;

namespace Dateline.Events;

/// <summary>What is reported to have happened.</summary>
public sealed class EventCoder
{
    private const int AnonymityReach = 4;

    private readonly UserVerbCoder? _userVerbs;
    private readonly VerbCoder _verbs;
    private readonly NounCoder _nouns;
    private readonly ModalityReader _modality;
    private readonly ActReader _acts;
    private readonly JudgementCoder _judgements;
    private readonly DemandCoder _demands;
    private readonly DenialReader _denials;
    private readonly DomainGuard _guard;
    private readonly WhenFinder _when = new();
    private readonly WhereFinder _where;
    private readonly MagnitudeFinder _magnitudes;
    private readonly LocalFinder _locals;
    private readonly EventMerger _merger = new();
    private readonly AnonymityPhrases _anonymity = new();

    /// <summary>A coder over the words of <c>knowledge/plover</c>.</summary>
    /// <param name="verbs">A user's verbs, which go before ours.</param>
    public EventCoder(PetrarchVerbDictionary? verbs = null)
    {
        PloverLexicon lexicon = PloverLexicon.Default;
        WordClasses classes = new(lexicon);
        FrameReader frames = new(lexicon);
        PartyReader parties = new(lexicon, classes, new ActorFinder(classes, new HomeFinder(lexicon)));
        _verbs = new VerbCoder(lexicon, new VerbFitter(classes), frames, parties);
        _userVerbs = verbs is null ? null : new UserVerbCoder(verbs, frames, parties);
        _nouns = new NounCoder(lexicon, new NounFitter(lexicon, classes), frames, new LightVerbFinder(lexicon), new NounPartyReader(lexicon, classes, parties), parties);
        _modality = new ModalityReader(lexicon);
        _acts = new ActReader(lexicon, parties);
        _judgements = new JudgementCoder(lexicon, parties);
        _denials = new DenialReader(lexicon);
        _demands = new DemandCoder(lexicon, parties);
        _guard = new DomainGuard(lexicon, classes);
        _where = new WhereFinder(lexicon);
        _locals = new LocalFinder(lexicon);
        _magnitudes = new MagnitudeFinder(lexicon, classes);
    }

    /// <summary>The events of a story, in text order.</summary>
    public IReadOnlyList<Event> Code(Story story, ParsedText parsed, EntitySet entities, IReadOnlyList<TimeExpression> times,
        IReadOnlyList<Place> places, IReadOnlyList<Quantity> quantities, IReadOnlyList<Statement> statements)
    {
        EventScene scene = new(story, parsed, entities, times, places, quantities, statements, PloverLexicon.Default);
        List<EventDraft> drafts = Triggers(scene);
        _acts.Link(scene, drafts);
        drafts.AddRange(_judgements.Find(scene, drafts));
        foreach (EventDraft demand in _demands.Find(scene, drafts))
        {
            drafts.RemoveAll(d => d.Head == demand.Head);
            drafts.Add(demand);
        }
        drafts.AddRange(_acts.FromStatements(scene, drafts).ToList());
        drafts.RemoveAll(d => InDisclaimer(scene, d) || OnAnonymity(parsed, d.Head) || ActReader.IsSilence(scene, d));
        drafts.RemoveAll(d => !_guard.Admits(scene, d));
        List<EventDraft> told = [];
        bool[] protests = new bool[parsed.Sentences.Length];
        foreach (EventDraft draft in drafts) { protests[parsed.SentenceIndex(draft.Head)] |= draft.Root == "PROTEST"; }
        foreach (EventDraft draft in drafts)
        {
            _modality.Read(scene, draft);
            ActReader.OwnThreat(scene, draft);
            ActReader.Refusal(draft);
            // What a demand asks for is told by the demand.
            if (draft.Modality == Modality.Demanded && scene.Chains.Innermost(parsed.Tokens[draft.Head].Span) is { } demand && drafts.Exists(d => d.Act == demand && d.Root == "REQUEST")) { continue; }
            _magnitudes.Find(scene, draft, draft.Frame);
            Attribute(scene, draft);
            // What a protest calls for is its topic; what nobody known did not do is no news.
            if (draft.Purpose && ActReader.IsVerbal(draft.Root))
            {
                if (protests[parsed.SentenceIndex(draft.Head)]) { continue; }
                draft.Modality = Modality.Actual;
            }
            if ((draft.Purpose || draft.Polarity == EventPolarity.Negated || draft.Modality is Modality.Hypothetical or Modality.Demanded) && draft.ActorStrength < 2 && draft.RecipientStrength < 2 && draft.Chain.Count == 0 && !draft.Bare
                && scene.Places.Count == 0) { continue; }
            told.AddRange(Placed(scene, draft));
        }
        // What a court orders and has done is one deed, no demand besides.
        told.RemoveAll(d => d.Root == "REQUEST" && d.Act is { } order && told.Exists(o => o != d && o.Act == order && o.Root is "COERCE" or "SANCTION"));
        foreach (EventDraft draft in told)
        {
            Background.Judge(scene, draft);
            draft.Confidence = ConfidenceJudge.Of(scene, draft);
        }
        foreach (EventDraft draft in told) { DoerFinder.Fill(scene, draft); }
        List<EventDraft> merged = _merger.Merge(scene, told);
        SceneReader.Fill(scene, merged);
        _denials.Link(scene, merged);
        BlameReader.Link(scene, merged);
        List<Event> events = [];
        foreach (EventDraft draft in merged) { events.Add(EventBuilder.Build(scene, draft, $"v{events.Count + 1}")); }
        return events;
    }

    private List<EventDraft> Triggers(EventScene scene)
    {
        bool[] consumed = new bool[scene.Parsed.Tokens.Length];
        List<EventDraft> drafts = [];
        for (int token = 0; token < consumed.Length; token++)
        {
            EventDraft? draft = _userVerbs is not null && _userVerbs.TryCode(scene, token, out EventDraft? own) ? own : _verbs.Code(scene, token, consumed);
            if (draft is not null) { drafts.Add(draft); }
        }
        for (int token = 0; token < consumed.Length; token++)
        {
            if (!consumed[token] && !drafts.Exists(d => d.Head == token) && _nouns.Code(scene, token) is { } draft) { drafts.Add(draft); }
        }
        drafts.Sort((a, b) => a.Head.CompareTo(b.Head));
        return drafts;
    }

    /// <summary>"because they were not authorised to speak": the terms of speaking, nothing refused.</summary>
    private bool OnAnonymity(ParsedText parsed, int head)
    {
        int first = Math.Max(parsed.SentenceOf(head).First, head - AnonymityReach);
        for (int i = head; i >= first; i--) { if (_anonymity.BeginsAt(parsed.Text, parsed.Tokens[i].Span.Start)) { return true; } }
        return false;
    }

    /// <summary>"[outlawed in Russia]": the editor's remark inside somebody's words.</summary>
    private static bool InDisclaimer(EventScene scene, EventDraft draft)
    {
        TextSpan span = scene.Parsed.Tokens[draft.Head].Span;
        foreach (Statement statement in scene.Statements)
        {
            foreach (Insertion insertion in statement.Content.Insertions ?? [])
            {
                if (insertion.Kind is InsertionKind.Disclaimer or InsertionKind.Addition && insertion.Span.Contains(span)) { return true; }
            }
        }
        return false;
    }

    private static void Attribute(EventScene scene, EventDraft draft)
    {
        if (draft.Act is { } act)
        {
            draft.Chain = scene.Chains.Up(scene.Chains.ById(act.Parent));
            return;
        }
        Statement? holder = scene.Chains.Innermost(scene.Parsed.Tokens[draft.Head].Span);
        // "the jailing, as ordered by the court": the order is the deed's, no word about it.
        if (holder is not null && DoerFinder.Ordered(scene, draft, holder))
        {
            draft.Act = holder;
            draft.Chain = scene.Chains.Up(scene.Chains.ById(holder.Parent));
            return;
        }
        // "We condemn the coup, the minister said": the words themselves are the act, and the outlet tells it.
        if (holder is not null && ActReader.IsOwnWord(scene, draft, holder))
        {
            draft.Act = holder;
            draft.Chain = scene.Chains.Up(scene.Chains.ById(holder.Parent));
            return;
        }
        draft.Chain = scene.Chains.Up(holder);
        if (holder is { Polarity: Polarity.Denied, Act: Act.Deny })
        {
            draft.Denied = true;
            draft.Polarity = EventPolarity.Negated;
        }
    }

    /// <summary>Sets time and place; a list of dates or places is one happening each.</summary>
    private IEnumerable<EventDraft> Placed(EventScene scene, EventDraft draft)
    {
        List<TimeExpression> times = _when.Find(scene, draft);
        List<Place> more = _where.Find(scene, draft);
        // An act of words is dated by the day of its saying.
        if (times.Count == 0 && draft.Act?.Time is { } said && scene.Times.FirstOrDefault(t => t.Id == said) is { Start: not null } day) { times.Add(day); }
        // A bare noun that is new ("large-scale military action") and has a date or a place of its own stands alone.
        if (draft.Bare && (times.Count > 0 || draft.Place is not null) && scene.Parsed.Child(draft.Head, "det") < 0 && scene.Parsed.Child(draft.Head, "amod") >= 0) { draft.Bare = false; }
        _locals.Fill(scene, draft);
        AbroadFinder.Fill(draft);
        if (times.Count > 1 && !WhenFinder.AreListed(scene, times)) { times = [times.Find(t => t.Type == TimeType.Date) ?? times[0]]; }
        if (times.Count > 0) { (draft.Time, draft.When) = (times[0], _when.Days(scene, times[0])); }
        else { draft.When = WhenFinder.Unknown(scene); }
        yield return draft;
        bool past = draft.Modality == Modality.Actual;
        for (int i = 1; past && i < times.Count && more.Count == 0; i++)
        {
            if (times[i].Start >= times[i - 1].End || times[i].End <= times[i - 1].Start) { yield return DraftCopier.With(draft, times[i], _when.Days(scene, times[i]), draft.Place); }
        }
        foreach (Place place in more) { yield return DraftCopier.With(draft, draft.Time, draft.When, place); }
    }
}
