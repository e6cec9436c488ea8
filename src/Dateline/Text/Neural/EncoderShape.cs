namespace Dateline.Text.Neural;

/// <summary>The sizes of the encoder: numbers that a model file carries and training sets.</summary>
public sealed record EncoderShape
{
    /// <summary>Rows of the table of lower-cased forms.</summary>
    public int FormRows { get; init; } = 32768;
    public int NgramRows { get; init; } = 16384;
    /// <summary>Rows of the prefix table and of the suffix table.</summary>
    public int AffixRows { get; init; } = 4096;
    public int ShapeRows { get; init; } = 1024;
    /// <summary>Width of the form and n-gram embeddings.</summary>
    public int WideEmbedding { get; init; } = 64;
    /// <summary>Width of the prefix, suffix and shape embeddings.</summary>
    public int NarrowEmbedding { get; init; } = 32;
    /// <summary>Width of the hidden layers.</summary>
    public int Width { get; init; } = 160;
    /// <summary>Distances of the neighbours that each convolution sees.</summary>
    public IReadOnlyList<int> Dilations { get; init; } = [1, 1, 2, 4];
    public int AttentionHeads { get; init; } = 5;
    /// <summary>Layers of attention, spread evenly among the convolutions; the last one ends the encoder.</summary>
    public int AttentionLayers { get; init; } = 1;
    public int ArcWidth { get; init; } = 128;
    public int LabelWidth { get; init; } = 128;

    /// <summary>The attention layer that follows a convolution, or -1.</summary>
    public int AttentionAfter(int convolution)
    {
        int done = (convolution + 1) * AttentionLayers / Dilations.Count;
        return done > convolution * AttentionLayers / Dilations.Count ? done - 1 : -1;
    }

    /// <summary>Width of a token's concatenated embeddings.</summary>
    public int InputWidth => (2 * WideEmbedding) + (3 * NarrowEmbedding);

    /// <summary>Buckets of the signed distance between head and dependant; the last one is the root.</summary>
    public const int DistanceBuckets = 32;

    /// <summary>The bucket of a head's distance: exact to four, then by doubling.</summary>
    public static int DistanceBucket(int distance)
    {
        int size = Math.Abs(distance);
        int bucket = size switch { <= 4 => size, <= 6 => 5, <= 9 => 6, <= 14 => 7, <= 20 => 8, <= 30 => 9, <= 45 => 10, _ => 11 };
        return distance < 0 ? bucket : bucket + 12;
    }

    /// <summary>The bucket of the root.</summary>
    public const int RootBucket = DistanceBuckets - 1;
}
