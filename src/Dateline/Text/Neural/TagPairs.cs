namespace Dateline.Text.Neural;

/// <summary>Chooses part of speech and Penn tag together: pairs that the training trees hold, weighed by how the part of speech goes with the word's relation.</summary>
/// <remarks>The two heads of the network err apart; agreeing on a pair corrects some of it, and an auxiliary by its arc is no verb by its tag.</remarks>
public sealed class TagPairs
{
    /// <summary>Matrix of a model: 1 where a part of speech (row) goes with a Penn tag (column).</summary>
    public const string PairsTable = "tagPairs";
    /// <summary>Matrix of a model: what a relation (row) says for a part of speech (column), in the scale of the scores.</summary>
    public const string RelationsTable = "relationTags";

    private readonly (byte Upos, byte Xpos)[] _pairs;
    private readonly float[]? _relations;
    private readonly int _tags;

    /// <summary>Takes the matrices of the model; without them each tag is chosen alone.</summary>
    public TagPairs(EncoderModel model)
    {
        _tags = model.Xpos.Count;
        float[] allowed = model.TryGet(PairsTable) ?? [];
        _relations = model.TryGet(RelationsTable);
        _pairs = [.. Enumerable.Range(0, allowed.Length).Where(i => allowed[i] > 0).Select(i => ((byte)(i / _tags), (byte)(i % _tags)))];
    }

    /// <summary>Reads scores in rows of Penn tags, then parts of speech.</summary>
    public void Choose(ReadOnlySpan<float> scores, int stride, int words, ReadOnlySpan<int> relations, Span<Upos> upos, Span<int> xpos)
    {
        Span<float> parts = stackalloc float[Encoder.UposCount];
        for (int i = 0; i < words; i++)
        {
            ReadOnlySpan<float> tags = scores.Slice(i * stride, _tags);
            scores.Slice((i * stride) + _tags, Encoder.UposCount).CopyTo(parts);
            if (_relations is null || _pairs.Length == 0)
            {
                (upos[i], xpos[i]) = ((Upos)Largest(parts), Largest(tags));
                continue;
            }
            Layers.Add(_relations.AsSpan(relations[i] * Encoder.UposCount, Encoder.UposCount), parts);
            float best = float.NegativeInfinity;
            foreach ((byte part, byte tag) in _pairs)
            {
                float score = parts[part] + tags[tag];
                if (score > best) { (best, upos[i], xpos[i]) = (score, (Upos)part, tag); }
            }
        }
    }

    private static int Largest(ReadOnlySpan<float> row)
    {
        int best = 0;
        for (int j = 1; j < row.Length; j++) { if (row[j] > row[best]) { best = j; } }
        return best;
    }
}
