using Dateline.Entities;
using Dateline.Places;
using Dateline.Statements.Rules;
using Dateline.Stories;
using Dateline.Text;
using Dateline.Time;

namespace Dateline.Statements;

/// <summary>Who said what to whom.</summary>
public sealed class StatementFinder
{
    private readonly ReportingLexicon _lexicon = ReportingLexicon.Default;
    private readonly QuotationFinder _quotationFinder = new();
    private readonly CueFinder _cueFinder;
    private readonly QuotedSpeech _quotedSpeech;
    private readonly HeadlineSpeaker _headlineSpeaker = new();
    private readonly StatementAssembler _assembler;
    private readonly AnonymityPhrases _anonymity = new();

    public StatementFinder()
    {
        _cueFinder = new CueFinder(_lexicon);
        _quotedSpeech = new QuotedSpeech(_cueFinder);
        _assembler = new StatementAssembler(_lexicon);
    }

    /// <summary>The statements of a story, in text order.</summary>
    public IReadOnlyList<Statement> Find(Story story, ParsedText parsed, EntitySet entities, IReadOnlyList<TimeExpression> times, IReadOnlyList<Place> places)
    {
        if (parsed.Tokens.IsEmpty) { return []; }
        StatementContext context = new(story, parsed, _quotationFinder.Find(story), _lexicon, times);
        _quotedSpeech.Apply(context);
        _headlineSpeaker.Apply(context, entities);
        TranscriptTurn.Apply(context, entities);
        for (int token = 0; token < parsed.Tokens.Length; token++)
        {
            (ReportingPhrase? phrase, int last) = _cueFinder.PhraseAt(parsed, token);
            if (phrase is not null && PhraseCue.Apply(context, token, last, phrase)) { continue; }
            if (context.ByCue.ContainsKey(token)) { continue; }
            if (context.Syntax.IsVerb(token) && (BareCue.Apply(context, token, null) || CarriesNoun(context, token))) { continue; }
            if (_cueFinder.VerbAt(parsed, token) is { } verb && !IsPurpose(context, token) && !_anonymity.Explains(parsed.Text, parsed.SentenceOf(token).Span.Start, parsed.Tokens[token].Span.Start)) { ApplyVerb(context, token, verb); }
            if (_cueFinder.LostPredicateAt(parsed, token) is { } lost && ClausalComplement.Apply(context, token, lost)) { continue; }
            if (parsed.Tokens[token].Upos is Upos.NOUN && _lexicon.OwnedPhrase(parsed.Tokens[token].Lemma) is { } owned && PhraseCue.ApplyOwned(context, token, owned)) { continue; }
            if (!context.ByCue.ContainsKey(token) && _cueFinder.NominalAt(parsed, token) is { } nominal && !(parsed.Tokens[token].Upos is Upos.NOUN && CopularNoun.Apply(context, token, nominal))) { NominalCue.Apply(context, token, nominal); }
        }
        new HeadlineVerb(_headlineSpeaker).Apply(context, entities);
        NestedQuotation.Apply(context);
        FreeQuotation.Apply(context);
        return _assembler.Assemble(context, entities, times, places);
    }

    /// <summary>"met to discuss", "a plan to announce": the saying is an aim, nobody has said anything.</summary>
    private static bool IsPurpose(StatementContext context, int verb) =>
        context.Syntax.IsInfinitive(verb) && !context.HasAspect(verb) && (context.Parsed.Is(verb, "advcl") || context.Parsed.Is(verb, "acl")
            || (context.Parsed.Is(verb, "xcomp") && context.Lexicon.PurposeVerbs.Contains(context.Parsed.Tokens[context.Parsed.Tokens[verb].Head].Lemma)));

    /// <summary>"expressed confidence that …": the verb only carries the noun, which is then the cue.</summary>
    private bool CarriesNoun(StatementContext context, int verb)
    {
        ParsedText parsed = context.Parsed;
        if (!context.Syntax.IsVerb(verb) || !_lexicon.LightVerbs.Contains(parsed.Tokens[verb].Lemma)) { return false; }
        int noun = parsed.Child(verb, "obj");
        return noun > verb && _cueFinder.NominalAt(parsed, noun) is { } word && NominalCue.Apply(context, noun, word);
    }

    /// <summary>"pleaded not guilty to theft": the further words of the entry are the content.</summary>
    private static bool OwnWords(StatementContext context, int cue, ReportingWord word)
    {
        if (!word.Takes(Frames.Rest)) { return false; }
        int last = cue + word.Rest.Length;
        Draft draft = context.NewVerbDraft("statements/predicate", cue, word, context.SpeakerOf(cue));
        draft.CueSpan = context.Parsed.SpanOf(context.Syntax.GroupStart(cue), cue);
        int end = Math.Max(last, context.Parsed.Right(last));
        foreach (int child in context.Parsed.Children(last))
        {
            // "… to the charges when she appeared in court"
            if (child > last && context.Parsed.Is(child, "advcl") && context.Syntax.Marker(child) is not "to") { end = Math.Min(end, context.Parsed.Left(child) - 1); }
        }
        context.Content.Add(draft, cue + 1, Math.Max(last, end));
        return draft.Speaker.Found && context.Keep(draft);
    }

    /// <summary>The first rule that finds content wins.</summary>
    private static bool ApplyVerb(StatementContext context, int cue, ReportingWord word) =>
        (context.Syntax.Says(cue - 1, "neither") && BareCue.Apply(context, cue, word))
        || OwnWords(context, cue, word)
        || EmbeddedCue.Apply(context, cue, word)
        || (context.Syntax.IsPassive(cue) && PassiveReport.Apply(context, cue, word))
        || (!context.Syntax.IsPassive(cue) && (ClausalComplement.Apply(context, cue, word) || ObjectComplement.Apply(context, cue, word)))
        || (context.Syntax.IsPassive(cue) && ClausalComplement.Apply(context, cue, word))
        || BareCue.Apply(context, cue, word)
        || Parenthetical.Apply(context, cue, word);
}
