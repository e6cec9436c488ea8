using Dateline.Entities;
using Dateline.Knowledge;
using Dateline.Text;

namespace Dateline.Statements;

/// <summary>From the words of a speaker to the entity, the form, the body spoken for and the reason for anonymity.</summary>
internal sealed class SourceResolver
{
    private readonly ReportingLexicon _lexicon;
    private readonly AnonymityPhrases _anonymity = new();

    public SourceResolver(ReportingLexicon lexicon)
    {
        _lexicon = lexicon;
    }

    /// <summary>The source of a draft; null when nobody is named or implied.</summary>
    public StatementSource? Resolve(StatementContext context, EntitySet entities, Draft draft)
    {
        if (draft.CarriedFrom is { } earlier)
        {
            Draft origin = earlier;
            for (int step = 0; step < 100 && origin.CarriedFrom is { } before; step++) { origin = before; }
            StatementSource? source = Resolve(context, entities, origin);
            return source is null ? null : new StatementSource { Entity = source.Entity, Form = SourceForm.Implicit, Rule = "statements/carried-speaker", Head = source.Head };
        }
        if (!draft.Speaker.Found) { return null; }
        Speaker speaker = draft.Speaker;
        TextSpan span = speaker.Span ?? Span(context, draft);
        Entity? entity = EntityOf(context, entities, speaker, span);
        if (entity is { Type: EntityType.Person } && speaker.Span is null) { span = WithTitle(context, draft, span); }
        if (speaker.Span is null && speaker.Head >= 0) { span = WithoutTime(context, speaker, span); }
        SourceForm form = FormOf(context, entities, speaker, span, entity);
        return new StatementSource
        {
            Span = span,
            Entity = entity?.Id,
            OnBehalfOf = BodyOf(context, entities, speaker, entity),
            Form = form,
            Anonymity = form is SourceForm.Unnamed ? AnonymityOf(context, draft, speaker, span) : null,
            Rule = speaker.Rule,
            Head = speaker.Head,
        };
    }

    private static TextSpan Span(StatementContext context, Draft draft)
    {
        ParsedText parsed = context.Parsed;
        TextSpan span = context.Syntax.NounPhrase(draft.Speaker.Head, draft.CueHead);
        if (parsed.Is(draft.Speaker.Head, "nmod:poss")) { return span; }
        span = BehindPreposition(context, draft, span);
        // No word of the cue or of the content belongs to the source.
        if (draft.CueSpan is { } cue && span.Overlaps(cue)) { span = parsed.Tokens[draft.Speaker.Head].Span; }
        foreach (TextSpan part in draft.Content)
        {
            if (!part.Overlaps(span) || draft.CueKind is CueKind.Noun) { continue; }
            TextSpan head = parsed.Tokens[draft.Speaker.Head].Span;
            if (part.Overlaps(head)) { continue; }
            span = part.Start >= head.End ? new TextSpan(span.Start, Math.Max(head.End, TrimEnd(parsed.Text, span.Start, part.Start))) : new TextSpan(Math.Min(head.Start, part.End), span.End);
        }
        return span;
    }

    /// <summary>"In an email seen by Reuters, the chief executive, Ingrid Berg, told": a phrase behind a preposition speaks only from the comma on.</summary>
    private static TextSpan BehindPreposition(StatementContext context, Draft draft, TextSpan span)
    {
        ParsedText parsed = context.Parsed;
        (int first, int end) = parsed.TokensIn(span);
        if (draft.CueHead < end || draft.CueKind is not CueKind.Verb || draft.Speaker.Rule is "statements/agent" || first == 0 || first >= end
            || parsed.Tokens[first - 1].Upos is not Upos.ADP || parsed.SentenceOf(first).First == first) { return span; }
        for (int i = first + 1; i + 1 < end; i++)
        {
            if (parsed.Form(i) is ",") { return parsed.SpanOf(i + 1, end - 1); }
        }
        return span;
    }

    /// <summary>"party leader Amara Keita told": role words right before a name belong to it, whatever the tree says, when a comma or the sentence's start stands before them.</summary>
    private static TextSpan WithTitle(StatementContext context, Draft draft, TextSpan span)
    {
        ParsedText parsed = context.Parsed;
        int first = parsed.TokenAtOrAfter(span.Start);
        if (first >= parsed.Tokens.Length || !(parsed.Tokens[first].Upos is Upos.PROPN or Upos.NOUN or Upos.ADJ)) { return span; }
        Sentence sentence = parsed.SentenceOf(first);
        int at = first;
        while (at > sentence.First && first - at < 8 && parsed.Tokens[at - 1].Upos is Upos.NOUN or Upos.PROPN or Upos.ADJ && !context.IsTime(at - 1)) { at--; }
        if (at == first || (at > sentence.First && parsed.Tokens[at - 1].Upos is not (Upos.PUNCT or Upos.CCONJ))) { return span; }
        int start = parsed.Tokens[at].Span.Start;
        return draft.Holds(start) || (draft.CueSpan is { } cue && cue.Start < span.Start && cue.End > start) ? span : new TextSpan(start, span.End);
    }

    /// <summary>"said Chancellor Angela Merkel on Monday", "the ministry Tuesday said": the day of saying is not the speaker's.</summary>
    private static TextSpan WithoutTime(StatementContext context, Speaker speaker, TextSpan span)
    {
        ParsedText parsed = context.Parsed;
        int head = speaker.Head;
        (int first, int end) = parsed.TokensIn(span);
        int last = end - 1;
        // "A day earlier its leader had denied"
        int opening = first;
        while (first < head && context.IsTime(first) && !context.IsTime(head)) { first++; }
        if (parsed.Tokens[first].Xpos is "POS") { first = opening; }
        while (first < head && parsed.Form(first) is "," or "-" or "\u2014") { first++; }
        if (first < end) { span = new TextSpan(Math.Max(span.Start, parsed.Tokens[first].Span.Start), span.End); }
        while (last > head && context.IsTime(last)) { last--; }
        if (last == end - 1) { return span; }
        while (last > head && parsed.Tokens[last].Upos is Upos.ADP or Upos.PUNCT or Upos.DET) { last--; }
        // "a report published on Thursday": the day of publishing stays.
        return parsed.Tokens[last].Upos is Upos.VERB ? span : new TextSpan(span.Start, Math.Max(parsed.Tokens[head].Span.End, parsed.Tokens[last].Span.End));
    }

    private static int TrimEnd(string text, int start, int end)
    {
        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is ',' or ':')) { end--; }
        return end;
    }

    private static Entity? EntityOf(StatementContext context, EntitySet entities, Speaker speaker, TextSpan span)
    {
        int head = speaker.Antecedent >= 0 ? speaker.Antecedent : speaker.Head;
        bool inside = speaker.Antecedent >= 0 || head < 0 || speaker.Span is not null || context.Parsed.Tokens[head].Span.Start >= span.Start;
        if (head >= 0 && inside && entities.AtHead(head) is { } direct) { return direct; }
        if (speaker.Antecedent >= 0) { span = context.Syntax.NounPhrase(speaker.Antecedent, speaker.Head); }
        // The name inside "French President Emmanuel Macron" may be headed by another token than the phrase.
        Entity? best = null;
        int bestRank = int.MinValue;
        foreach ((Entity entity, Mention mention) in entities.In(span))
        {
            if (!span.Contains(mention.Span) || IsEmbedded(context, mention, head)) { continue; }
            int rank = (mention.Form is MentionForm.Name ? 2 : 0) + (entity.Type is EntityType.Person ? 2 : entity.Type is EntityType.Place or EntityType.Event ? -2 : 0)
                + (mention.Span.End == span.End ? 1 : 0);
            if (rank > bestRank) { best = entity; bestRank = rank; }
        }
        return best;
    }

    /// <summary>True for a name in a modifier ("a spokesman for Mrs. Clinton"): it is not the speaker.</summary>
    private static bool IsEmbedded(StatementContext context, Mention mention, int head)
    {
        int at = mention.Head;
        for (int step = 0; step < 12 && at >= 0 && at != head; step++)
        {
            if (context.Parsed.Is(at, "nmod") || context.Parsed.Is(at, "obl") || context.Parsed.Is(at, "acl") || context.Parsed.Is(at, "amod")) { return true; }
            at = context.Parsed.Tokens[at].Head;
        }
        return false;
    }

    private SourceForm FormOf(StatementContext context, EntitySet entities, Speaker speaker, TextSpan span, Entity? entity)
    {
        ParsedText parsed = context.Parsed;
        if (speaker.Head < 0) { return SourceForm.Name; }
        Token head = parsed.Tokens[speaker.Head];
        if (speaker.Antecedent >= 0) { return SourceForm.Relative; }
        if (head.Upos is Upos.PRON || head.Xpos is "PRP" or "PRP$") { return head.Xpos is "WP" or "WDT" ? SourceForm.Relative : SourceForm.Pronoun; }
        if (head.Upos is Upos.PROPN) { return SourceForm.Name; }
        if (entity is { Type: EntityType.Person })
        {
            foreach ((Entity owner, Mention mention) in entities.In(span))
            {
                if (owner.Id == entity.Id && mention.Form is MentionForm.Name && span.Contains(mention.Span)) { return SourceForm.Name; }
            }
        }
        if (_lexicon.Documents.Contains(head.Lemma) && head.Lemma is not "source") { return SourceForm.Document; }
        return _lexicon.Unnamed.Contains(head.Lemma) && IsIndefinite(parsed, speaker.Head) ? SourceForm.Unnamed : SourceForm.Nominal;
    }

    private static bool IsIndefinite(ParsedText parsed, int head)
    {
        foreach (int child in parsed.Children(head))
        {
            if (parsed.Is(child, "det")) { return parsed.Tokens[child].Lemma is "a" or "an" or "one" or "some" or "several" or "another" or "many"; }
            if (parsed.Is(child, "nmod:poss")) { return false; }
        }
        return true;
    }

    private string? BodyOf(StatementContext context, EntitySet entities, Speaker speaker, Entity? self)
    {
        ParsedText parsed = context.Parsed;
        if (speaker.Head < 0) { return null; }
        int noun = speaker.Head;
        if (!Speaks(noun))
        {
            noun = -1;
            foreach (int child in parsed.Children(speaker.Head))
            {
                if ((parsed.Is(child, "appos") || parsed.Is(child, "compound") || parsed.Is(child, "flat")) && Speaks(child)) { noun = child; break; }
            }
        }
        if (noun < 0) { return null; }
        foreach (int child in parsed.Children(noun))
        {
            if (!(parsed.Is(child, "nmod") || parsed.Is(child, "compound"))) { continue; }
            if (entities.AtHead(child) is { } body && body.Id != self?.Id) { return body.Id; }
        }
        return null;

        bool Speaks(int token) => _lexicon.Spokes.Contains(parsed.Tokens[token].Lemma) || _lexicon.Documents.Contains(parsed.Tokens[token].Lemma);
    }

    private Anonymity AnonymityOf(StatementContext context, Draft draft, Speaker speaker, TextSpan span)
    {
        ParsedText parsed = context.Parsed;
        int? count = null;
        int number = parsed.Child(speaker.Head, "nummod");
        if (number >= 0) { count = parsed.Tokens[number].Lemma switch { "one" or "1" => 1, "two" or "2" => 2, "three" or "3" => 3, "four" or "4" => 4, "five" or "5" => 5, _ => null }; }
        else if (parsed.Tokens[speaker.Head].Xpos is "NN") { count = 1; }
        Sentence sentence = parsed.SentenceOf(speaker.Head);
        foreach (string phrase in _anonymity.All)
        {
            int at = parsed.Text.AsSpan(sentence.Span.Start, sentence.Span.Length).IndexOf(phrase, StringComparison.OrdinalIgnoreCase);
            if (at < 0) { continue; }
            int start = sentence.Span.Start + at, end = start + phrase.Length;
            while (end < sentence.Span.End && parsed.Text[end] is not (',' or '.' or ';' or '"' or '\u201C')) { end++; }
            return new Anonymity { Reason = new SpanRefWithRule(new TextSpan(start, end), "statements/anonymity"), Count = count };
        }
        return new Anonymity { Count = count };
    }
}
