using Dateline.Text;

namespace Dateline.Statements;

/// <summary>Questions that the rules ask of the dependency tree.</summary>
internal sealed class Syntax(ParsedText parsed)
{
    /// <summary>No noun phrase of a source is longer; a longer one is an error of the tree.</summary>
    private const int LongestPhrase = 45;
    private const int LongestChain = 12;

    public ParsedText Parsed => parsed;

    public Token this[int token] => parsed.Tokens[token];

    /// <summary>True when the word is written so, whatever its case.</summary>
    public bool Says(int token, string word) => token >= 0 && token < parsed.Tokens.Length && parsed.Form(token).Equals(word, StringComparison.OrdinalIgnoreCase);

    public bool IsVerb(int token) => parsed.Tokens[token].Upos is Upos.VERB;

    /// <summary>A verb with a tense. A participle with a subject of its own and no auxiliary ("a source told the agency") is a past tense that was tagged wrongly.</summary>
    public bool IsFinite(int token) => parsed.Tokens[token].Xpos switch
    {
        "VBD" or "VBZ" or "VBP" or "MD" => true,
        "VBN" or "VB" => parsed.Tokens[token].Upos is Upos.VERB && HasPlainSubject(token),
        _ => false,
    };

    /// <summary>A finite verb or a perfect: "told", "had told".</summary>
    public bool HasTense(int token) => IsFinite(token) || (parsed.Tokens[token].Xpos is "VBN" && parsed.Child(token, "aux") is >= 0 and int have && parsed.Tokens[have].Lemma is "have");

    private bool HasPlainSubject(int verb)
    {
        bool subject = false;
        foreach (int child in parsed.Children(verb))
        {
            if (child > verb) { break; }
            if (parsed.Is(child, "aux") || parsed.Is(child, "mark")) { return false; }
            subject |= parsed.Is(child, "nsubj") && !parsed.Is(child, "nsubj:pass");
        }
        return subject || StolenSubject(verb) >= 0;
    }

    /// <summary>The dependant's preposition or subordinator, in lower case ("of", "that"); "" for none.</summary>
    public string Marker(int token)
    {
        foreach (int child in parsed.Children(token))
        {
            if (child > token) { break; }
            if (parsed.Is(child, "case") || parsed.Is(child, "mark")) { return parsed.Tokens[child].Lemma; }
        }
        return "";
    }

    /// <summary>True when the clause's verb stands with "to".</summary>
    public bool IsInfinitive(int token)
    {
        foreach (int child in parsed.Children(token))
        {
            if (child >= token) { return false; }
            if (parsed.Tokens[child].Xpos == "TO" && parsed.Is(child, "mark")) { return true; }
        }
        return false;
    }

    /// <summary>True when the clause opens with "whether", "if" or a question word.</summary>
    public bool IsQuestion(int clause)
    {
        int first = parsed.Left(clause);
        return parsed.Tokens[first].Xpos is "WP" or "WRB" or "WDT" or "WP$" || Says(first, "whether") || Says(first, "if");
    }

    public bool IsPassive(int verb) => parsed.Child(verb, "nsubj:pass") >= 0 || parsed.Child(verb, "aux:pass") >= 0
        || (parsed.Tokens[verb].Xpos == "VBN" && (parsed.Is(verb, "acl") || parsed.Is(verb, "advcl")) && parsed.Child(verb, "nsubj") < 0 && parsed.Child(verb, "aux") < 0 && MainSubject(verb) < 0)
        || OpensSentenceAsParticiple(verb);

    /// <summary>"The union of pilots called Lee a champion." read as a noun with a participle: in a sentence without any other verb the participle is the main verb and the first noun its subject; -1 for true participles.</summary>
    private int MainSubject(int verb)
    {
        if (parsed.Tokens[verb].Xpos is not "VBN" || !parsed.Is(verb, "acl") || parsed.Is(verb, "acl:relcl") || Agent(verb) >= 0) { return -1; }
        Sentence sentence = parsed.SentenceOf(verb);
        int root = sentence.Root;
        if (root < 0 || root > verb || parsed.Tokens[root].Upos is not (Upos.NOUN or Upos.PROPN) || parsed.Child(root, "cop") >= 0) { return -1; }
        for (int at = parsed.Tokens[verb].Head, step = 0; at != root; at = parsed.Tokens[at].Head, step++)
        {
            if (at < 0 || step > LongestChain || !(parsed.Is(at, "nmod") || parsed.Is(at, "appos") || parsed.Is(at, "flat") || parsed.Is(at, "compound") || parsed.Is(at, "conj"))) { return -1; }
        }
        for (int i = sentence.First; i < sentence.End; i++)
        {
            if (parsed.Tokens[i].Xpos is "VBD" or "VBZ" or "VBP" or "MD") { return -1; }
        }
        return root;
    }

    /// <summary>"Asked whether …, he said": a participle that opens the sentence or stands behind "when", often tagged as a past tense.</summary>
    private bool OpensSentenceAsParticiple(int verb) => parsed.Tokens[verb].Xpos is "VBN" or "VBD" && (parsed.SentenceOf(verb).First == verb || parsed.Tokens[verb - 1].Xpos is "WRB")
        && parsed.Child(verb, "nsubj") < 0 && parsed.Is(verb, "advcl");

    /// <summary>Who does it: the subject, one shared with a coordinated or governing verb, or the noun that a participle or relative clause belongs to.</summary>
    public Speaker SpeakerOf(int verb)
    {
        string rule = "statements/subject";
        int at = verb;
        if (parsed.Tokens[verb].Xpos is "VBG" && Marker(verb) == "as" && parsed.Tokens[verb].Head is >= 0 and int quoting && IsVerb(quoting)) { return Quoted(quoting); }
        for (int step = 0; step < LongestChain && at >= 0; step++)
        {
            int subject = SubjectOf(at);
            if (subject >= 0 && (at == verb || !parsed.Is(subject, "nsubj:pass") || !parsed.Is(verb, "acl"))) { return OfSubject(at, subject, rule); }
            if (parsed.Child(at, "expl") >= 0) { return Speaker.None; }
            int head = parsed.Tokens[at].Head;
            if (head < 0) { return Speaker.None; }
            if (parsed.Is(at, "conj")) { rule = "statements/shared-subject"; at = head; continue; }
            if (parsed.Is(at, "xcomp"))
            {
                int holder = parsed.Child(head, "obj");
                // "had this to say": the one who has it speaks; "asked him to say": he does.
                if (holder >= 0 && holder < at && !parsed.Is(at, "xcomp:pred") && parsed.Tokens[head].Lemma is not "have") { return new Speaker(holder, -1, "statements/object-control"); }
                rule = "statements/control";
                at = head;
                continue;
            }
            if (parsed.Is(at, "advcl") || (parsed.Is(at, "parataxis") && parsed.Tokens[at].Xpos is "VBG")) { rule = "statements/participle"; at = head; continue; }
            if (parsed.Is(at, "acl:relcl")) { return RelativePronoun(at, head); }
            if (parsed.Is(at, "acl") && parsed.Tokens[at].Xpos is "VBG" && (IsSetOff(at) || Marker(at).Length > 0) && parsed.Tokens[verb].Xpos is "VBG")
            {
                // ", saying …" and "before saying …" belong to the subject of the clause, not to the noun beside them.
                int clause = ClauseOf(head);
                if (clause != at && IsVerb(clause) && SubjectOf(clause) is >= 0 and int main && main < at) { return OfSubject(clause, main, "statements/participle"); }
            }
            if (parsed.Is(at, "acl") && IsInfinitive(at))
            {
                // "had this to say": the one who has it speaks.
                int holder = parsed.Tokens[head].Head;
                return holder >= 0 && parsed.Is(head, "obj") && parsed.Tokens[holder].Lemma is "have" && SubjectOf(holder) is >= 0 and int having && having < holder
                    ? OfSubject(holder, having, "statements/control") : Speaker.None;
            }
            if (parsed.Is(at, "acl") && Marker(head) == "to" && parsed.Tokens[head].Head is >= 0 and int sender && IsVerb(sender) && SubjectOf(sender) is >= 0 and int sending && sending < sender)
            {
                // "sent a message to supporters saying": those who are sent it do not say it.
                return OfSubject(sender, sending, "statements/participle");
            }
            if (parsed.Is(at, "acl") && MainSubject(at) is >= 0 and int subjectOfMain) { return new Speaker(subjectOfMain, -1, "statements/subject"); }
            if (parsed.Is(at, "acl")) { return ClauseReadAsNoun(head) ?? new Speaker(head, -1, "statements/participle-of-noun"); }
            return Speaker.None;
        }
        return Speaker.None;
    }

    /// <summary>"The union imposed sanctions, accusing …" read as a noun with a participle before it: a verb with a subject of its own is a clause.</summary>
    private Speaker? ClauseReadAsNoun(int noun)
    {
        foreach (int child in parsed.Children(noun))
        {
            if (child > noun) { break; }
            if (parsed.Tokens[child].Xpos is "VBN" or "VBD" && parsed.Child(child, "nsubj") is >= 0 and int subject && subject < child) { return OfSubject(child, subject, "statements/participle"); }
        }
        return null;
    }

    /// <summary>The subject nearest before the verb, else the first one behind it: "which they say" has two.</summary>
    private int SubjectOf(int verb)
    {
        int found = -1;
        foreach (int child in parsed.Children(verb))
        {
            if (!parsed.Is(child, "nsubj")) { continue; }
            if (child > verb)
            {
                // ", said Accountants of Canada's economist": behind a comma the cue stands before its subject.
                bool inverted = found >= 0 && verb > 0 && parsed.Form(verb - 1) is "," && child - verb <= 8;
                return found < 0 || inverted ? child : found;
            }
            found = child;
        }
        return found >= 0 ? found : StolenSubject(verb);
    }

    /// <summary>"An official who asked not to be named said the port was shut" with the official hung on "shut": a subject before the verb of its clause's verb.</summary>
    private int StolenSubject(int verb)
    {
        int clause = parsed.Child(verb, "ccomp");
        // "A poll released last week by the college found that …" with the participle read as a clause.
        if (clause >= 0 && clause < verb && parsed.Tokens[clause].Xpos is "VBN" && parsed.Child(clause, "aux") < 0 && parsed.Child(clause, "nsubj") is >= 0 and int released) { return released; }
        if (clause < verb || !parsed.Is(verb, "root")) { return -1; }
        foreach (int child in parsed.Children(clause))
        {
            if (child > verb) { break; }
            // ", Doyle said,": behind a comma the speaker is another.
            if (parsed.Is(child, "nsubj")) { return parsed.Right(child) + 1 < verb && parsed.Form(parsed.Right(child) + 1) is "," ? -1 : child; }
        }
        return -1;
    }

    /// <summary>The noun phrase that ends right before the cue's verb group, commas aside: what a subject looks like where the tree has none.</summary>
    public Speaker NearestNoun(int cue, int from, int cueStart = -1)
    {
        int at = (cueStart >= 0 ? cueStart : GroupStart(cue)) - 1;
        for (int skip = 0; skip < 4 && at >= from; skip++)
        {
            bool capital = char.IsUpper(parsed.Form(at)[0]);
            if (parsed.Tokens[at].Upos is Upos.PUNCT || (!capital && parsed.Tokens[at].Upos is Upos.ADV or Upos.AUX)) { at--; continue; }
            // "X on Sunday said": a time or place between is passed over.
            if (parsed.Is(at, "obl") && parsed.Left(at) > from && at - parsed.Left(at) < 5) { at = parsed.Left(at) - 1; continue; }
            break;
        }
        if (at < from || parsed.Is(at, "obl")) { return Speaker.None; }
        bool noun = parsed.Tokens[at].Upos is Upos.PROPN or Upos.NOUN or Upos.NUM or Upos.DET || (parsed.Tokens[at].Upos is Upos.PRON && parsed.Tokens[at].Xpos is not "EX")
            || char.IsUpper(parsed.Form(at)[0]);
        if (!noun) { return Speaker.None; }
        for (int step = 0; step < 8; step++)
        {
            int head = parsed.Tokens[at].Head;
            if (head < from || head > cue || parsed.Tokens[head].Upos is not (Upos.NOUN or Upos.PROPN) || parsed.Left(head) < from) { break; }
            at = head;
        }
        return new Speaker(at, -1, "statements/nearest-noun");
    }

    /// <summary>The noun phrase right behind a cue ("said Mayor Petra Novak"): the speaker of an inverted cue.</summary>
    public Speaker NounAfter(int cue, int end)
    {
        for (int i = cue + 1; i < end && i <= cue + 8; i++)
        {
            Token token = parsed.Tokens[i];
            if (token.Upos is Upos.PUNCT or Upos.ADP or Upos.SCONJ or Upos.CCONJ or Upos.VERB && !char.IsUpper(parsed.Form(i)[0])) { return Speaker.None; }
            if (token.Upos is not (Upos.PROPN or Upos.NOUN or Upos.PRON)) { continue; }
            int at = i;
            while (parsed.Tokens[at].Head is > 0 and int head && head > cue && head <= i + 8 && parsed.Tokens[head].Upos is Upos.NOUN or Upos.PROPN) { at = head; }
            return new Speaker(at, -1, "statements/inverted");
        }
        return Speaker.None;
    }

    private Speaker OfSubject(int verb, int subject, string rule)
    {
        if (parsed.Tokens[subject].Xpos is "WP" or "WDT" || Says(subject, "that"))
        {
            for (int at = verb, step = 0; step < LongestChain && at >= 0; step++, at = parsed.Tokens[at].Head)
            {
                if (parsed.Is(at, "acl")) { return new Speaker(subject, parsed.Tokens[at].Head, "statements/relative-pronoun"); }
            }
            if (parsed.Tokens[subject].Xpos is "WP" or "WDT" && NounBefore(subject) is >= 0 and int noun) { return new Speaker(subject, noun, "statements/relative-pronoun"); }
        }
        return new Speaker(subject, -1, rule);
    }

    /// <summary>The noun right before a relative pronoun, a comma aside: what it stands for where the tree does not tell.</summary>
    private int NounBefore(int pronoun)
    {
        int at = pronoun - 1, first = parsed.SentenceOf(pronoun).First;
        if (at > first && parsed.Form(at) is ",") { at--; }
        if (at < first || parsed.Tokens[at].Upos is not (Upos.NOUN or Upos.PROPN)) { return -1; }
        while (parsed.Tokens[at].Head is >= 0 and int head && head >= first && head < pronoun && parsed.Tokens[head].Upos is Upos.NOUN or Upos.PROPN
            && (parsed.Is(at, "flat") || parsed.Is(at, "appos") || parsed.Is(at, "compound"))) { at = head; }
        return at;
    }

    /// <summary>"X was quoted as saying", "quoted X as saying": X speaks.</summary>
    private Speaker Quoted(int quoting)
    {
        int speaker = IsPassive(quoting) ? SubjectOf(quoting) : parsed.Child(quoting, "obj");
        return speaker < 0 ? Speaker.None : OfSubject(quoting, speaker, "statements/quoted-as-saying");
    }

    private Speaker RelativePronoun(int verb, int noun)
    {
        int first = parsed.Left(verb);
        return first < verb && parsed.Tokens[first].Xpos is "WP" or "WDT" ? new Speaker(first, noun, "statements/relative-pronoun") : Speaker.None;
    }

    /// <summary>The one who does what a passive verb tells: "by" and its noun.</summary>
    public int Agent(int verb)
    {
        foreach (int child in parsed.Children(verb))
        {
            if (child > verb && (parsed.Is(child, "obl:agent") || (parsed.Is(child, "obl") && Marker(child) == "by"))) { return child; }
        }
        return -1;
    }

    /// <summary>The words of the phrase with title, apposition and restrictive clause; a clause behind a comma or dash is left out, and so is all behind <paramref name="notPast"/>.</summary>
    public TextSpan NounPhrase(int head, int notPast = -1)
    {
        int first = parsed.Left(head), last = parsed.Right(head);
        foreach (int child in parsed.Children(head))
        {
            if (child < head && first == parsed.Left(child) && (parsed.Is(child, "case") || parsed.Is(child, "mark") || parsed.Is(child, "cc") || parsed.Is(child, "punct")))
            {
                first = parsed.Right(child) + 1;
            }
            if (child > head && (parsed.Is(child, "acl:relcl") || parsed.Is(child, "parataxis") || parsed.Is(child, "acl") || parsed.Is(child, "advcl")) && IsSetOff(child))
            {
                last = parsed.Left(child) - 1;
                break;
            }
        }
        if (notPast >= first && notPast <= last)
        {
            if (notPast > head) { last = notPast - 1; } else { first = notPast + 1; }
        }
        if (last - first > LongestPhrase) { last = Math.Max(head, Math.Min(last, first + LongestPhrase)); first = Math.Max(first, last - LongestPhrase); }
        while (first < head && parsed.Tokens[first].Upos is Upos.PUNCT or Upos.ADP or Upos.CCONJ && !OpensPair(first)) { first++; }
        while (last > head && (parsed.Tokens[last].Upos is Upos.PUNCT && !ClosesPair(last))) { last--; }
        // Crossing arcs can put a phrase's edge behind its own head.
        return parsed.SpanOf(Math.Min(first, head), Math.Max(last, head));
    }

    /// <summary>True when a comma, dash or bracket stands before the phrase.</summary>
    public bool IsSetOff(int token)
    {
        int before = parsed.Left(token) - 1;
        if (before >= 0 && parsed.Tokens[before].Upos is Upos.PUNCT) { return true; }
        int first = parsed.Left(token);
        return parsed.Tokens[first].Upos is Upos.PUNCT;
    }

    private bool OpensPair(int token) => parsed.Text[parsed.Tokens[token].Span.Start] is '(' or '[' or '"' or '\u201C' or '\u2018' or '\'';

    private bool ClosesPair(int token) => parsed.Text[parsed.Tokens[token].Span.Start] is ')' or ']' or '"' or '\u201D' or '\u2019' or '\'' or '.';

    /// <summary>First token of the verb group: auxiliaries, negation and adverbs that stand directly before the verb.</summary>
    /// <remarks>A capitalised word there is a name that the tagger does not know ("Will wrote", "Esper accuses").</remarks>
    public int GroupStart(int verb)
    {
        int first = verb;
        while (first > 0)
        {
            int before = first - 1;
            Token token = parsed.Tokens[before];
            if (token.Head != verb || !(parsed.Is(before, "aux") || parsed.Is(before, "cop") || parsed.Is(before, "advmod"))) { break; }
            if (parsed.Left(before) != before || token.Xpos == "WRB" || char.IsUpper(parsed.Form(before)[0])) { break; }
            first = before;
        }
        return first;
    }


    public bool IsNegation(int token) => parsed.Tokens[token].Lemma is "not" or "never" or "n't";

    /// <summary>True for "did not say" and "never said"; a negation behind a comma or mark belongs to other words.</summary>
    public bool IsNegated(int verb)
    {
        foreach (int child in parsed.Children(verb))
        {
            if (child > verb) { break; }
            if (parsed.Is(child, "advmod") && IsNegation(child) && !HasPunctuation(child + 1, verb)) { return true; }
        }
        return false;
    }

    private bool HasPunctuation(int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            if (parsed.Tokens[i].Upos is Upos.PUNCT) { return true; }
        }
        return false;
    }

    /// <summary>True for "would say", "may argue".</summary>
    public bool IsConditional(int verb)
    {
        foreach (int child in parsed.Children(verb))
        {
            if (child > verb) { break; }
            if (parsed.Is(child, "aux") && parsed.Tokens[child].Lemma is "would" or "could" or "may" or "might" or "should" or "must" or "can") { return true; }
        }
        return false;
    }

    /// <summary>The clause that a word stands in: itself or the first governor that heads a clause.</summary>
    public int ClauseOf(int token)
    {
        int at = token;
        for (int step = 0; step < LongestChain; step++)
        {
            if (parsed.Tokens[at].Head < 0 || parsed.Is(at, "ccomp") || parsed.Is(at, "advcl") || parsed.Is(at, "acl") || parsed.Is(at, "parataxis")
                || (parsed.Is(at, "conj") && (parsed.Child(at, "nsubj") >= 0)))
            {
                return at;
            }
            at = parsed.Tokens[at].Head;
        }
        return at;
    }
}
