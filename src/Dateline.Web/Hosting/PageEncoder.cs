using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Dateline.Web.Hosting;

/// <summary>Text to HTML. Characters that a reader cannot see but a browser obeys (controls, changes of writing direction) are written out, so that no story can rearrange a page.</summary>
internal sealed class PageEncoder : HtmlEncoder
{
    /// <summary>The one encoder of all pages.</summary>
    public static PageEncoder Instance { get; } = new();

    private readonly HtmlEncoder _inner = Create(UnicodeRanges.All);

    /// <inheritdoc/>
    public override int MaxOutputCharactersPerInputCharacter => Math.Max(_inner.MaxOutputCharactersPerInputCharacter, "[U+202E]".Length);

    /// <summary>True for controls other than white space, and for what changes the direction of writing.</summary>
    public static bool IsHidden(int scalar) => scalar is (< 0x20 and not ('\t' or '\n' or '\r')) or (>= 0x7F and <= 0x9F) or 0x200E or 0x200F or 0x061C or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);

    /// <inheritdoc/>
    public override bool WillEncode(int unicodeScalar) => IsHidden(unicodeScalar) || _inner.WillEncode(unicodeScalar);

    /// <inheritdoc/>
    public override unsafe int FindFirstCharacterToEncode(char* text, int textLength)
    {
        int first = _inner.FindFirstCharacterToEncode(text, textLength);
        // All that is hidden lies in the basic plane, so that units are looked at and not whole characters.
        ReadOnlySpan<char> before = new(text, first < 0 ? textLength : first);
        for (int i = 0; i < before.Length; i++)
        {
            if (IsHidden(before[i])) { return i; }
        }
        return first;
    }

    /// <inheritdoc/>
    public override unsafe bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
    {
        if (!IsHidden(unicodeScalar)) { return _inner.TryEncodeUnicodeScalar(unicodeScalar, buffer, bufferLength, out numberOfCharactersWritten); }
        return new Span<char>(buffer, bufferLength).TryWrite(null, $"[U+{unicodeScalar:X4}]", out numberOfCharactersWritten);
    }
}
