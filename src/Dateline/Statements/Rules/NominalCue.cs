using Dateline.Text;

namespace Dateline.Statements.Rules;

/// <summary>A noun or adjective that hands on content: the union's demand that …; issued a warning of …; is confident that ….</summary>
/// <seealso href="specs/statements/nouns.md"/>
internal static class NominalCue
{
    public static bool Apply(StatementContext context, int cue, ReportingWord word)
    {
        bool noun = context.Parsed.Tokens[cue].Upos is Upos.NOUN;
        return noun ? OfNoun(context, cue, word) : OfAdjective(context, cue, word);
    }

    private static bool OfNoun(StatementContext context, int cue, ReportingWord word)
    {
        ParsedText parsed = context.Parsed;
        Draft draft = New(context, cue, word, "statements/noun");
        draft.Speaker = SpeakerOfNoun(context, cue, draft, out int sourcePhrase);
        foreach (int child in parsed.Children(cue))
        {
            if (child < cue || child == sourcePhrase) { continue; }
            if ((parsed.Is(child, "acl") || parsed.Is(child, "ccomp")) && !parsed.Is(child, "acl:relcl"))
            {
                bool infinitive = context.Syntax.IsInfinitive(child);
                if (infinitive ? !word.Takes(Frames.To) : !(word.Takes(Frames.That) && (context.Syntax.Says(parsed.Left(child), "that") || parsed.Is(child, "ccomp")))) { continue; }
                draft.Rule = infinitive ? "statements/noun-infinitive" : "statements/noun-clause";
                context.Content.Add(draft, parsed.Left(child), parsed.Right(child));
                break;
            }
            if (parsed.Is(child, "acl:relcl") && word.Takes(Frames.That) && context.Syntax.Says(parsed.Left(child), "that") && SubjectOf(parsed, child) > parsed.Left(child))
            {
                // Trees often take "the claim that the town fell" for a relative clause; with a subject of its own it is the content.
                draft.Rule = "statements/noun-clause";
                context.Content.Add(draft, parsed.Left(child) + 1, parsed.Right(child));
                break;
            }
            if ((parsed.Is(child, "nmod") || parsed.Is(child, "acl")) && Array.IndexOf(word.Prepositions, context.Syntax.Marker(child)) >= 0 && !context.IsTime(child))
            {
                string marker = context.Syntax.Marker(child);
                draft.Rule = "statements/noun-preposition";
                context.Content.Add(draft, marker is "of" or "at" or "against" ? parsed.Left(child) : parsed.Left(child) + 1, parsed.Right(child));
                break;
            }
        }
        if (draft.Content.Count == 0 && word.Takes(Frames.That) && context.Syntax.Says(cue + 1, "that")) { AddThatByOrder(context, draft, cue); }
        if (draft.Content.Count == 0) { return false; }
        // Without a speaker only hearsay is a statement: "rumours that …", "reports that …".
        if (!draft.Speaker.Found && !(draft.Rule is "statements/noun-clause" && (word.Certainty is Certainty.Hearsay || word.Lemma is "report" or "speculation" or "allegation"))) { return false; }
        draft.Confidence = draft.Speaker.Found ? 0.5 : 0.4;
        return context.Keep(draft);
    }

    /// <summary>"the claim that the town had fallen was false" where the tree lost the clause: it ends before the verb whose subject the noun is.</summary>
    private static void AddThatByOrder(StatementContext context, Draft draft, int noun)
    {
        ParsedText parsed = context.Parsed;
        int last = parsed.SentenceOf(noun).End - 1, verb = parsed.Tokens[noun].Head;
        if (verb > noun && parsed.Is(noun, "nsubj"))
        {
            last = context.Syntax.GroupStart(verb) - 1;
            int copula = parsed.Child(verb, "cop");
            if (copula > noun && copula <= last) { last = copula - 1; }
        }
        draft.Rule = "statements/noun-clause";
        if (last > noun + 2) { context.Content.Add(draft, noun + 2, last); }
    }

    /// <summary>The possessor ("the union's demand"), a "by" or "from" phrase, or the subject of a verb that only carries the noun ("issued a warning").</summary>
    private static Speaker SpeakerOfNoun(StatementContext context, int noun, Draft draft, out int phrase)
    {
        ParsedText parsed = context.Parsed;
        phrase = -1;
        int possessor = parsed.Child(noun, "nmod:poss");
        if (possessor >= 0 && context.IsTime(possessor)) { return Speaker.None; }
        if (possessor >= 0) { return new Speaker(possessor, -1, "statements/possessor"); }
        foreach (int child in parsed.Children(noun))
        {
            if (child > noun && parsed.Is(child, "nmod") && context.Syntax.Marker(child) is "by" or "from")
            {
                phrase = child;
                return new Speaker(child, -1, "statements/by-phrase");
            }
        }
        int verb = parsed.Tokens[noun].Head;
        if (verb >= 0 && parsed.Is(noun, "obj") && context.Lexicon.LightVerbs.Contains(parsed.Tokens[verb].Lemma) && !context.Syntax.IsPassive(verb))
        {
            Speaker speaker = context.SpeakerOf(verb);
            int first = context.Syntax.GroupStart(verb);
            if (speaker.Found && noun - verb <= 6) { draft.CueSpan = parsed.SpanOf(first, noun); }
            return speaker with { Rule = "statements/light-verb" };
        }
        return Speaker.None;
    }

    private static bool OfAdjective(StatementContext context, int cue, ReportingWord word)
    {
        ParsedText parsed = context.Parsed;
        int copula = parsed.Child(cue, "cop");
        if (copula < 0) { copula = parsed.Child(cue, "aux:pass"); }
        if (copula < 0 && !(parsed.Is(cue, "xcomp") || parsed.Is(cue, "advcl") || parsed.Is(cue, "conj"))) { return false; }
        Speaker speaker = context.SpeakerOf(cue);
        if (!speaker.Found || context.Syntax.Says(speaker.Head, "it") || context.Syntax.Says(speaker.Head, "there")) { return false; }
        Draft draft = New(context, cue, word, "statements/adjective");
        draft.Speaker = speaker;
        draft.CueSpan = parsed.SpanOf(copula >= 0 && copula < cue ? Math.Min(copula, context.Syntax.GroupStart(cue)) : context.Syntax.GroupStart(cue), cue);
        draft.Negated = context.Syntax.IsNegated(cue);
        foreach (int child in parsed.Children(cue))
        {
            if (child < cue) { continue; }
            string marker = context.Syntax.Marker(child);
            bool clause = parsed.Is(child, "ccomp") || parsed.Is(child, "xcomp") || parsed.Is(child, "advcl");
            bool infinitive = clause && context.Syntax.IsInfinitive(child);
            bool fits = infinitive ? word.Takes(Frames.To)
                : parsed.Is(child, "ccomp") ? word.Takes(Frames.That | Frames.Wh)
                : (parsed.Is(child, "obl") || clause) && Array.IndexOf(word.Prepositions, marker) >= 0;
            if (!fits) { continue; }
            bool dropMarker = marker.Length > 0 && !infinitive && marker is not ("of" or "at" or "against" or "that");
            context.Content.Add(draft, dropMarker ? parsed.Left(child) + 1 : parsed.Left(child), parsed.Right(child));
            break;
        }
        draft.Confidence = 0.6;
        return context.Keep(draft);
    }

    private static int SubjectOf(ParsedText parsed, int clause) => parsed.Child(clause, "nsubj");

    private static Draft New(StatementContext context, int cue, ReportingWord word, string rule) => new()
    {
        Rule = rule,
        Word = word,
        CueKind = context.Parsed.Tokens[cue].Upos is Upos.NOUN ? CueKind.Noun : CueKind.Verb,
        CueHead = cue,
        CueSpan = context.Parsed.Tokens[cue].Span,
    };
}
