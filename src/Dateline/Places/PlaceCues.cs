using Dateline.Knowledge;

namespace Dateline.Places;

/// <summary>What the words around a name say about it: <c>knowledge/places/cues.tsv</c>.</summary>
internal sealed class PlaceCues
{
    private static readonly Lazy<PlaceCues> Embedded = new(() => new PlaceCues(TsvTable.Embedded("places/cues.tsv")));
    private readonly Dictionary<CueUse, NameIndex<Box>> _words = [];

    private PlaceCues(TsvTable table)
    {
        Dictionary<CueUse, List<KeyValuePair<string, Box>>> uses = [];
        foreach (string[] row in table.Rows)
        {
            CueUse use = table.Cell(row, "use") switch
            {
                "preposition" => CueUse.Preposition,
                "object" => CueUse.Object,
                "subject" => CueUse.Subject,
                "subject-of-count" => CueUse.SubjectOfCount,
                "count" => CueUse.Count,
                "head-noun" => CueUse.HeadNoun,
                "of-noun" => CueUse.OfNoun,
                "from-noun" => CueUse.FromNoun,
                "to-verb" => CueUse.ToVerb,
                "to-noun" => CueUse.ToNoun,
                "for-verb" => CueUse.ForVerb,
                "on-noun" => CueUse.OnNoun,
                "between-noun" => CueUse.BetweenNoun,
                string other => throw table.Fault(row, $"use is \"{other}\", which PlaceCues does not know"),
            };
            CueReading reading = table.Cell(row, "reading") switch
            {
                "place" => CueReading.Place,
                "agent" => CueReading.Agent,
                string other => throw table.Fault(row, $"reading is \"{other}\", expected place or agent"),
            };
            if (!uses.TryGetValue(use, out List<KeyValuePair<string, Box>>? list)) { uses[use] = list = []; }
            list.Add(KeyValuePair.Create(table.Cell(row, "word"), new Box(reading)));
        }
        foreach ((CueUse use, List<KeyValuePair<string, Box>> list) in uses) { _words[use] = new NameIndex<Box>(list); }
    }

    /// <summary>The cues of this build, read at first use.</summary>
    public static PlaceCues Default => Embedded.Value;

    /// <summary>The reading a word gives in that use; null when it says nothing.</summary>
    public CueReading? Find(CueUse use, ReadOnlySpan<char> word) => _words[use].Find(word)?.Reading;

    private sealed record Box(CueReading Reading);
}

/// <summary>Where a cue stands.</summary>
internal enum CueUse : byte { Preposition, Object, Subject, SubjectOfCount, Count, HeadNoun, OfNoun, FromNoun, ToVerb, ToNoun, ForVerb, OnNoun, BetweenNoun }

/// <summary>A place as a place, or the people and powers of it.</summary>
internal enum CueReading : byte { Place, Agent }
