using Dateline.Knowledge;
using Dateline.Places;
using Dateline.Text;
using Dateline.Text.Neural;

namespace Dateline.Entities;

/// <summary>What the place of one capitalised word in its sentence says for or against a name.</summary>
internal sealed class NameSigns(StoryWords words, NameLexicon lexicon)
{
    private readonly ParsedText _parsed = words.Parsed;

    /// <summary>"(Applause.)": a word that is a sentence names nobody.</summary>
    public bool IsAlone(int i, Sentence sentence)
    {
        if (sentence.Count > 4) { return false; }
        for (int k = sentence.First; k < sentence.End; k++)
        {
            if (k != i && _parsed.Tokens[k].Upos != Upos.PUNCT) { return false; }
        }
        return _parsed.Tokens[sentence.End - 1].Upos == Upos.PUNCT;
    }

    /// <summary>"(Applause.) He went on": one capitalised word and its full stop within brackets name nobody either.</summary>
    public bool InBrackets(int i, Sentence sentence) => i > sentence.First && i + 2 < sentence.End && _parsed.Form(i - 1) is "(" or "[" && _parsed.Form(i + 1) is "." or "!" && _parsed.Form(i + 2) is ")" or "]"
        && CountryTable.Default.ByName(_parsed.Form(i)) is null;

    /// <summary>"Senators took an oath": several people by their office, with no name beside them.</summary>
    public bool IsOfficeOfMany(int i, Sentence sentence) => _parsed.Tokens[i].Name == NameTag.Outside && _parsed.Tokens[i].Xpos is "NNS" or "NNPS"
        && (i + 1 >= sentence.End || !words.IsCapitalised(i + 1)) && (i == sentence.First || !words.IsCapitalised(i - 1) || i - 1 == sentence.First)
        && RoleLexicon.Default.Find(Singular(_parsed.Form(i))) is { Kind: RoleKind.Person };

    private static ReadOnlySpan<char> Singular(ReadOnlySpan<char> plural) => plural.EndsWith("s", StringComparison.OrdinalIgnoreCase) ? plural[..^1] : plural;

    /// <summary>"report.pdf", but "Amazon.com".</summary>
    public static bool IsFileName(ReadOnlySpan<char> form)
    {
        int dot = form.LastIndexOf('.');
        ReadOnlySpan<char> ending = form[(dot + 1)..];
        return dot > 0 && ending.Length is 3 or 4 && !ending.ContainsAnyExceptInRange('a', 'z') && ending is not ("com" or "org" or "net");
    }

    /// <summary>"Geller played", "met Daisy": one thing without article is a name, where the word is one people bear or only ever has a capital.</summary>
    public bool IsBareArgument(int i) => _parsed.Tokens[i].Xpos is not ("NNS" or "NNPS") && (_parsed.Is(i, "nsubj") || _parsed.Is(i, "obj") || _parsed.Is(i, "obl") || _parsed.Is(i, "nmod") || _parsed.Is(i, "conj") || _parsed.Is(i, "appos"))
        && _parsed.Child(i, "det") < 0 && _parsed.Child(i, "amod") < 0 && _parsed.Child(i, "nummod") < 0 && _parsed.Child(i, "compound") < 0
        && RoleLexicon.Default.Find(_parsed.Form(i)) is null && !words.IsCapitals(i);

    /// <summary>True at the start of a sentence, of a quotation, behind a colon or a dash: a capital tells nothing there.</summary>
    public bool IsInitial(int i, Sentence sentence)
    {
        if (i == sentence.First) { return true; }
        return _parsed.Tokens[i - 1].Upos == Upos.PUNCT && _parsed.Form(i - 1) is "\"" or "“" or "‘" or "'" or "``" or ":" or "•" or "(" or "[" or "—" or "–" or "…" or "...";
    }

    /// <summary>"Avoid!", "Laughter.": one capitalised word that the model sees no name in and no table knows; the rest of the story may (see Confirm).</summary>
    public bool IsLoneAtStart(int i, ReadOnlySpan<char> form, Sentence sentence) => (i + 1 >= sentence.End || !words.IsCapitalised(i + 1))
        && !lexicon.IsGivenName(form, out _) && !lexicon.IsTitle(form, out _) && CountryTable.Default.ByName(form) is null && CountryTable.Default.ByCapital(form) is null
        && OrganizationTable.Default.ByName(form) is null && !(_parsed.Is(i, "nsubj") && _parsed.Tokens[i].Upos == Upos.PROPN && Gazetteer.Default.Contains(NameHash.Of(form)));

    /// <summary>The tagger calls many a capitalised first word a name: "Police said", "Troops moved".</summary>
    public bool IsCommonAtStart(int i, ReadOnlySpan<char> form) =>
        RoleLexicon.Default.Find(form) is not null || RoleLexicon.Default.Find(_parsed.Tokens[i].Lemma) is not null;
}
