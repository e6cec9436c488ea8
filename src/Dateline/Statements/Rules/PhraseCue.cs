using Dateline.Text;

namespace Dateline.Statements.Rules;

/// <summary>Fixed phrases: according to …, in the words of …, reportedly.</summary>
/// <example>At least 14 miners were trapped, according to the rescue service.</example>
/// <seealso href="specs/statements/according-to.md"/>
internal static class PhraseCue
{
    /// <summary>A source's phrase has at most so many words behind what the tree gives it.</summary>
    private const int LongestRest = 10;

    public static bool Apply(StatementContext context, int first, int last, ReportingPhrase phrase) => phrase.Kind switch
    {
        "preposition" => Preposition(context, first, last, phrase.Word),
        "adverb" => Adverb(context, first, phrase.Word),
        _ => false,
    };

    /// <summary>"in Ash's view": the noun of "in the view of" with its owner before it.</summary>
    public static bool ApplyOwned(StatementContext context, int noun, ReportingPhrase phrase)
    {
        ParsedText parsed = context.Parsed;
        int owner = parsed.Child(noun, "nmod:poss"), preposition = parsed.Child(noun, "case");
        if (owner < 0 || preposition < 0 || preposition > owner || !context.Syntax.Says(preposition, phrase.Words[0])) { return false; }
        Draft draft = new()
        {
            Rule = "statements/according-to",
            Word = phrase.Word,
            CueKind = CueKind.Noun,
            CueHead = noun,
            CueSpan = parsed.Tokens[noun].Span,
            Speaker = new Speaker(owner, -1, "statements/possessor"),
            Confidence = 0.8,
        };
        (int from, int to) = Scope(context, preposition, noun, parsed.SentenceOf(noun), noun);
        context.Content.AddWithout(draft, from, to, preposition, noun);
        return context.Keep(draft);
    }

    private static bool Preposition(StatementContext context, int first, int last, ReportingWord word)
    {
        ParsedText parsed = context.Parsed;
        int noun = NounBehind(context, first, last);
        if (noun < 0 || (first == last && !OpensAttribution(parsed, first))) { return false; }
        Sentence sentence = parsed.SentenceOf(first);
        TextSpan phrase = context.Syntax.NounPhrase(noun);
        int phraseEnd = Math.Max(noun, parsed.TokensIn(phrase).End - 1);
        if (parsed.Left(noun) >= first - 1)
        {
            // A full stop hung on the source would draw the whole sentence in.
            int right = Math.Min(parsed.Right(noun), sentence.End - 1);
            if (parsed.Tokens[right].Upos is Upos.PUNCT)
            {
                do { right--; } while (right > phraseEnd && (parsed.Tokens[right].Upos is Upos.PUNCT || !parsed.IsUnder(right, noun)));
            }
            phraseEnd = Math.Max(phraseEnd, right);
        }
        if (first == sentence.First && phraseEnd >= sentence.End - 1)
        {
            while (phraseEnd > noun && (parsed.Tokens[phraseEnd].Upos is Upos.PUNCT || !parsed.IsUnder(phraseEnd, noun))) { phraseEnd--; }
        }
        phraseEnd = ToComma(context, first, ToSentenceEnd(context, first, phraseEnd, sentence), sentence);
        int cut = BeforeSpeaker(context, first, phraseEnd, sentence);
        if (cut > last && noun > cut) { noun = parsed.HeadOf(parsed.SpanOf(last + 1, cut)); }
        if (cut > last) { phraseEnd = cut; }
        Draft draft = new()
        {
            Rule = "statements/according-to",
            Word = word,
            CueKind = CueKind.Preposition,
            CueHead = first,
            CueSpan = parsed.SpanOf(first, last),
            Speaker = new Speaker(noun, -1, "statements/according-to") { Span = cut > last ? parsed.SpanOf(last + 1, cut) : null },
            Confidence = 0.85,
        };
        (int from, int to) = Scope(context, first, phraseEnd, sentence, noun);
        context.Content.AddWithout(draft, from, to, first, phraseEnd);
        return context.Keep(draft);
    }

    /// <summary>", according to reports received by Amnesty.": behind the last comma all words belong to the phrase.</summary>
    private static int ToSentenceEnd(StatementContext context, int first, int phraseEnd, Sentence sentence)
    {
        ParsedText parsed = context.Parsed;
        if (first == sentence.First || parsed.Form(first - 1) is not ",") { return phraseEnd; }
        int end = sentence.End - 1;
        while (end > phraseEnd && parsed.Tokens[end].Upos is Upos.PUNCT) { end--; }
        for (int i = phraseEnd + 1; i <= end; i++)
        {
            if (parsed.Tokens[i].Upos is Upos.PUNCT || context.Syntax.IsFinite(i)) { return phraseEnd; }
        }
        return end;
    }

    /// <summary>"according to a post made some 24 hours ago, …": at the start of a clause all words up to the comma belong to the phrase.</summary>
    private static int ToComma(StatementContext context, int first, int phraseEnd, Sentence sentence)
    {
        ParsedText parsed = context.Parsed;
        if (first > sentence.First && !context.Syntax.Says(first - 1, "that") && parsed.Form(first - 1) is not ",") { return phraseEnd; }
        for (int i = phraseEnd + 1; i < sentence.End && i <= phraseEnd + LongestRest; i++)
        {
            if (parsed.Form(i) is ",") { return i - 1; }
            if (parsed.Tokens[i].Upos is Upos.PUNCT || context.Syntax.IsFinite(i)) { break; }
        }
        return phraseEnd;
    }

    /// <summary>"According to the Herald, John Burrows, the chairman, said …" read as one phrase: a verb without a subject behind it shows that the source ends at the first comma; -1 where it does not.</summary>
    private static int BeforeSpeaker(StatementContext context, int first, int phraseEnd, Sentence sentence)
    {
        ParsedText parsed = context.Parsed;
        int verb = phraseEnd + 1;
        while (verb < sentence.End && (parsed.Form(verb) is "," || parsed.Tokens[verb].Upos is Upos.ADV or Upos.AUX)) { verb++; }
        if (first != sentence.First || verb >= sentence.End || !context.Syntax.IsFinite(verb) || (parsed.Child(verb, "nsubj") is >= 0 and int subject && subject > phraseEnd)) { return -1; }
        for (int i = first + 1; i < phraseEnd; i++)
        {
            if (parsed.Form(i) is not ",") { continue; }
            int end = phraseEnd;
            while (end > i && parsed.Tokens[end].Upos is Upos.PUNCT) { end--; }
            TextSpan span = parsed.SpanOf(i + 1, end);
            if (context.IsSpeechVerb(verb)) { context.Overrides.TryAdd(verb, new Speaker(QuotationSpeaker.HeadOfPhrase(context, FirstNoun(parsed, i + 1, end), i + 1), -1, "statements/interrupted-subject") { Span = span }); }
            return i - 1;
        }
        return -1;
    }

    private static int FirstNoun(ParsedText parsed, int first, int last)
    {
        for (int i = first; i <= last; i++)
        {
            if (parsed.Tokens[i].Upos is Upos.NOUN or Upos.PROPN or Upos.PRON) { return i; }
        }
        return first;
    }

    /// <summary>"per" attributes only before a name and at the edge of a clause; "per capita" does not.</summary>
    private static bool OpensAttribution(ParsedText parsed, int first)
    {
        bool edge = parsed.SentenceOf(first).First == first || parsed.Tokens[first - 1].Upos is Upos.PUNCT;
        return edge && first + 1 < parsed.Tokens.Length && (parsed.Tokens[first + 1].Upos is Upos.DET || char.IsUpper(parsed.Form(first + 1)[0]));
    }

    /// <summary>The noun that the preposition governs: by the tree, else the first noun phrase behind it.</summary>
    private static int NounBehind(StatementContext context, int first, int last)
    {
        ParsedText parsed = context.Parsed;
        int head = parsed.Tokens[first].Head;
        if (head > last && parsed.Tokens[head].Upos is Upos.NOUN or Upos.PROPN or Upos.PRON) { return head; }
        for (int i = last + 1, end = parsed.SentenceOf(first).End; i < end && i <= last + 8; i++)
        {
            if (parsed.Tokens[i].Upos is Upos.NOUN or Upos.PROPN or Upos.PRON)
            {
                int at = i;
                while (parsed.Tokens[at].Head > at && parsed.Tokens[at].Head <= i + 6 && parsed.Tokens[parsed.Tokens[at].Head].Upos is Upos.NOUN or Upos.PROPN) { at = parsed.Tokens[at].Head; }
                return at;
            }
        }
        return -1;
    }

    /// <summary>At an edge of the sentence the phrase speaks for the whole sentence; in the middle for its own clause.</summary>
    private static (int From, int To) Scope(StatementContext context, int first, int phraseEnd, Sentence sentence, int noun)
    {
        ParsedText parsed = context.Parsed;
        int after = phraseEnd + 1;
        while (after < sentence.End && parsed.Tokens[after].Upos is Upos.PUNCT) { after++; }
        bool atEnd = after >= sentence.End;
        bool atStart = first - sentence.First <= 1;
        if (atStart || atEnd)
        {
            int root = ClauseAround(context, noun);
            return atStart || parsed.Is(root, "root") || parsed.Tokens[root].Head < 0 || atEnd ? (sentence.First, sentence.End - 1) : (parsed.Left(root), parsed.Right(root));
        }
        int clause = ClauseAround(context, noun);
        return (Math.Min(parsed.Left(clause), first), Math.Max(parsed.Right(clause), phraseEnd));
    }

    private static int ClauseAround(StatementContext context, int noun)
    {
        int head = context.Parsed.Tokens[noun].Head;
        return context.Syntax.ClauseOf(head >= 0 ? head : noun);
    }

    /// <summary>"reportedly saved 200": the clause of the verb, without the adverb.</summary>
    private static bool Adverb(StatementContext context, int adverb, ReportingWord word)
    {
        ParsedText parsed = context.Parsed;
        int head = parsed.Tokens[adverb].Head;
        if (head < 0) { return false; }
        bool clause = context.Syntax.IsVerb(head) || parsed.Child(head, "cop") >= 0;
        Draft draft = new()
        {
            Rule = "statements/hearsay-adverb",
            Word = word,
            CueKind = CueKind.Preposition,
            CueHead = adverb,
            CueSpan = parsed.Tokens[adverb].Span,
            Confidence = 0.7,
        };
        int from = parsed.Left(head), to = parsed.Right(head);
        if (!clause && parsed.Tokens[head].Upos is not (Upos.NOUN or Upos.ADJ)) { return false; }
        if (parsed.Is(head, "conj") && parsed.Tokens[from].Upos is Upos.CCONJ) { from++; }
        context.Content.AddWithout(draft, from, to, adverb, adverb);
        return context.Keep(draft);
    }
}
