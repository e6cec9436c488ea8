using System.Text;
using Dateline.Ingest;
using Dateline.Stories;
using Xunit;

namespace Dateline.Tests.Ingest;

/// <summary>What a page says beside its words: times of posts, what was left out and why, the declared language.</summary>
public sealed class PagePartTests
{
    [Fact]
    public void The_posts_of_a_live_blog_keep_their_times()
    {
        Story story = Read("""
            <html><body><main><h1>Storm on the northern coast: as it happened</h1>
            <div class="liveblog-post"><time datetime="2024-02-01T10:15:00+01:00">10:15</time><p>All ferries across the fjord were stopped at ten o'clock, the harbour master said.</p></div>
            <div class="liveblog-post"><time datetime="2024-02-01T09:40:00+01:00">09:40</time><p>The roof of the school in Vardø was blown off shortly after nine, police said; nobody was hurt.</p></div></main></body></html>
            """);
        Assert.Equal(["2024-02-01T10:15:00+01:00", "2024-02-01T09:40:00+01:00"], story.Blocks.Where(b => b.Role == BlockRole.Post).Select(b => b.Time));
    }

    [Fact]
    public void What_was_left_out_is_kept_with_its_reason_where_asked_for()
    {
        const string page = """
            <html><body><nav><a href="/">Home</a> <a href="/sea">Sea</a></nav><article><h1>Quotas for cod are cut by a third</h1>
            <p>The ministry cut the quotas for cod by a third on Tuesday, after two poor seasons off the northern coast.</p>
            <div class="newsletter-signup"><p>Sign up for our newsletter.</p></div></article></body></html>
            """;
        Assert.Null(Read(page).Dropped);
        IReadOnlyList<DroppedPart> dropped = Read(page, new InputOptions { KeepDropped = true }).Dropped!;
        Assert.Contains(dropped, d => d is { Reason: "navigation" } && d.Text.StartsWith("Home", StringComparison.Ordinal));
        Assert.Contains(dropped, d => d.Text.StartsWith("Sign up", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("de", "<p>Hafen wieder offen</p>", "de")]
    [InlineData("de", "<p>The harbour is open again and the ferries will sail, the mayor said on Sunday.</p>", "en")]
    [InlineData("en-GB", "<p>Harbour open</p>", "en")]
    [InlineData("xx", "<p>Harbour open</p>", null)]
    public void The_declared_language_counts_for_texts_too_short_to_tell(string declared, string body, string? language) =>
        Assert.Equal(language, Read($"<html lang=\"{declared}\"><body>{body}</body></html>").Language);

    private static Story Read(string html, InputOptions? options = null) =>
        new StoryReader(options ?? new InputOptions()).Read(new StoryInput { File = "page.html", Format = InputFormat.Html, Bytes = Encoding.UTF8.GetBytes(html) }, TestContext.Current.CancellationToken);
}
