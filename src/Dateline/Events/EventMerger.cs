using Dateline.Stories;
using Dateline.Text;

namespace Dateline.Events;

/// <summary>One event per happening: joins the tellings of a sentence, then those of the story.</summary>
internal sealed class EventMerger
{
    private const int MostCompared = 200;

    /// <summary>Drafts joined; each keeps its other tellings in <see cref="EventDraft.Others"/>. Bare mentions that join nothing are dropped.</summary>
    public List<EventDraft> Merge(EventScene scene, List<EventDraft> drafts)
    {
        List<EventDraft> kept = [];
        MarkAnaphoric(scene, drafts);
        // The fuller telling first, so that "the attack" joins it wherever it stands.
        foreach (EventDraft draft in drafts.OrderBy(d => d.Bare).ThenBy(d => IsTop(scene, d)).ThenBy(d => d.Head))
        {
            EventDraft? home = null;
            // "the attack" is the one told last before it.
            // A headline tells what the lead tells, not what comes last.
            IEnumerable<EventDraft> order = IsTop(scene, draft) ? kept.OrderBy(k => k.Head) : draft.Bare ? kept.OrderBy(k => k.Head < draft.Head ? draft.Head - k.Head : scene.Parsed.Tokens.Length + k.Head) : kept.AsEnumerable().Reverse();
            home = order.Take(MostCompared).FirstOrDefault(k => SameHappening(scene, k, draft));
            if (home is not null) { Join(scene, home, draft); }
            else if (!draft.Bare) { kept.Add(draft); }
        }
        return [.. kept.OrderBy(d => d.Head).ThenBy(d => d.When?.Start)];
    }

    /// <summary>A telling with "the attack" under it, or under a verb of blame or praise, speaks of a happening already told.</summary>
    private static void MarkAnaphoric(EventScene scene, List<EventDraft> drafts)
    {
        foreach (EventDraft draft in drafts)
        {
            if (ActReader.IsVerbal(draft.Root)) { continue; }
            int head = scene.Head(draft.Head);
            if (draft.IsNoun && head >= 0 && scene.Parsed.Is(draft.Head, "obj") && drafts.Exists(d => d.Head == head && d.Root is "ACCUSE" or "SUPPORT")) { draft.Anaphoric = true; }
            foreach (EventDraft other in drafts)
            {
                if (other != draft && other.Bare && other.Root == draft.Root && Near(scene, draft, other) && scene.Parsed.Child(other.Head, "det") is >= 0 and int det && scene.IsForm(det, "the")) { draft.Anaphoric = true; }
            }
        }
    }

    private static bool IsTop(EventScene scene, EventDraft draft) => scene.RoleOf(draft.Head) is BlockRole.Headline or BlockRole.Deck;

    private static bool IsLead(EventScene scene, EventDraft draft)
    {
        int block = scene.Parsed.SentenceOf(draft.Head).Block;
        return IsTop(scene, draft) || (block < scene.Story.Blocks.Count && !scene.Story.Blocks.Take(block).Any(b => b.Role == BlockRole.Paragraph));
    }

    private static bool SameHappening(EventScene scene, EventDraft a, EventDraft b)
    {
        if (a.Root != b.Root) { return false; }
        // What is planned or feared never joins what is told as done; an aim may ("telephoned him to discuss").
        if (a.Modality != b.Modality && !(b.Bare || ((a.Purpose || b.Purpose) && Near(scene, a, b)))) { return false; }
        bool death = IsDeath(scene, a, b);
        if (a.Background != b.Background && !b.Bare && !death) { return false; }
        if (Conflict(a, b)) { return false; }
        if (death) { return true; }
        bool sameSentence = scene.Parsed.SentenceIndex(a.Head) == scene.Parsed.SentenceIndex(b.Head);
        int actors = Overlap(scene, a.Actors, b.Actors), recipients = Overlap(scene, a.Recipients, b.Recipients);
        if (actors < 0) { return false; }
        // "killed two and wounded six": one deed with two kinds of victims.
        if (recipients < 0 && !(sameSentence && a.Root == "ASSAULT" && Near(scene, a, b))) { return false; }
        if (sameSentence && Near(scene, a, b) && (!ActReader.IsVerbal(a.Root) || b.Bare || (SameLemma(a, b) && recipients > 0))) { return true; }
        if (b.Anaphoric && a.Head < b.Head && !a.Background && recipients >= 0 && !ActReader.IsVerbal(a.Root)) { return true; }
        bool shared = actors > 0 || recipients > 0 || (a.Place is not null && a.Place.Name == b.Place?.Name) || (a.Time is not null && a.Time.Value == b.Time?.Value);
        if (b.Bare) { return ActReader.IsVerbal(b.Root) ? actors > 0 : Kind(a) == Kind(b) || Kind(b).Length == 0 || (Kind(a).Length == 0 && a.Head < b.Head); }
        // "backing the attack in Pahalgam": the attack told before, by the same noun.
        if (b.IsNoun && a.Head < b.Head && b.Actors.Count == 0 && b.Recipients.Count == 0 && !ActReader.IsVerbal(a.Root) && IsDefinite(scene, b.Head) && (SameLemma(a, b) || a.Others.Exists(o => SameLemma(o, b)))) { return true; }
        if (ActReader.IsVerbal(a.Root))
        {
            // A second act of words is a second act unless headline or lead tells the same one.
            if (a.Root == "THREATEN" && actors > 0 && recipients > 0) { return true; }
            if (recipients > 0 && (IsTop(scene, a) || IsTop(scene, b))) { return true; }
            return actors > 0 && (recipients > 0 || IsTop(scene, a) || IsTop(scene, b)) && (IsTop(scene, a) || IsTop(scene, b) || SameLemma(a, b));
        }
        if (a.Root == "PROTEST" && a.Background == b.Background) { return true; }
        if (a.Root == "ASSAULT" && actors > 0 && recipients > 0 && a.Background == b.Background) { return true; }
        if (Kind(a) != Kind(b) && Kind(a).Length > 0 && Kind(b).Length > 0 && !(IsTop(scene, a) || IsTop(scene, b))) { return false; }
        if (IsLead(scene, a) && IsLead(scene, b) && Kind(a) == Kind(b) && a.Place?.Name == b.Place?.Name) { return true; }
        return shared && (IsTop(scene, a) || IsTop(scene, b) || SameLemma(a, b) || Kind(a) == Kind(b) || (actors > 0 && recipients > 0));
    }

    /// <summary>Nobody is killed twice: the same person as victim is the same deed.</summary>
    private static bool IsDeath(EventScene scene, EventDraft a, EventDraft b) =>
        PloverLexicon.Default.IsA(a.Lemma, "DEADLY") && PloverLexicon.Default.IsA(b.Lemma, "DEADLY")
        && a.Recipients.Exists(x => x.Entity is not null && scene.Entities.ById(x.Entity)?.Type == Entities.EntityType.Person && b.Recipients.Exists(y => y.Entity == x.Entity));

    private static bool IsDefinite(EventScene scene, int noun) => scene.Parsed.Child(noun, "det") is >= 0 and int det && scene.IsForm(det, "the");

    private static string Kind(EventDraft draft) => draft.Mode ?? "";

    private static bool SameLemma(EventDraft a, EventDraft b) => string.Equals(a.Lemma, b.Lemma, StringComparison.OrdinalIgnoreCase);

    /// <summary>One stands under the other, or they are conjuncts of one subject.</summary>
    private static bool Near(EventScene scene, EventDraft a, EventDraft b) =>
        scene.Parsed.SentenceIndex(a.Head) == scene.Parsed.SentenceIndex(b.Head) && (scene.Parsed.IsUnder(a.Head, b.Head) || scene.Parsed.IsUnder(b.Head, a.Head) || scene.Parsed.IsUnder(b.Predicate, a.Head) || SharesSubject(scene, a, b));

    /// <summary>"strikes killed 17 and wounded dozens": the second verb has no subject of its own.</summary>
    private static bool SharesSubject(EventScene scene, EventDraft a, EventDraft b) =>
        !b.IsNoun && scene.Parsed.Is(b.Head, "conj") && scene.Head(b.Head) is var above && (above == a.Predicate || (scene.Upos(above) == Upos.NOUN && scene.Head(above) == a.Predicate)) && scene.Parsed.Child(b.Head, "nsubj") < 0 && scene.Parsed.Child(b.Head, "aux") < 0;

    private static bool Conflict(EventDraft a, EventDraft b)
    {
        if (a.When is { Basis: WhenBasis.Stated } x && b.When is { Basis: WhenBasis.Stated } y)
        {
            if (x.Start >= y.End || y.Start >= x.End) { return true; }
        }
        if (a.Place?.Country is { } p && b.Place?.Country is { } q && p != q) { return true; }
        if (a.Place is { Precision: Places.PlacePrecision.City } c && b.Place is { Precision: Places.PlacePrecision.City } d && c.Name != d.Name) { return true; }
        return a.Polarity != b.Polarity;
    }

    /// <summary>1 when the parties share an entity or country, -1 when both are named and share none, 0 when one is empty.</summary>
    private static int Overlap(EventScene scene, List<EventActor> a, List<EventActor> b)
    {
        if (a.Count == 0 || b.Count == 0) { return 0; }
        bool unknown = false;
        // What two states did together is not what one of them did.
        if (a.Count == 1 != (b.Count == 1) && (IsPair(a) || IsPair(b))) { return -1; }
        foreach (EventActor x in a)
        {
            foreach (EventActor y in b)
            {
                if (x.Entity is not null && x.Entity == y.Entity) { return 1; }
                if (x.Code?.Country is { } c && c == y.Code?.Country) { return 1; }
                if (x.Code?.Country is null && y.Code?.Country is null && x.Code?.Sector is { } s && s == y.Code?.Sector) { return 1; }
                bool persons = scene.Entities.ById(x.Entity)?.Type == Entities.EntityType.Person && scene.Entities.ById(y.Entity)?.Type == Entities.EntityType.Person;
                unknown |= !persons && (x.Code?.Country is null || y.Code?.Country is null);
            }
        }
        return unknown ? 0 : -1;
    }

    private static bool IsPair(List<EventActor> parties) => parties.Count == 2 && parties[0].Code is { Country: { } one, Sector: "GOV" } && parties[1].Code is { Country: { } two, Sector: "GOV" } && one != two;

    /// <summary>The town before the country.</summary>
    private static Places.Place? Finer(Places.Place? own, Places.Place? other) =>
        own is null || (own.Precision is Places.PlacePrecision.Country && other is { Precision: not Places.PlacePrecision.Country }) ? other ?? own : own;

    /// <summary>One telling names a person or a body where this one only describes: "a woman" and "Ana Prelec".</summary>
    private static bool IsFuller(EventScene scene, List<EventActor> own, List<EventActor> other)
    {
        if (own.Count != 1 || other.Count != 1 || scene.Entities.ById(other[0].Entity) is not { Type: Entities.EntityType.Person or Entities.EntityType.Organization } named) { return false; }
        if (scene.Entities.ById(own[0].Entity) is { } known && known.Mentions.Any(m => m.Form is Entities.MentionForm.Name)) { return false; }
        return named.Mentions.Any(m => m.Form is Entities.MentionForm.Name) && (own[0].Code?.Country is null || own[0].Code?.Country == other[0].Code?.Country);
    }

    /// <summary>"on October 13" within "in October".</summary>
    private static bool IsWithin(EventWhen inner, EventWhen outer) =>
        inner.Start is { } start && inner.End is { } end && outer.Start is { } first && outer.End is { } last && start >= first && end <= last && end.DayNumber - start.DayNumber < last.DayNumber - first.DayNumber;

    private static void Join(EventScene scene, EventDraft home, EventDraft other)
    {
        home.Others.Add(other);
        // "the war" that joins another telling adds its words and nothing else.
        if (other.Bare && other.Recipients.Count > 0 && home.Recipients.Count > 0) { return; }
        if (home.Actors.Count == 0 || IsFuller(scene, home.Actors, other.Actors))
        {
            home.Actors.Clear();
            home.Actors.AddRange(other.Actors);
            home.ActorStrength = other.ActorStrength;
        }
        if (home.Recipients.Count == 0 || IsFuller(scene, home.Recipients, other.Recipients))
        {
            home.Recipients.Clear();
            home.Recipients.AddRange(other.Recipients.Where(r => !home.Actors.Exists(a => a.Span == r.Span || (a.Entity is not null && a.Entity == r.Entity))));
            home.RecipientStrength = other.RecipientStrength;
        }
        home.Place = Finer(home.Place, other.Place);
        home.Origin = Finer(home.Origin, other.Origin);
        home.Via ??= other.Via;
        // "sanctioned companies for financing the war last month": the month is not the war's.
        bool borrowed = other.Bare && other.Time is { } lent && scene.Parsed.HeadOf(lent.Span) is var dated && (dated < 0 || !scene.Parsed.IsUnder(dated, other.Head));
        if (!borrowed && other.When is { Basis: WhenBasis.Stated } told && (home.When is not { Basis: WhenBasis.Stated } own || IsWithin(told, own))) { (home.When, home.Time) = (other.When, other.Time); }
        home.Mode ??= other.Mode;
        home.Act ??= other.Act;
        if (home.Cameo is { Length: 2 } && other.Cameo is { Length: > 2 }) { home.Cameo = other.Cameo; }
        foreach (Magnitude magnitude in other.Magnitudes)
        {
            if (!home.Magnitudes.Exists(m => m.Quantity == magnitude.Quantity || m.Measure == magnitude.Measure)) { home.Magnitudes.Add(magnitude); }
        }
        home.Confidence = Math.Max(home.Confidence, other.Confidence);
    }
}
