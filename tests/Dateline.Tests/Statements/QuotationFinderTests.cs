using System.Diagnostics;
using Dateline.Statements;
using Dateline.Stories;
using Dateline.Text;
using Xunit;

namespace Dateline.Tests.Sayings;

public sealed class QuotationFinderTests
{
    [Theory]
    [InlineData("\"Yes,\" he said.", "\"Yes,\"")]
    [InlineData("“Yes,” he said.", "“Yes,”")]
    [InlineData("''Yes,'' he said.", "''Yes,''")]
    [InlineData("«Yes», he said.", "«Yes»")]
    [InlineData("„Yes“, he said.", "„Yes“")]
    [InlineData("‘Yes, it won’t,’ he said.", "‘Yes, it won’t,’")]
    [InlineData("'Yes, it won't,' he said.", "'Yes, it won't,'")]
    [InlineData("“Yes,\" he said.", "“Yes,\"")]
    public void A_quotation_is_found_with_its_marks(string text, string expected)
    {
        Quotation only = Assert.Single(Find(text));
        Assert.Equal(expected, only.Span.In(text).ToString());
        Assert.True(only.Closed);
    }

    [Theory]
    [InlineData("The dogs' bowls and the cats' mats weren't here.")]
    [InlineData("The 1990s' fashion isn’t back.")]
    [InlineData("A 6' 2\" man left.")]
    public void An_apostrophe_opens_nothing(string text) => Assert.DoesNotContain(Find(text), q => q.Closed);

    [Fact]
    public void An_inner_quotation_lies_one_deeper()
    {
        IReadOnlyList<Quotation> found = Find("“He said ‘no’ to me,” she said.");
        Assert.Equal([0, 1], found.Select(q => q.Depth));
    }

    [Fact]
    public void A_paragraph_left_open_goes_on_in_the_next_one()
    {
        IReadOnlyList<Quotation> found = Find("“We tried.", "“We failed,” he said.");
        Assert.Equal([false, true], found.Select(q => q.Closed));
        Assert.Equal([false, true], found.Select(q => q.Continues));
    }

    [Fact]
    public void An_unclosed_mark_ends_with_its_paragraph()
    {
        IReadOnlyList<Quotation> found = Find("“We tried.", "He left. “No,” he said.");
        Assert.Equal(2, found.Count);
        Assert.Equal(10, found[0].Span.End);
    }

    [Theory]
    [InlineData('"')]
    [InlineData('“')]
    [InlineData('\'')]
    [InlineData('«')]
    public void A_hundred_thousand_marks_are_read_in_a_moment(char mark)
    {
        string text = string.Concat(Enumerable.Repeat(mark + "a ", 100_000));
        Stopwatch watch = Stopwatch.StartNew();
        IReadOnlyList<Quotation> found = Find(text);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed} for {found.Count} quotations");
        Assert.All(found, q => Assert.InRange(q.Span.End, q.Span.Start + 1, text.Length));
    }

    private static IReadOnlyList<Quotation> Find(params string[] paragraphs)
    {
        List<Block> blocks = [];
        int start = 0;
        foreach (string paragraph in paragraphs)
        {
            blocks.Add(new Block(BlockRole.Paragraph, new TextSpan(start, start + paragraph.Length)));
            start += paragraph.Length + 2;
        }
        return new QuotationFinder().Find(new Story { Id = "s", Text = string.Join("\n\n", paragraphs), Blocks = blocks });
    }
}
