using System.Collections.Frozen;
using Dateline.Knowledge;
using Dateline.Text;

namespace Dateline.Entities;

/// <summary>Finds the phrases headed by role nouns that are nobody's title, apposition or predicate.</summary>
internal sealed class NominalFinder(StoryWords words, PhraseReader phrases, NameWords kinds)
{
    // "the Syrians", "two Americans": a people is its own role noun.
    private static readonly RoleNoun Nationals = new() { Noun = "national", Kind = RoleKind.Person, Class = "civilian", Covers = ["civilian"], Sector = "CVL" };
    // "the indictment claims", "according to a statement": what speaks without being anybody.
    private static readonly RoleNoun Sayings = new() { Noun = "document", Kind = RoleKind.Thing, Class = "document", Covers = [] };
    private static readonly RoleNoun Believers = new() { Noun = "believer", Kind = RoleKind.Person, Class = "civilian", Covers = ["civilian"] };

    private static readonly Lazy<FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>>> Indefinites = new(() =>
        TsvTable.Embedded("en/indefinite-determiners.tsv").Rows.Select(r => r[0]).ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>());

    private readonly ParsedText _parsed = words.Parsed;
    private readonly Clauses _clauses = new(words.Parsed);

    /// <summary>The nominals of a story, in text order.</summary>
    /// <param name="taken">Tokens that already stand for an entity: titles, apposed nouns.</param>
    public List<Nominal> Find(IReadOnlySet<int> taken)
    {
        List<Nominal> found = [];
        for (int i = 0; i < _parsed.Tokens.Length; i++)
        {
            if (_parsed.Tokens[i].Upos is not (Upos.NOUN or Upos.PROPN or Upos.ADJ) || taken.Contains(i) || phrases.NameAt(i) is not null) { continue; }
            if (_parsed.Tokens[i].Upos == Upos.ADJ && !HeadsPhrase(i)) { continue; }
            if (kinds[i] == NameWord.Demonym)
            {
                if (IsPeople(i)) { found.Add(Read(i, i, CountryTable.Default.ByDemonym(_parsed.Form(i)) is not null ? Nationals : phrases.RoleAt(i, out _) ?? Believers)); }
                continue;
            }
            if (!IsModifier(i) && _parsed.Tokens[i].Upos == Upos.NOUN && phrases.RoleAt(i, out _) is null && (_clauses.Speaks(i) >= 0 || _clauses.Accords(i))) { found.Add(Read(i, i, Sayings)); }
            if (IsModifier(i) || phrases.RoleAt(i, out int first) is not { } role || _parsed.Child(i, "cop") >= 0 || IsPredicate(i)) { continue; }
            found.Add(Read(i, first, role));
        }
        return found;
    }

    // "the Syrian opposition" tagged as an adjective still heads a phrase where it is a clause's argument.
    private bool HeadsPhrase(int token) => _parsed.Is(token, "nsubj") || _parsed.Is(token, "obj");

    // "as president": what somebody is, not somebody.
    private bool IsPredicate(int token) => _parsed.Child(token, "case") is int preposition and >= 0 && _parsed.Form(preposition) is "as" or "As" && _parsed.Tokens[token].Xpos is "NN" or "NNP";

    private bool IsPeople(int token)
    {
        if (IsModifier(token) || _parsed.Is(token, "amod") || _parsed.Child(token, "cop") >= 0 || _parsed.Is(token, "obl:npmod")) { return false; }
        return _parsed.Tokens[token].Xpos is "NNS" or "NNPS" || _parsed.Child(token, "det") >= 0 || _parsed.Child(token, "nummod") >= 0;
    }

    private bool IsModifier(int token)
    {
        string relation = _parsed.Tokens[token].Deprel;
        if (relation is "compound" or "flat" or "amod") { return _parsed.Tokens[token].Head > token; }
        return relation is "fixed" or "goeswith" or "discourse" or "reparandum" or "compound:prt";
    }

    private Nominal Read(int head, int nounFirst, RoleNoun role)
    {
        int left = phrases.Left(head), core = left;
        Definiteness definiteness = Definiteness.Bare;
        int owner = _parsed.Child(head, "nmod:poss");
        if (owner >= 0 && owner < head) { definiteness = Definiteness.Definite; core = Math.Min(_parsed.Right(owner) + 1, head); }
        else if (_parsed.Child(head, "det") is int article and >= 0 && article < head)
        {
            definiteness = Indefinites.Value.Contains(_parsed.Form(article))
                ? Definiteness.Indefinite : Definiteness.Definite;
            core = article + 1;
        }
        bool plural = _parsed.Tokens[head].Xpos is "NNS" or "NNPS" || role.Kind == RoleKind.People || (kinds[head] == NameWord.Demonym && _parsed.Tokens[head].Upos == Upos.ADJ);
        return new Nominal
        {
            First = left,
            Core = Math.Min(core, head),
            Head = head,
            Role = role,
            Noun = nounFirst < head ? string.Concat(words.Phrase(nounFirst, head - 1), " ", _parsed.Tokens[head].Lemma).ToLowerInvariant() : _parsed.Tokens[head].Lemma.ToLowerInvariant(),
            Plural = plural,
            Definiteness = definiteness,
            Affiliation = kinds[head] == NameWord.Demonym ? phrases.OfPeople(head).Or(phrases.Affiliation(head)) : phrases.At(head).Or(phrases.Affiliation(head)),
            Whose = role is { Sector: "GOV" or "LEG" } && IsPast(left, head) ? "ELI" : role is { Kind: RoleKind.Person, Sector: "GOV" or "CVL" or "MIL" or "SPY" or null } ? phrases.ModifierSector(head, nounFirst) : null,
            Both = IsBoth(head),
            Part = PartOf(head),
            Headline = words.Case(_parsed.SentenceIndex(head)) != SentenceCase.Normal,
        };
    }

    // "a former minister": of the elites, no government's.
    private bool IsPast(int first, int head)
    {
        for (int i = first; i < head; i++)
        {
            if (PastWords.Default.Contains(_parsed.Form(i))) { return true; }
        }
        return false;
    }

    // "both sides", "the two countries": the pair named before.
    private bool IsBoth(int head)
    {
        foreach (int child in _parsed.Children(head))
        {
            if (child > head) { break; }
            if (_parsed.Form(child) is "both" or "Both") { return true; }
            if (_parsed.Form(child) is "two" or "Two" && _parsed.Child(head, "det") is int article and >= 0 && _parsed.Form(article) is "the" or "The" or "these" or "These") { return true; }
        }
        return false;
    }

    // "some of her followers": the quantity heads the phrase.
    private int PartOf(int head)
    {
        int part = _parsed.Is(head, "nmod") ? _parsed.Tokens[head].Head : -1;
        bool quantity = part >= 0 && part < head && _parsed.Tokens[part].Upos is Upos.PRON or Upos.DET or Upos.NUM or Upos.ADJ && _parsed.Child(head, "case") is int of and >= 0 && _parsed.Form(of) is "of";
        return quantity ? part : -1;
    }
}
