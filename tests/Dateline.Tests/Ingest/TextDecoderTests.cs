using System.Text;
using Dateline.Ingest;
using Xunit;

namespace Dateline.Tests.Ingest;

/// <summary>Bytes to text: what is replaced, what is binary.</summary>
public sealed class TextDecoderTests
{
    [Fact]
    public void A_BOM_is_dropped() => Assert.Equal(("Café", 0), TextDecoder.Decode([0xEF, 0xBB, 0xBF, .. "Café"u8]));

    [Fact]
    public void Invalid_bytes_are_replaced_and_counted() => Assert.Equal(("Caf\uFFFD was \uFFFD", 2), TextDecoder.Decode([.. "Caf"u8, 0xE9, .. " was "u8, 0xFF]));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void UTF_16_is_text_with_and_without_BOM(bool marked)
    {
        byte[] bytes = Encoding.Unicode.GetBytes("The harbour reopened.");
        byte[] input = marked ? [0xFF, 0xFE, .. bytes] : bytes;
        Assert.False(TextDecoder.IsBinary(input));
        Assert.Equal(("The harbour reopened.", 0), TextDecoder.Decode(input));
    }

    [Fact]
    public void Images_archives_and_noise_are_binary()
    {
        Assert.True(TextDecoder.IsBinary([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A]));
        Assert.True(TextDecoder.IsBinary("PK\u0003\u0004aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"u8));
        byte[] noise = new byte[1000];
        new Random(1).NextBytes(noise);
        Assert.True(TextDecoder.IsBinary(noise));
    }

    [Fact]
    public void A_stray_control_character_makes_no_text_binary() => Assert.False(TextDecoder.IsBinary(Encoding.ASCII.GetBytes(new string('a', 200) + "\u0001")));
}
