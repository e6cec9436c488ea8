using Dateline.Knowledge;
using Dateline.Stories;
using Dateline.Text;

namespace Dateline.Entities;

/// <summary>Names, their types, aliases, role nominals and pronouns.</summary>
public sealed class EntityRecognizer
{
    private readonly NameLexicon _lexicon = NameLexicon.Default;
    private readonly AntecedentWeights _weights;
    private readonly Action<int, IReadOnlyList<AntecedentCandidate>>? _seen;

    private readonly OfficeHolderTable _offices;

    /// <summary>With the weights and the office holders that ship.</summary>
    public EntityRecognizer() : this(null) { }

    /// <summary>With other office holders; null for those that ship.</summary>
    public EntityRecognizer(OfficeHolderTable? offices) : this(AntecedentWeights.Default, null, offices) { }

    /// <summary>With other weights, and somebody who is told each he or she with its candidates: the training.</summary>
    internal EntityRecognizer(AntecedentWeights weights, Action<int, IReadOnlyList<AntecedentCandidate>>? seen, OfficeHolderTable? offices = null) =>
        (_weights, _seen, _offices) = (weights, seen, offices ?? OfficeHolderTable.Default);

    /// <summary>The entities of a story.</summary>
    public EntitySet Recognize(Story story, ParsedText parsed)
    {
        if (parsed.Tokens.Length == 0) { return new EntitySet([]); }
        StoryWords words = new(story, parsed);
        NameWords kinds = new(words, _lexicon);
        List<NamePiece> pieces = Pieces(words, kinds);
        NameEvidence evidence = new(words, _lexicon);
        FormEvidence form = new(words, _lexicon, story.ReferenceDate?.Value, _offices);
        List<NameGroup> groups = new NameTyper(form, evidence).Type(pieces);
        List<EntityDraft> drafts = new NameLinker(words, _lexicon, evidence).Link(groups);
        new AliasLinker(words).Link(pieces, drafts);
        PhraseReader phrases = new(words, pieces);
        new BodyCoder(words, phrases, _lexicon).Code(pieces);
        new RoleHarvester(words, phrases, evidence).Harvest(pieces);
        StoryHome home = new(words, pieces);
        new OfficeCoder(parsed, form, home, _offices, story.ReferenceDate?.Value).Code(pieces);
        HashSet<int> taken = [.. drafts.SelectMany(d => d.Mentions).SelectMany(m => m.OtherHeads ?? [])];
        List<Nominal> nominals = new NominalFinder(words, phrases, kinds).Find(taken);
        new NominalResolver(words, drafts).Resolve(nominals);
        new CompoundFinder(parsed).Find(drafts);
        new BothResolver(parsed, drafts).Resolve(nominals);
        new PronounResolver(words, drafts, _weights, _seen).Resolve();
        HomeCoder.Code(home, drafts);
        return EntityAssembler.Assemble(drafts);
    }

    private List<NamePiece> Pieces(StoryWords words, NameWords kinds)
    {
        List<(int First, int Last)> runs = new NameRunFinder(words, kinds, _lexicon).Find();
        NameSegmenter segmenter = new(words, kinds, _lexicon, Surnames(words.Parsed, runs));
        List<NamePiece> pieces = [];
        foreach ((int first, int last) in runs) { segmenter.Segment(first, last, pieces); }
        pieces.Sort((a, b) => a.First.CompareTo(b.First));
        return pieces;
    }

    // Last words of runs that a given name stands in: "King" after "Kevin King" is no monarch.
    private HashSet<string> Surnames(ParsedText parsed, List<(int First, int Last)> runs)
    {
        HashSet<string> surnames = new(StringComparer.Ordinal);
        foreach ((int first, int last) in runs)
        {
            for (int i = first; i < last; i++)
            {
                if (_lexicon.IsGivenName(parsed.Form(i), out _)) { surnames.Add(parsed.Form(last).ToString()); break; }
            }
        }
        return surnames;
    }
}
