using Dateline.Knowledge;
using Dateline.Places;
using Dateline.Text;

namespace Dateline.Entities;

/// <summary>Names of several words that a table knows: "Saudi Arabia" is no place called Arabia that Saudis live in, and "New" belongs to "York" at the start of a sentence.</summary>
internal sealed class KnownNames(StoryWords words, NameLexicon lexicon)
{
    private const int LongestName = 5, LargePlace = 30_000;
    private readonly ParsedText _parsed = words.Parsed;

    /// <summary>Last token of the longest known name of two words or more that starts here and does not leave the sentence, or -1.</summary>
    public int EndOf(int first, Sentence sentence)
    {
        // Tables leave the article aside: it is no part of the name in a text either.
        if (!words.IsCapitalised(first) || _parsed.Tokens[first].Upos is Upos.DET or Upos.PRON or Upos.ADP) { return -1; }
        int reach = first;
        for (int i = first + 1; i < sentence.End && i < first + LongestName && (words.IsCapitalised(i) || _parsed.Form(i) is "and" or "of" or "the" or "-" or "–"); i++) { reach = i; }
        for (int last = reach; last > first; last--)
        {
            if (words.IsCapitalised(last) && _parsed.Tokens[last].Upos != Upos.PRON && Knows(first, last)) { return last; }
        }
        return -1;
    }

    private bool Knows(int first, int last)
    {
        ReadOnlySpan<char> phrase = words.Phrase(first, last);
        if (CountryTable.Default.ByName(phrase) is not null || CountryTable.Default.ByCapital(phrase) is not null || OrganizationTable.Default.ByName(phrase) is not null) { return true; }
        // "Victoria Jackson" may be a town as well: a place must be large, and a given name does not open it.
        if (lexicon.IsGivenName(_parsed.Form(first), out _) || lexicon.IsTitle(_parsed.Form(first), out _) || CountryTable.Default.ByName(_parsed.Form(first)) is not null) { return false; }
        foreach (int hit in Gazetteer.Default.Find(NameHash.Of(phrase)))
        {
            if (Gazetteer.Default.Population(hit) >= LargePlace || Gazetteer.Default.Kind(hit) is not (PlaceKind.City or PlaceKind.Admin2)) { return true; }
        }
        return false;
    }
}
