namespace Dateline.Text.Neural;

/// <summary>Place of a word in a name (begin, inside, outside) with the name's kind, in the order of the name head's outputs.</summary>
public enum NameTag : byte { Outside, BeginPerson, InsidePerson, BeginOrganization, InsideOrganization, BeginPlace, InsidePlace, BeginOther, InsideOther }

/// <summary>Arithmetic of <see cref="NameTag"/>.</summary>
public static class NameTags
{
    /// <summary>Number of tags.</summary>
    public const int Count = 9;

    /// <summary>True for the first word of a name.</summary>
    public static bool IsBegin(this NameTag tag) => ((int)tag & 1) == 1;

    /// <summary>True for a later word of a name.</summary>
    public static bool IsInside(this NameTag tag) => tag != NameTag.Outside && ((int)tag & 1) == 0;

    /// <summary>The tag that continues a name begun or continued by this one.</summary>
    public static NameTag Continued(this NameTag tag) => tag.IsBegin() ? tag + 1 : tag;

    /// <summary>The best sequence for a sentence's scores (n rows of <see cref="Count"/> with the given stride): an inside tag only follows its own kind.</summary>
    public static void Decode(ReadOnlySpan<float> scores, int n, int stride, Span<NameTag> tags)
    {
        Span<float> best = stackalloc float[Count], next = stackalloc float[Count];
        byte[] back = new byte[n * Count];
        for (int i = 0; i < n; i++)
        {
            int outsideBest = 0;
            for (int t = 1; t < Count; t++) { if (best[t] > best[outsideBest]) { outsideBest = t; } }
            for (int t = 0; t < Count; t++)
            {
                int from = outsideBest;
                if (((NameTag)t).IsInside()) { from = i == 0 ? -1 : best[t] >= best[t - 1] ? t : t - 1; }
                float before = i == 0 ? (from < 0 ? float.NegativeInfinity : 0) : best[Math.Max(from, 0)];
                next[t] = before + scores[(i * stride) + t];
                back[(i * Count) + t] = (byte)Math.Max(from, 0);
            }
            next.CopyTo(best);
        }
        int tag = 0;
        for (int t = 1; t < Count; t++) { if (best[t] > best[tag]) { tag = t; } }
        for (int i = n - 1; i >= 0; i--)
        {
            tags[i] = (NameTag)tag;
            tag = back[(i * Count) + tag];
        }
    }
}
