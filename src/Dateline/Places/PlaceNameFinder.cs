using System.Buffers;
using System.Collections.Frozen;
using Dateline.Entities;
using Dateline.Knowledge;
using Dateline.Stories;
using Dateline.Text;

namespace Dateline.Places;

/// <summary>Names of places in the words of a story: the longest run of words that the tables know, from each capital on.</summary>
internal sealed class PlaceNameFinder(Gazetteer gazetteer, CountryTable countries, PlaceAbbreviations abbreviations)
{
    // What ends a part of a dateline: "HELENA, Mont. (AP) -".
    private static readonly SearchValues<char> SegmentEnds = SearchValues.Create(",(—–/:;0123456789");
    private const int MostWords = 6;
    private const int MostCandidates = 400;
    private const uint SmallAlternate = 15_000;
    private const uint KnownWithoutTag = 100_000;

    // Words that some village bears as its name and that mean something else in news.
    private static readonly Lazy<FrozenSet<string>> NotPlaces = new(() =>
    {
        TsvTable table = TsvTable.Embedded("places/not-places.tsv");
        return table.Rows.Select(r => table.Cell(r, "word")).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    });

    /// <summary>Every name, in text order, not overlapping.</summary>
    public List<PlaceMention> Find(Story story, ParsedText parsed)
    {
        List<PlaceMention> mentions = [];
        AddDateline(story, mentions);
        foreach (Sentence sentence in parsed.Sentences)
        {
            int start = mentions.Count;
            for (int i = sentence.First; i < sentence.End; i++)
            {
                if (!MayStart(parsed, i)) { continue; }
                if (Longest(parsed, sentence, i) is not { } mention) { continue; }
                mentions.Add(mention);
                i = mention.Last;
            }
            LinkContainers(parsed, mentions, start);
            LinkLists(parsed, mentions, start);
        }
        return mentions;
    }

    private static bool MayStart(ParsedText parsed, int token) => char.IsUpper(parsed.Form(token)[0]) && parsed.Tokens[token].Upos != Upos.PUNCT;

    /// <summary>A capital at the beginning of a sentence or in a word that the tagger takes for no name says little: then the name must be long or well known.</summary>
    private bool Suffices(ParsedText parsed, int first, int last, Country? country, List<(int Place, bool Main)> candidates)
    {
        if (last > first || country is not null || parsed.Tokens[first].Upos == Upos.PROPN) { return true; }
        if (first == parsed.SentenceOf(first).First) { return false; }
        bool put = parsed.Form(first - 1) is "in" or "near" or "at" or "from" or "to" or "of" or "outside" or "around";
        return candidates.Exists(c => c.Main && (put || gazetteer.Population(c.Place) >= KnownWithoutTag));
    }

    private PlaceMention? Longest(ParsedText parsed, Sentence sentence, int first)
    {
        if (first > sentence.First && parsed.Form(first - 1) is "," && Abbreviation(parsed, first) is { } division) { return division; }
        NameHash hash = NameHash.Empty;
        int last = -1;
        Country? country = null;
        NameHash key = default;
        bool isPlace = false;
        int end = Math.Min(sentence.End, first + MostWords);
        for (int i = first; i < end; i++)
        {
            ReadOnlySpan<char> form = parsed.Form(i);
            if (i > first && !Continues(parsed, i, end)) { break; }
            hash = hash.Append(form);
            if (!char.IsUpper(form[0]) && !char.IsDigit(form[0])) { continue; }
            Country? named = countries.ByName(parsed.SpanOf(first, i).In(parsed.Text));
            bool place = named is null || named.Name.Length > 3 ? gazetteer.Contains(hash) : false;
            // A capital of one or two letters is a country's or nothing ("US", "UK"; not the town of "Of").
            if (named is null && (!place || hash.Length < 3 || (i == first && IsOtherWord(form)))) { continue; }
            last = i;
            country = named;
            key = hash;
            isPlace = place;
        }
        if (last < 0) { return Abbreviation(parsed, first); }
        if (first > sentence.First && last == first && country is not null && PlaceWords.Parts.Contains(parsed.Form(first - 1)))
        {
            // "eastern Ukraine" has a point of its own.
            NameHash part = NameHash.Of(parsed.Form(first - 1)).Append(parsed.Form(first));
            if (gazetteer.Contains(part)) { (first, country, key, isPlace) = (first - 1, null, part, true); }
        }
        TextSpan span = parsed.SpanOf(first, last);
        List<(int, bool)> candidates = isPlace ? Candidates(key) : [];
        if ((country is null && candidates.Count == 0) || !Suffices(parsed, first, last, country, candidates)) { return null; }
        return new PlaceMention { First = first, Last = last, Head = parsed.HeadOf(span), Span = span, Country = country, Candidates = candidates, Key = key.Value };
    }

    /// <summary>A word of news or a demonym, whatever village bears it: "Canadian" is no town in Texas.</summary>
    private bool IsOtherWord(ReadOnlySpan<char> word) => NotPlaces.Value.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word) || countries.ByDemonym(word) is not null;

    private static bool Continues(ParsedText parsed, int token, int end)
    {
        ReadOnlySpan<char> form = parsed.Form(token);
        if (char.IsUpper(form[0])) { return true; }
        // "Washington, D.C." is one name; every other comma ends one.
        if (form is ",") { return token + 1 < end && parsed.Form(token + 1) is "D.C." or "DC" or "D.C"; }
        if (token + 1 >= end) { return false; }
        // "Indian-administered Kashmir".
        return PlaceWords.Particles.Contains(form) || (parsed.Form(token - 1) is "-" && parsed.Tokens[token - 1].Span.End == parsed.Tokens[token].Span.Start);
    }

    /// <summary>"Mont.", "N.Y.": only after a comma, where it holds the name before it.</summary>
    private PlaceMention? Abbreviation(ParsedText parsed, int token)
    {
        ReadOnlySpan<char> form = parsed.Form(token);
        if (form.Length < 2 || abbreviations.Find(form) is not { } division) { return null; }
        // "La." and "Miss." are words unless a comma stands before; "N.Y.", "NSW" are names anywhere.
        bool plain = form.Count('.') > 1 || (form.Length > 2 && form.IndexOf('.') < 0);
        if (!plain && (token < 1 || parsed.Form(token - 1) is not ",")) { return null; }
        return FromAbbreviation(division, parsed.Tokens[token].Span, token);
    }

    private PlaceMention? FromAbbreviation(PlaceAbbreviation division, TextSpan span, int token)
    {
        NameHash key = NameHash.Of(division.Admin1);
        List<(int Place, bool Main)> candidates = [.. Candidates(key).Where(c => gazetteer.Kind(c.Item1) == PlaceKind.Admin1 && gazetteer.Country(c.Item1) == division.Country)];
        return candidates.Count == 0 ? null : new PlaceMention { First = token, Last = token, Head = token, Span = span, Candidates = candidates, Key = key.Value, HasCue = true, NamesDivision = true };
    }

    private List<(int, bool)> Candidates(NameHash key)
    {
        List<(int, bool)> candidates = [];
        Gazetteer.Hits hits = gazetteer.Find(key);
        while (hits.MoveNext() && candidates.Count < MostCandidates)
        {
            // Alternates of villages are names of other places more often than of them.
            if (hits.Flag || gazetteer.Population(hits.Current) >= SmallAlternate || gazetteer.Kind(hits.Current) != PlaceKind.City) { candidates.Add((hits.Current, hits.Flag)); }
        }
        return candidates;
    }

    /// <summary>"Oregon, Washington and Idaho": the names beside it in an enumeration.</summary>
    private static void LinkLists(ParsedText parsed, List<PlaceMention> mentions, int start)
    {
        for (int i = start; i + 1 < mentions.Count; i++)
        {
            PlaceMention a = mentions[i], b = mentions[i + 1];
            if (a.Container == b || a.First < 0) { continue; }
            bool listed = b.First - a.Last is 2 or 3;
            for (int t = a.Last + 1; t < b.First && listed; t++) { listed = parsed.Form(t) is "," or "and" or "or" or "&" or ";"; }
            if (listed) { a.Beside = b; b.Beside ??= a; }
        }
    }

    /// <summary>"X, Y": the second holds the first, where the tables allow it.</summary>
    private void LinkContainers(ParsedText parsed, List<PlaceMention> mentions, int start)
    {
        for (int i = start; i + 1 < mentions.Count; i++)
        {
            PlaceMention inner = mentions[i], outer = mentions[i + 1];
            bool comma = outer.First == inner.Last + 2 && parsed.Form(inner.Last + 1) is "," or "(";
            // "Turkey's Gaziantep": the first holds the second.
            if (outer.First == inner.Last + 2 && parsed.Form(inner.Last + 1) is "'s" or "’s" && Holds(inner, outer)) { outer.Container = inner; inner.Inner = outer; continue; }
            bool within = outer.First == inner.Last + 2 && parsed.Form(inner.Last + 1) is "in";
            if ((comma || within) && Holds(outer, inner)) { inner.Container = outer; outer.Inner = inner; }
        }
    }

    private bool Holds(PlaceMention outer, PlaceMention inner)
    {
        foreach ((int place, bool _) in inner.Candidates)
        {
            if (outer.Country is { } country && gazetteer.Country(place) == country.Code) { return true; }
            foreach ((int holder, bool _) in outer.Candidates)
            {
                if (Holds(holder, place)) { return true; }
            }
        }
        return false;
    }

    /// <summary>True when the first place is the division that the second lies in.</summary>
    public bool Holds(int division, int place) =>
        division != place && gazetteer.Kind(division) is PlaceKind.Admin1 or PlaceKind.Region && gazetteer.Country(division).Length > 0
        && gazetteer.Country(division) == gazetteer.Country(place)
        && (gazetteer.Admin1(division) is { Length: > 0 } name ? name == gazetteer.Admin1(place) : Near(division, place));

    private bool Near(int division, int place)
    {
        (double lat1, double lon1) = gazetteer.Position(division);
        (double lat2, double lon2) = gazetteer.Position(place);
        return PlaceRanker.Kilometres(lat1, lon1, lat2, lon2) < 200;
    }

    private void AddDateline(Story story, List<PlaceMention> mentions)
    {
        if (story.Dateline is not { PlaceName: { } name } dateline) { return; }
        int end = Math.Max(name.Span.End, dateline.Span.End);
        int from = name.Span.Start;
        bool first = true;
        while (from < end)
        {
            int cut = story.Text.AsSpan(from, end - from).IndexOfAny(SegmentEnds);
            int to = cut < 0 ? end : from + cut;
            if (first && from < name.Span.End) { to = Math.Min(to, name.Span.End); }
            TextSpan span = Trim(story.Text, from, to);
            if (span.IsEmpty || Segment(story.Text, span, first) is not { } mention) { return; }
            if (!first)
            {
                mentions[^1].Container = mention;
                mention.Inner = mentions[^1];
            }
            mentions.Add(mention);
            first = false;
            if (to >= end) { return; }
            // "BEIRUT/THE HAGUE" are two places, "HELENA, Mont." is one.
            if (story.Text[to] is '/') { first = true; }
            else if (story.Text[to] is not ',') { return; }
            from = to + 1;
        }
    }

    private PlaceMention? Segment(string text, TextSpan span, bool first)
    {
        ReadOnlySpan<char> name = span.In(text);
        if (name.Length < 2 || !char.IsUpper(name[0])) { return null; }
        if (!first && abbreviations.Find(name) is { } division) { return FromAbbreviation(division, span, -1); }
        Country? country = countries.ByName(name);
        NameHash key = NameHash.Of(name);
        List<(int, bool)> candidates = Candidates(key);
        if (country is null && candidates.Count == 0) { return null; }
        return new PlaceMention { First = -1, Last = -1, Head = -1, Span = span, Country = country, Candidates = candidates, Key = key.Value, IsDateline = first, HasCue = true };
    }

    private static TextSpan Trim(string text, int start, int end)
    {
        while (start < end && !char.IsLetter(text[start])) { start++; }
        while (end > start && !char.IsLetter(text[end - 1]) && text[end - 1] is not '.') { end--; }
        return new TextSpan(start, end);
    }
}
