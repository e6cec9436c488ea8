using System.Buffers;
using System.Text;

namespace Dateline.Ingest;

/// <summary>Bytes of a text file or row to characters; what is no text is replaced and said.</summary>
internal static class TextDecoder
{
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Control characters that stand in no text; tab, line ends and form feed do.</summary>
    private static readonly SearchValues<byte> s_controls = SearchValues.Create((ReadOnlySpan<byte>)
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 0x0E, 0x0F, 0x10, 0x11, 0x12, 0x13, 0x14, 0x15, 0x16, 0x17, 0x18, 0x19, 0x1A, 0x1C, 0x1D, 0x1E, 0x1F]);

    /// <summary>True for images, programs, archives: more than one control character in fifty, or a known signature. UTF-16 is text.</summary>
    public static bool IsBinary(ReadOnlySpan<byte> head)
    {
        if (head.IsEmpty || IsUtf16(head)) { return false; }
        if (head.StartsWith("%PDF-"u8) || head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith("\u007FELF"u8)
            || head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47]) || head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) { return true; }
        int controls = 0;
        ReadOnlySpan<byte> rest = head;
        while (rest.IndexOfAny(s_controls) is int at and >= 0)
        {
            controls++;
            rest = rest[(at + 1)..];
        }
        return controls * 50 > head.Length;
    }

    /// <summary>The text without BOM; <c>Replaced</c> counts the places where bytes were no text and became U+FFFD.</summary>
    public static (string Text, int Replaced) Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) { bytes = bytes[3..]; }
        else if (IsUtf16(bytes))
        {
            bool marked = bytes[0] is 0xFF or 0xFE;
            bool bigEndian = marked ? bytes[0] == 0xFE : bytes[0] == 0;
            string wide = (bigEndian ? Encoding.BigEndianUnicode : Encoding.Unicode).GetString(marked ? bytes[2..] : bytes);
            return (wide, Count(wide));
        }
        try
        {
            return (s_strict.GetString(bytes), 0);
        }
        catch (DecoderFallbackException)
        {
            string text = Encoding.UTF8.GetString(bytes);
            return (text, Count(text));
        }
    }

    /// <summary>A UTF-16 BOM, or a NUL in every second byte of a Latin text.</summary>
    private static bool IsUtf16(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 2) { return false; }
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) { return true; }
        int length = Math.Min(bytes.Length, 256) & ~1;
        int even = 0, odd = 0;
        for (int i = 0; i < length; i += 2)
        {
            if (bytes[i] == 0) { even++; }
            if (bytes[i + 1] == 0) { odd++; }
        }
        return length >= 16 && Math.Max(even, odd) * 10 > length * 4 && Math.Min(even, odd) == 0;
    }

    private static int Count(string text) => text.AsSpan().Count('\uFFFD');
}
