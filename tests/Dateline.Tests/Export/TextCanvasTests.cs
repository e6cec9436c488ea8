using Dateline.Export;
using Xunit;

namespace Dateline.Tests.Export;

/// <summary>The terminal layout keeps its width and lets no story steer the terminal.</summary>
public sealed class TextCanvasTests
{
    private const string Words = "The harbour reopened on Sunday, two days after the storm had thrown four ships on the quay and flooded the fish market of the old town.";

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    public void Lines_keep_the_width_and_lose_no_word(int width)
    {
        TextCanvas canvas = new(width, TextStyle.Plain);
        canvas.Lines("  - ", "    ", (Ink.Name, "Ada Brandt"), (Ink.Plain, " " + Words));
        string[] lines = canvas.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines, line => Assert.InRange(line.Length, 1, width));
        Assert.Equal("- Ada Brandt " + Words, string.Join(' ', lines.Select(line => line.Trim())));
    }

    [Fact]
    public void A_word_longer_than_the_line_is_cut()
    {
        TextCanvas canvas = new(40, TextStyle.Plain);
        canvas.Lines("", "  ", (Ink.Plain, new string('x', 100)));
        Assert.All(canvas.ToString().Split('\n'), line => Assert.InRange(line.Length, 0, 40));
        Assert.Equal(100, canvas.ToString().Count(c => c == 'x'));
    }

    [Fact]
    public void Escape_sequences_of_a_story_are_disarmed()
    {
        TextCanvas canvas = new(80, TextStyle.Ansi);
        canvas.Lines("", "", (Ink.Plain, "\u001B[2Jgone"));
        Assert.DoesNotContain('\u001B', canvas.ToString());
    }

    [Fact]
    public void Without_colour_there_are_no_escape_sequences()
    {
        TextCanvas canvas = new(80, TextStyle.Plain);
        canvas.Lines("", "", (Ink.Title, "Harbour"), (Ink.Alert, " shut"));
        Assert.Equal("Harbour shut\n", canvas.ToString());
    }
}
