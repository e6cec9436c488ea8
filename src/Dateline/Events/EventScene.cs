using Dateline.Entities;
using Dateline.Places;
using Dateline.Quantities;
using Dateline.Statements;
using Dateline.Stories;
using Dateline.Text;
using Dateline.Time;

namespace Dateline.Events;

/// <summary>All that is known of a story when its events are coded, with look-ups by token.</summary>
internal sealed class EventScene
{
    private const int LeastArms = 2;

    private readonly Dictionary<int, Place> _placeAt = [];
    private readonly LemmaReader _lemmas;
    private readonly PloverLexicon _lexicon;
    private bool? _isWarStory;

    public EventScene(Story story, ParsedText parsed, EntitySet entities, IReadOnlyList<TimeExpression> times,
        IReadOnlyList<Place> places, IReadOnlyList<Quantity> quantities, IReadOnlyList<Statement> statements, PloverLexicon lexicon)
    {
        _lemmas = new LemmaReader(lexicon);
        _lexicon = lexicon;
        Story = story;
        Parsed = parsed;
        Entities = entities;
        Times = times;
        // "fired into the north": a bare point of the compass is no region of that name.
        Places = [.. places.Where(p => p.Name is not ("North" or "South" or "East" or "West"))];
        Quantities = quantities;
        Statements = statements;
        Chains = new ChainFinder(statements);
        foreach (Place place in Places)
        {
            int head = place.Head >= 0 ? place.Head : parsed.HeadOf(place.Span);
            if (head >= 0) { _placeAt.TryAdd(head, place); }
        }
    }

    public Story Story { get; }

    public ParsedText Parsed { get; }

    public EntitySet Entities { get; }

    public IReadOnlyList<TimeExpression> Times { get; }

    public IReadOnlyList<Place> Places { get; }

    public IReadOnlyList<Quantity> Quantities { get; }

    public IReadOnlyList<Statement> Statements { get; }

    /// <summary>True when the story names arms or bombs more than once: its "strikes" are of that kind.</summary>
    public bool IsWarStory => _isWarStory ??= CountArms() >= LeastArms;

    /// <summary>Whose words hold what.</summary>
    public ChainFinder Chains { get; }

    /// <summary>For "I" and "we": the source of the statement that holds the word; else null.</summary>
    public StatementSource? SpeakerAt(int token)
    {
        if (Upos(token) != Text.Upos.PRON || Lemma(token).ToLowerInvariant() is not ("i" or "we" or "us" or "me" or "my" or "our")) { return null; }
        return Chains.Innermost(Parsed.Tokens[token].Span)?.Source;
    }

    /// <summary>"The Taliban say <i>they</i> freed …": a subject pronoun nobody else is meant by, in the words of one who says what was done; else null.</summary>
    private StatementSource? OwnDeed(int token)
    {
        if (Upos(token) != Text.Upos.PRON || !Parsed.Is(token, "nsubj") || Lemma(token).ToLowerInvariant() is not ("they" or "he" or "she" or "it") || Head(token) < 0) { return null; }
        if (Chains.Innermost(Parsed.Tokens[token].Span) is not { Form: StatementForm.Indirect or StatementForm.Headline, Cue.Head: >= 0 and int cue, Source: { } source }) { return null; }
        int above = Head(Head(token));
        // "rejects the suggestion that it sanctioned the firm".
        if (Parsed.Is(Head(token), "acl") && above >= 0 && Parsed.Is(above, "obj") && Parsed.Child(Head(token), "mark") >= 0) { above = Head(above); }
        else if (!Parsed.Is(Head(token), "ccomp")) { return null; }
        return above == cue ? source : null;
    }

    /// <summary>The entity of a token; for "I" and "we" the speaker.</summary>
    public Entity? EntityAt(int token)
    {
        Entity? own = Entities.AtHead(token) ?? Entities.ById(SpeakerAt(token)?.Entity) ?? Entities.ById(OwnDeed(token)?.Entity);
        if (own is null or { Code: not null } || own.Members is not null || own.Type is EntityType.Person) { return own; }
        // A phrase without a code over a name that has one: "the United States and France".
        foreach ((Entity entity, Mention mention) in Entities.In(Parsed.Tokens[token].Span))
        {
            if (mention.Head == token && entity.Code?.Country is not null) { return entity; }
        }
        return own;
    }

    /// <summary>The day after which nothing told can have happened: reference date plus one.</summary>
    public DateOnly? DayAfter => Story.ReferenceDate?.Value.AddDays(1);

    /// <summary>The place whose name is headed by the token.</summary>
    public Place? PlaceAt(int token) => _placeAt.GetValueOrDefault(token);

    /// <summary>Base form of a verb as the lexicon spells it.</summary>
    public string Verb(int token) => _lemmas.Verb(this, token);

    /// <summary>Base form of a noun as the lexicon spells it, in lower case.</summary>
    public string Noun(int token) => _lemmas.Noun(this, token);

    public string Lemma(int token) => Parsed.Tokens[token].Lemma;

    /// <summary>Universal part of speech; where the two tags of a word disagree on noun or verb, the finer one ("clashes" NNS) decides.</summary>
    public Upos Upos(int token) => (Parsed.Tokens[token].Upos, Parsed.Tokens[token].Xpos) switch
    {
        (Text.Upos.VERB or Text.Upos.NUM or Text.Upos.ADJ, "NN" or "NNS") => Text.Upos.NOUN,
        (Text.Upos.NOUN, "VBD" or "VBZ" or "VBP") => Text.Upos.VERB,
        // "it will boycott the vote" tagged as a noun.
        (Text.Upos.NOUN, "NN") when Parsed.Child(token, "aux") is >= 0 and int aux && Parsed.Tokens[aux].Xpos == "MD" => Text.Upos.VERB,
        (Upos upos, _) => upos,
    };

    public string Xpos(int token) => Parsed.Tokens[token].Xpos;

    public int Head(int token) => Parsed.Tokens[token].Head;

    /// <summary>True when the word, in lower case, is the given one.</summary>
    public bool IsForm(int token, string form) => Parsed.Form(token).Equals(form, StringComparison.OrdinalIgnoreCase);

    /// <summary>The preposition that heads the phrase of a noun: "in", "against"; with its fixed second word ("because of"), only the first.</summary>
    public string? CaseOf(int token)
    {
        int mark = Parsed.Child(token, "case");
        return mark < 0 ? null : Parsed.Form(mark).ToString().ToLowerInvariant();
    }

    /// <summary>The role of the block that holds the token.</summary>
    public BlockRole RoleOf(int token)
    {
        int block = Parsed.SentenceOf(token).Block;
        return block >= 0 && block < Story.Blocks.Count ? Story.Blocks[block].Role : BlockRole.Paragraph;
    }

    private int CountArms()
    {
        int arms = 0;
        for (int i = 0; i < Parsed.Tokens.Length && arms < LeastArms; i++)
        {
            if (Upos(i) is Text.Upos.NOUN or Text.Upos.PROPN && _lexicon.IsA(Noun(i), "WEAPONS")) { arms++; }
        }
        return arms;
    }
}
