using Dateline.Text;

namespace Dateline.Events.UserVerbs;

/// <summary>Codes verbs by a user's dictionary; the tree, not the word order alone, says who acts on whom.</summary>
internal sealed class UserVerbCoder(PetrarchVerbDictionary dictionary, FrameReader frames, PartyReader parties)
{
    /// <summary>
    /// True when the dictionary has the verb and so decides: <paramref name="draft"/> is its event, or null where it says there is none.
    /// False: the built-in lexicon may speak.
    /// </summary>
    public bool TryCode(EventScene scene, int token, out EventDraft? draft)
    {
        draft = null;
        if (scene.Upos(token) != Upos.VERB) { return false; }
        string form = scene.Parsed.Form(token).ToString().ToLowerInvariant();
        foreach (PetrarchVerb verb in dictionary.Find(form) is { Count: > 0 } found ? found : dictionary.Find(scene.Verb(token)))
        {
            int after = Follow(scene, token, verb.After);
            if (after < 0) { continue; }
            PetrarchPattern? best = null;
            (int Source, int Target) bound = (-1, -1);
            foreach (PetrarchPattern pattern in verb.Patterns)
            {
                if ((best is null || pattern.Size > best.Size) && Matches(scene, token, after, pattern, out (int, int) parts)) { (best, bound) = (pattern, parts); }
            }
            draft = Draft(scene, token, after, best is null ? verb.Code : best.Code, bound);
            return true;
        }
        return false;
    }

    private EventDraft? Draft(EventScene scene, int token, int after, string? code, (int Source, int Target) bound)
    {
        if (code is null || Crosswalk.Default.Root(code) is not { } root) { return null; }
        Frame frame = frames.Read(scene, token);
        if (bound.Source >= 0) { frame = frame with { Subject = bound.Source }; }
        if (bound.Target >= 0) { frame = frame with { Object = bound.Target }; }
        EventDraft draft = new()
        {
            Head = token, Predicate = token, Lemma = scene.Verb(token), Root = root, Mode = Crosswalk.Default.Mode(code), Cameo = code, Sure = true,
            Rule = "events/user-verb", Frame = frame, TriggerSpan = scene.Parsed.SpanOf(token, after - 1), Heads = { token },
        };
        parties.Fill(scene, draft, frame);
        return draft;
    }

    private static bool Matches(EventScene scene, int token, int after, PetrarchPattern pattern, out (int Source, int Target) bound)
    {
        bound = (-1, -1);
        Sentence sentence = scene.Parsed.SentenceOf(token);
        int at = token - 1;
        foreach (PatternElement element in pattern.Left)
        {
            int found = -1;
            for (int i = at; i >= sentence.First && found < 0 && (!element.Adjacent || i == at); i--)
            {
                // A phrase is found by its last word when reading backwards.
                int first = FirstOf(scene, element, sentence.First, i, ref bound);
                if (first >= 0) { found = first; }
            }
            if (found < 0) { return false; }
            at = found - 1;
        }
        at = after;
        foreach (PatternElement element in pattern.Right)
        {
            int next = -1;
            for (int i = at; i < sentence.End && next < 0 && (!element.Adjacent || i == at); i++) { next = EndOf(scene, element, i, sentence.End, ref bound); }
            if (next < 0) { return false; }
            at = next;
        }
        return true;
    }

    /// <summary>First token of the element when it ends at the token, or -1.</summary>
    private static int FirstOf(EventScene scene, PatternElement element, int start, int last, ref (int Source, int Target) bound)
    {
        if (element.Kind != PatternKind.Words) { return Bind(scene, element.Kind, last, ref bound) ? last : -1; }
        foreach (string[] phrase in element.Phrases)
        {
            int first = last - phrase.Length + 1;
            if (first >= start && Follow(scene, first - 1, phrase) == last + 1) { return first; }
        }
        return -1;
    }

    /// <summary>Token after the element when it begins at the token, or -1.</summary>
    private static int EndOf(EventScene scene, PatternElement element, int first, int end, ref (int Source, int Target) bound)
    {
        if (element.Kind != PatternKind.Words) { return Bind(scene, element.Kind, first, ref bound) ? first + 1 : -1; }
        foreach (string[] phrase in element.Phrases)
        {
            int after = Follow(scene, first - 1, phrase);
            if (after >= 0 && after <= end) { return after; }
        }
        return -1;
    }

    private static bool Bind(EventScene scene, PatternKind kind, int token, ref (int Source, int Target) bound)
    {
        if (scene.EntityAt(token) is null && scene.PlaceAt(token) is null) { return false; }
        if (kind == PatternKind.Source) { bound.Source = token; }
        else if (kind == PatternKind.Target) { bound.Target = token; }
        else if (kind == PatternKind.Both) { bound.Source = token; }
        return true;
    }

    /// <summary>The token after the words when they stand right behind the token, by form or lemma; -1 when they do not.</summary>
    private static int Follow(EventScene scene, int token, string[] words)
    {
        int at = token + 1;
        foreach (string word in words)
        {
            if (at >= scene.Parsed.Tokens.Length || !(scene.IsForm(at, word) || scene.Lemma(at).Equals(word, StringComparison.OrdinalIgnoreCase))) { return -1; }
            at++;
        }
        return at;
    }
}
