using System.Collections.Frozen;
using Dateline.Knowledge;

namespace Dateline.Statements;

/// <summary>A verb, noun, adjective or phrase that hands content to a source: how it takes the content and what is done by saying it.</summary>
internal sealed class ReportingWord
{
    private static readonly FrozenDictionary<string, Frames> FrameNames = new Dictionary<string, Frames>(StringComparer.Ordinal)
    {
        ["that"] = Frames.That, ["wh"] = Frames.Wh, ["quote"] = Frames.Quote, ["to"] = Frames.To, ["oto"] = Frames.ObjectTo, ["othat"] = Frames.ObjectThat,
        ["obj"] = Frames.Object, ["ing"] = Frames.Gerund, ["pred"] = Frames.Predicate, ["as"] = Frames.As, ["bare"] = Frames.Bare, ["put"] = Frames.Put,
        ["oto-pass"] = Frames.PassiveTo, ["d:obj"] = Frames.DocumentObject, ["on-to"] = Frames.PrepositionTo, ["to-to"] = Frames.PrepositionTo,
        ["with-to"] = Frames.PrepositionTo, ["objs"] = Frames.SpeechObject, ["rest"] = Frames.Rest,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public required string Lemma { get; init; }
    /// <summary>The words after the first one ("out" of "point out"); empty for a single word.</summary>
    public string[] Rest { get; private init; } = [];
    public Frames Frames { get; private init; }
    /// <summary>Prepositions whose object is the content ("warned of floods").</summary>
    public string[] Prepositions { get; private init; } = [];
    /// <summary>Prepositions that complete an object ("accused him of theft").</summary>
    public string[] ObjectPrepositions { get; private init; } = [];
    public required Act Act { get; init; }
    public Stance Stance { get; private init; }
    public Certainty Certainty { get; private init; }
    public Polarity Polarity { get; private init; }
    /// <summary>Where the one spoken to stands: <c>obj</c>, a preposition, or "".</summary>
    public string Addressee { get; private init; } = "";

    public bool Takes(Frames frame) => (Frames & frame) != 0;

    /// <summary>Reads one row; absent columns have their plain values.</summary>
    /// <exception cref="InvalidDataException">A frame or a value is not known.</exception>
    public static ReportingWord Read(TsvTable table, string[] row, string lemmaColumn)
    {
        string Optional(string column) => table.Has(column) ? table.Cell(row, column) : "";
        Frames frames = Frames.None;
        List<string> prepositions = [], objectPrepositions = [];
        foreach (string name in Optional("frames").Split('|', StringSplitOptions.RemoveEmptyEntries))
        {
            if (name.StartsWith("p:", StringComparison.Ordinal)) { prepositions.Add(name[2..]); }
            else if (name.StartsWith("o:", StringComparison.Ordinal)) { objectPrepositions.Add(name[2..]); }
            else if (FrameNames.TryGetValue(name, out Frames frame)) { frames |= frame; }
            else { throw table.Fault(row, $"the frame \"{name}\" is not one of {string.Join(", ", FrameNames.Keys.Order(StringComparer.Ordinal))}"); }
        }
        string[] words = table.Cell(row, lemmaColumn).Split(' ');
        return new ReportingWord
        {
            Lemma = table.Cell(row, lemmaColumn),
            Rest = words[1..],
            Frames = frames,
            Prepositions = [.. prepositions],
            ObjectPrepositions = [.. objectPrepositions],
            Act = Value<Act>(table, row, Optional("act"), Act.Assert),
            Stance = Value<Stance>(table, row, Optional("stance"), Stance.Neutral),
            Certainty = Value<Certainty>(table, row, Optional("certainty"), Certainty.Asserted),
            Polarity = Value<Polarity>(table, row, Optional("polarity"), Polarity.Affirmed),
            Addressee = Optional("addressee"),
        };
    }

    private static T Value<T>(TsvTable table, string[] row, string cell, T absent) where T : struct, Enum =>
        cell.Length == 0 ? absent : Enum.TryParse(cell, ignoreCase: true, out T value) ? value
            : throw table.Fault(row, $"\"{cell}\" is no {typeof(T).Name}");
}
