using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Dateline;
using Dateline.Ingest;
using Dateline.Ingest.Html;
using Xunit;

namespace Dateline.Tests.Ingest;

/// <summary>Tags repeated without end, as makers of traps and broken templates write them: the tree stays shallow and small, the story beside them is read.</summary>
public sealed class HostileMarkupTests
{
    private const int Repeats = 30_000, Deepest = 512, MostElements = 50_000;
    private const string Story = "<html><body><article><h1>Harbour reopens after the storm</h1><p>The harbour reopened on Sunday, the mayor said, two days after the storm.</p>";

    /// <summary>What is repeated; <c>%</c> becomes a number, so that no two tags are alike.</summary>
    public static TheoryData<string> Patterns =>
    [
        "<div>", "<p><b>", "<p><i><a>", "<p><font>", "<p><font color=%>", "<p class=%><b id=%>word ", "<ul><li>", "<dl><dt>", "<dl><dd><dl>", "<table><tr><td>", "<table><div>", "<td>x", "<select><option>", "<a><div>", "<b><div>",
        "<b><p></b>", "<i><b><u>x</i>", "<b><i></b>", "<nobr><p>", "<button><p>", "<object><p>", "<form><p>", "<x-y><p>", "<h1><h2>", "<blockquote><p>", "<blockquote>words", "<svg><g>", "<svg><p>", "<svg><title/>", "<math><mi>",
        "<template><p>", "<iframe>", "<title>", "<script>", "<textarea>", "<frameset>", "<ruby><rt>", "</p>", "</br>", "<!-- ", "<", "<a href=\"", "<div class=image>", "<figure>", "<div class=promo>", "<li><h3><a href=/x>The minister is said</a></h3></li>",
        "<ul><li>x <a href=/a>y</a></ul>", "<div>x</div>", "<pre>\n", "<aside>x</aside>", "<time>2020-01-01</time>",
    ];

    [Theory]
    [MemberData(nameof(Patterns))]
    public void The_tree_is_bounded_and_the_story_is_read(string pattern)
    {
        string html = Story + (pattern.Contains('%') ? string.Concat(Enumerable.Range(0, Repeats).Select(i => pattern.Replace("%", i.ToString(System.Globalization.CultureInfo.InvariantCulture)))) : string.Concat(Enumerable.Repeat(pattern, Repeats)));
        InputOptions options = new() { MaxPageTime = TimeSpan.FromMinutes(2) };
        StoryInput input = new() { File = "trap.html", Format = InputFormat.Html, Bytes = System.Text.Encoding.UTF8.GetBytes(html) };
        using IHtmlDocument page = PageParser.Parse(html, options, new PageBudget(options, "trap.html", TestContext.Current.CancellationToken), "trap.html", []);
        (int elements, int depth) = Measure(page.DocumentElement);
        Assert.InRange(depth, 1, Deepest + 20);
        Assert.InRange(elements, 1, MostElements + (MostElements / 2));
        Assert.Contains("The harbour reopened on Sunday", new HtmlReader(options).Read(input, TestContext.Current.CancellationToken).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_taken_out_is_said()
    {
        List<Diagnostic> said = [];
        InputOptions options = new();
        PageBudget budget = new(options, "trap.html", TestContext.Current.CancellationToken);
        using IHtmlDocument deep = PageParser.Parse(string.Concat(Enumerable.Repeat("<div>", 600)), options, budget, "trap.html", said);
        using IHtmlDocument wide = PageParser.Parse(string.Concat(Enumerable.Repeat("<hr>", 60_000)), options, budget, "trap.html", said);
        Assert.Equal([DiagnosticCodes.TooDeep, DiagnosticCodes.TooDeep], said.Select(d => d.Code));
        Assert.Contains("512", said[0].Message, StringComparison.Ordinal);
        Assert.Contains("50000", said[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_out_of_time_is_a_coded_failure_and_an_interrupted_one_no_failure_at_all()
    {
        InputOptions hasty = new() { MaxPageTime = TimeSpan.Zero };
        StoryInput input = new() { File = "slow.html", Format = InputFormat.Html, Bytes = System.Text.Encoding.UTF8.GetBytes(Story) };
        Assert.Equal(DiagnosticCodes.TooSlow, Assert.Throws<StoryFormatException>(() => new HtmlReader(hasty).Read(input, TestContext.Current.CancellationToken)).Code);
        Assert.Throws<OperationCanceledException>(() => new HtmlReader(new InputOptions()).Read(input, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void A_page_of_endless_text_is_cut_and_said()
    {
        string html = Story + string.Concat(Enumerable.Repeat("<p>The harbour reopened on Sunday, the mayor said once more to all who asked him about it.</p>", 20_000));
        StoryInput input = new() { File = "long.html", Format = InputFormat.Html, Bytes = System.Text.Encoding.UTF8.GetBytes(html) };
        Dateline.Stories.Story story = new HtmlReader(new InputOptions()).Read(input, TestContext.Current.CancellationToken);
        Assert.InRange(story.Text.Length, 1_000_000, 1 << 20);
        Assert.Contains(story.Diagnostics, d => d.Code == DiagnosticCodes.PartSkipped);
    }

    private static (int Elements, int Depth) Measure(IElement root)
    {
        int elements = 0, deepest = 0;
        Stack<(IElement Element, int Depth)> open = new([(root, 1)]);
        while (open.TryPop(out (IElement Element, int Depth) top))
        {
            elements++;
            deepest = Math.Max(deepest, top.Depth);
            foreach (IElement child in top.Element.Children) { open.Push((child, top.Depth + 1)); }
        }
        return (elements, deepest);
    }
}
