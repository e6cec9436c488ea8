namespace Dateline.Knowledge;

/// <summary>A name's key in compiled tables: its letters and digits alone, folded and in lower case, hashed (FNV-1a, 64 bit).</summary>
/// <remarks>"Port-au-Prince", "Port au Prince" and "PORT-AU-PRINCE" are one key, so is "Sana'a" and "Sanaa", whatever the tokenizer cuts.</remarks>
public readonly struct NameHash
{
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    private readonly ulong _state;

    private NameHash(ulong state, int length)
    {
        _state = state;
        Length = length;
    }

    /// <summary>Nothing read yet.</summary>
    public static NameHash Empty => new(Offset, 0);

    /// <summary>Number of letters and digits read.</summary>
    public int Length { get; }

    /// <summary>The key, well mixed.</summary>
    public ulong Value
    {
        get
        {
            ulong x = _state;
            x ^= x >> 32;
            x *= 0xD6E8FEB86659FD93;
            return x ^ (x >> 32);
        }
    }

    /// <summary>The key of a whole name.</summary>
    public static NameHash Of(ReadOnlySpan<char> name) => Empty.Append(name);

    /// <summary>The key of what was read and these characters after it.</summary>
    public NameHash Append(ReadOnlySpan<char> characters)
    {
        ulong state = _state;
        int length = Length;
        foreach (char raw in characters)
        {
            char c = raw;
            if (c >= 0x80)
            {
                if (c is 'ß' or 'æ' or 'Æ' or 'œ' or 'Œ' or 'þ' or 'Þ')
                {
                    ReadOnlySpan<char> pair = c switch { 'ß' => "ss", 'æ' or 'Æ' => "ae", 'œ' or 'Œ' => "oe", _ => "th" };
                    state = (((state ^ pair[0]) * Prime) ^ pair[1]) * Prime;
                    length += 2;
                    continue;
                }
                c = c is 'ə' or 'Ə' ? 'a' : Folding.Fold(c);
            }
            if (c is >= 'A' and <= 'Z') { c = (char)(c | 0x20); }
            bool counts = c is (>= 'a' and <= 'z') or (>= '0' and <= '9') || (c >= 0x80 && char.IsLetter(c));
            if (!counts) { continue; }
            state = (state ^ c) * Prime;
            length++;
        }
        return new NameHash(state, length);
    }
}
