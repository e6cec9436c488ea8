using Dateline.Text;
using Dateline.Text.Neural;

namespace Dateline.Entities;

/// <summary>Where one name ends and another begins with nothing between them: signatures above the next letter's greeting, lists, labels.</summary>
internal sealed class NameBoundaries(StoryWords words, NameLexicon lexicon)
{
    /// <summary>Words of a list of full names without commas, from which it is no long name of one person.</summary>
    private const int FewestInList = 6;
    private readonly ParsedText _parsed = words.Parsed;

    /// <summary>True when the name that began at <paramref name="first"/> ends before <paramref name="next"/>, the word right behind it.</summary>
    public bool Between(int first, int next, int end) => _parsed.Tokens[next - 1].Upos != Upos.PUNCT
        && (IsAddressed(first, next, end) || OpensSentence(first, next, end) || IsLabel(first, next, end) || IsNextOfList(first, next, end));

    /// <summary>"Renee, Thank you": somebody is spoken to, and a new sentence begins behind the comma.</summary>
    public bool IsAddress(int last, int end) => last + 2 < end && _parsed.Form(last + 1) is "," or "-" or "–" or "—" && !words.Touches(last + 1)
        && char.IsUpper(_parsed.Form(last + 2)[0]) && (lexicon.IsOpening(_parsed.Form(last + 2))
            || (_parsed.Tokens[last + 2].Name == NameTag.Outside && _parsed.Tokens[last + 2].Upos is not (Upos.PROPN or Upos.NOUN or Upos.NUM or Upos.ADJ)));

    /// <summary>"Thanks, Traci": the word before closes a letter.</summary>
    public bool IsSignature(int first, int begin)
    {
        int before = first - 1;
        if (before > begin && _parsed.Form(before) is "," or "-" or "–" or "—" or "!") { before--; }
        return before >= begin && lexicon.IsClosing(_parsed.Form(before));
    }

    /// <summary>"Attached" in "Thanks, John Attached is a link": a word that begins a sentence, with small letters behind it.</summary>
    public bool IsOpening(int token, Sentence sentence) => token > sentence.First && token + 1 < sentence.End && lexicon.IsOpening(_parsed.Form(token))
        && words.IsCapitalised(token - 1) && !words.IsCapitalised(token + 1) && _parsed.Tokens[token + 1].Upos is not (Upos.PUNCT or Upos.PART);

    // "Phillip Jim, Take a look": the signature of one letter and the greeting of the next.
    private bool IsAddressed(int first, int next, int end)
    {
        if (!IsAddress(next, end)) { return false; }
        bool same = _parsed.Form(next).Equals(_parsed.Form(next - 1), StringComparison.OrdinalIgnoreCase);
        return same || lexicon.IsGivenName(_parsed.Form(next), out _)
            || (first == next - 1 && first == _parsed.SentenceOf(first).First && lexicon.IsGivenName(_parsed.Form(first), out _) && _parsed.Form(next + 1) is ",");
    }

    // "Sean Here you go", "Phillip Let me know": a word that begins sentences, and small letters behind it.
    private bool OpensSentence(int first, int next, int end) => lexicon.IsOpening(_parsed.Form(next)) && next + 1 < end && !words.IsCapitalised(next + 1)
        && _parsed.Tokens[next + 1].Upos is not (Upos.PUNCT or Upos.PART) && (lexicon.IsGivenName(_parsed.Form(first), out _) || _parsed.Tokens[first].Name == NameTag.BeginPerson);

    // "Phillip Attendees:": a heading behind a name.
    private bool IsLabel(int first, int next, int end) => next + 1 < end && _parsed.Form(next + 1) is ":" && _parsed.Tokens[next].Xpos is "NNS" or "NNPS"
        && lexicon.IsGivenName(_parsed.Form(first), out _) && !lexicon.IsSurname(_parsed.Form(next));

    // "Coach: Ben Markey Mary John", "Pam Butler Renee Ratcliff Larry Lewis": given name and surname, again and again.
    private bool IsNextOfList(int first, int next, int end)
    {
        if (!IsGivenOnly(next) || next - first is < 2 or > 3 || !IsFullName(first, next)) { return false; }
        int run = next;
        while (run < end && words.IsCapitalised(run) && _parsed.Tokens[run].Upos is Upos.PROPN or Upos.NOUN or Upos.X or Upos.ADJ) { run++; }
        bool labelled = first > 0 && _parsed.Form(first - 1) is ":";
        int from = first;
        // A name cut off before was of the same list.
        bool follows = from >= 2 && words.IsCapitalised(from - 1) && _parsed.Tokens[from - 1].Upos == Upos.PROPN && !lexicon.IsTitle(_parsed.Form(from - 1), out _);
        return run - next >= 2 && (labelled || follows || (!IsGivenOnly(next + 1) && run - first >= FewestInList));
    }

    private bool IsFullName(int first, int next)
    {
        if (!IsGivenOnly(first)) { return false; }
        return next - first == 2 || _parsed.Form(first + 1) is { Length: <= 2 };
    }

    private bool IsGivenOnly(int token) => lexicon.IsGivenName(_parsed.Form(token), out _);
}
