using System.Globalization;
using Dateline.Entities;
using Dateline.Places;
using Dateline.Stories;
using Dateline.Text;
using Dateline.Time;

namespace Dateline.Statements;

/// <summary>Turns drafts into records: order, parents, sources, acts, insertions, time and place of saying.</summary>
internal sealed class StatementAssembler(ReportingLexicon lexicon)
{
    private readonly SourceResolver _sources = new(lexicon);
    private readonly InsertionFinder _insertionFinder = new();
    private readonly RepeatFinder _repeatFinder = new();

    public IReadOnlyList<Statement> Assemble(StatementContext context, EntitySet entities, IReadOnlyList<TimeExpression> times, IReadOnlyList<Place> places)
    {
        ContentClipper.Clip(context);
        List<Draft> drafts = DraftFilter.Filter(context);
        List<StatementSource?> sources = [.. drafts.Select(d => _sources.Resolve(context, entities, d))];
        if (DraftFilter.RemoveOwnViews(drafts, sources, ParentFinder.Find(drafts), context)) { sources = [.. drafts.Select(d => _sources.Resolve(context, entities, d))]; }
        int[] parents = ParentFinder.Find(drafts);
        ContinuingSpeaker.Apply(context, entities, drafts, sources, parents);
        List<IReadOnlyList<TextSpan>> verbatim = [.. drafts.Select(d => Verbatim(context, d))];
        for (int i = 0; i < drafts.Count; i++) { drafts[i].Form ??= FormOf(context, drafts[i], verbatim[i]); }
        int[] repeats = _repeatFinder.Find(context, drafts, sources, parents);
        SayingFinder saying = new(context, entities, times, places);
        List<Statement> statements = new(drafts.Count);
        for (int i = 0; i < drafts.Count; i++)
        {
            Draft draft = drafts[i];
            statements.Add(new Statement
            {
                Id = IdOf(i),
                Act = ActCoder.Code(context, draft, SideOf(entities, sources[i])),
                Source = sources[i],
                Stance = draft.Word.Stance,
                Cue = draft.CueSpan is { } cue ? new Cue { Span = cue, Lemma = draft.CueKind is CueKind.Punctuation ? cue.In(context.Parsed.Text).ToString() : draft.Word.Lemma, Kind = draft.CueKind, Head = draft.CueHead } : null,
                Content = ContentOf(context, draft, verbatim[i]),
                Form = draft.Form!.Value,
                Addressee = saying.AddresseeOf(draft),
                Occasion = saying.OccasionOf(draft),
                Time = saying.TimeOf(draft),
                Place = saying.PlaceOf(draft),
                Polarity = ActCoder.PolarityOf(draft),
                Certainty = ActCoder.CertaintyOf(draft),
                Parent = parents[i] >= 0 ? IdOf(parents[i]) : null,
                Repeats = repeats[i] >= 0 ? IdOf(repeats[i]) : null,
                Confidence = ConfidenceOf(draft, sources[i]),
                Rule = draft.Rule,
            });
        }
        return statements;
    }

    /// <summary>Tells whether a token names the state that the source speaks for ("Germany" for its chancellor) or the source itself.</summary>
    private static Func<int, bool>? SideOf(EntitySet entities, StatementSource? source)
    {
        if (source?.Entity is not { } id || entities.All.FirstOrDefault(e => e.Id == id) is not { } speaker) { return null; }
        return token => entities.AtHead(token) is { } named
            && (named.Id == id || (named.Type is EntityType.Country && named.Code?.Country is { } country && country == speaker.Code?.Country));
    }

    private static string IdOf(int index) => "s" + (index + 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>The parts that stand between quotation marks, marks included.</summary>
    private static List<TextSpan> Verbatim(StatementContext context, Draft draft)
    {
        List<TextSpan> parts = [];
        foreach (TextSpan part in draft.Content)
        {
            (int first, int end) = context.Parsed.TokensIn(part);
            int last = -1;
            for (int i = first; i < end; i++)
            {
                int q = context.Quotations.OuterOf(i);
                if (q < 0 || q == last) { continue; }
                last = q;
                TextSpan quoted = context.Quotations.Outer[q].Span;
                TextSpan shared = new(Math.Max(part.Start, quoted.Start), Math.Min(part.End, quoted.End));
                // A statement inside somebody's quotation is no verbatim quotation of its own.
                if (!shared.IsEmpty && (draft.CueSpan is not { } cue || !quoted.Contains(cue))) { parts.Add(shared); }
            }
        }
        return parts;
    }

    private static StatementForm FormOf(StatementContext context, Draft draft, IReadOnlyList<TextSpan> verbatim)
    {
        if (IsTitle(context, draft)) { return StatementForm.Headline; }
        if (verbatim.Count == 0) { return StatementForm.Indirect; }
        int quoted = verbatim.Sum(v => v.Length), all = draft.Content.Sum(c => c.Length);
        return quoted >= all - 2 ? StatementForm.Direct : StatementForm.Mixed;
    }

    /// <summary>True inside a headline or a subheading.</summary>
    private static bool IsTitle(StatementContext context, Draft draft)
    {
        int token = context.Parsed.TokenAtOrAfter(draft.Extent.Start);
        return token < context.Parsed.Tokens.Length && context.Story.Blocks[context.Parsed.SentenceOf(token).Block].Role is BlockRole.Headline or BlockRole.Subheading;
    }

    private Content ContentOf(StatementContext context, Draft draft, IReadOnlyList<TextSpan> verbatim)
    {
        List<Insertion> insertions = [];
        foreach (TextSpan part in draft.Content)
        {
            bool quoted = verbatim.Any(v => v.Contains(part));
            _insertionFinder.Find(context.Parsed.Text, part, quoted, insertions);
        }
        return new Content
        {
            Spans = [.. draft.Content],
            Verbatim = verbatim.Count > 0 ? verbatim : null,
            Insertions = insertions.Count > 0 ? insertions : null,
        };
    }

    /// <summary>Sure of the words, less sure of the voice.</summary>
    private const double Guessed = 0.85;

    private static bool IsGuessed(string rule) =>
        rule is "statements/participle" or "statements/participle-of-noun" or "statements/object-control" or "statements/control" or "statements/shared-subject" or "statements/interrupted-subject";

    private static double ConfidenceOf(Draft draft, StatementSource? source)
    {
        double value = draft.Confidence;
        if (source is { Entity: null, Form: not SourceForm.Document }) { value -= 0.1; }
        if (draft.Conditional) { value -= 0.1; }
        if (source is { Form: SourceForm.Pronoun }) { value -= 0.05; }
        // Counts on news not shipped here: these speakers are wrong more often than one time in a hundred.
        if (draft.CueKind is CueKind.Verb && (source is null || IsGuessed(source.Rule) || draft.Word.Act is Act.Believe or Act.Intend)) { value = Math.Min(value, Guessed); }
        return Math.Round(Math.Clamp(value, 0.05, 0.99), 2);
    }
}
