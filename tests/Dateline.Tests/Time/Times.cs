using System.Collections.Immutable;
using Dateline.Stories;
using Dateline.Text;
using Dateline.Time;

namespace Dateline.Tests.TimeTests;

/// <summary>Reads the times of a text without a tree, one paragraph a block.</summary>
internal static class Times
{
    private static readonly TimeRecognizer Recognizer = new();

    public static Story Story(string text, string? date)
    {
        List<Block> blocks = [];
        for (int at = 0; at < text.Length;)
        {
            int end = text.IndexOf("\n\n", at, StringComparison.Ordinal);
            if (end < 0) { end = text.Length; }
            if (end > at) { blocks.Add(new Block(BlockRole.Paragraph, new TextSpan(at, end))); }
            at = end + 2;
        }
        return new Story { Id = "test", Text = text, Blocks = blocks, Published = date };
    }

    public static ParsedText NoTree(string text) => new(text, ImmutableArray<Token>.Empty, ImmutableArray<Sentence>.Empty);

    public static IReadOnlyList<TimeExpression> In(string text, string? date = null) => Recognizer.Recognize(Story(text, date), NoTree(text));

    /// <summary>As "words=value; words=value".</summary>
    public static string Show(string text, string? date = null) =>
        string.Join("; ", In(text, date).Select(t => $"{t.Span.In(text)}={t.Value ?? "-"}"));
}
