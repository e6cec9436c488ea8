using System.Text;
using Dateline.Ingest.Html;
using Xunit;

namespace Dateline.Tests.Ingest;

/// <summary>The encoding of a page: BOM, declaration, look.</summary>
public sealed class HtmlCharsetTests
{
    [Fact]
    public void The_declaration_is_believed() =>
        Assert.Contains("café", HtmlCharset.Decode([.. "<meta charset=\"iso-8859-1\"><p>caf"u8, 0xE9, .. "</p>"u8]), StringComparison.Ordinal);

    [Fact]
    public void UTF_8_needs_no_declaration() => Assert.Contains("café", HtmlCharset.Decode("<p>café</p>"u8), StringComparison.Ordinal);

    [Fact]
    public void A_BOM_is_believed_before_the_declaration()
    {
        byte[] page = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("<meta charset=utf-8><p>café</p>")];
        Assert.StartsWith("<meta charset=utf-8><p>café</p>", HtmlCharset.Decode(page), StringComparison.Ordinal);
    }

    [Fact]
    public void Cyrillic_without_declaration_is_recognised()
    {
        const string Text = "<p>Президент заявил журналистам, что переговоры о границе будут продолжены в понедельник, сообщает агентство.</p>";
        byte[] page = CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes(Text);
        Assert.Equal(Text, HtmlCharset.Decode(page));
    }
}
