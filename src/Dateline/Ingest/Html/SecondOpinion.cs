using Dateline.Stories;

namespace Dateline.Ingest.Html;

/// <summary>Holds the story found on the page against the one in the page's data: where the page's is far shorter, the data's is taken.</summary>
internal static class SecondOpinion
{
    private const int ShortestBody = 200, ShortestLine = 2;

    /// <summary>What of the data's story must be missing on the page before it is believed: it has no paragraphs, captions or subheadings of its own.</summary>
    private const double FarShorter = 0.4;

    /// <summary>The blocks, with the body of the page's data where the page shows less than that.</summary>
    public static List<ExtractedBlock> Complete(List<ExtractedBlock> blocks, HtmlMetadata metadata, int bodyLength)
    {
        if (metadata.ArticleBody is not { Length: >= ShortestBody } body || bodyLength >= body.Length * FarShorter) { return blocks; }
        if (body.Contains("</p>", StringComparison.OrdinalIgnoreCase)) { body = body.Replace("</p>", "\n\n", StringComparison.OrdinalIgnoreCase); }
        List<ExtractedBlock> front = [.. blocks.Where(b => b.Role is BlockRole.Kicker or BlockRole.Headline or BlockRole.Deck or BlockRole.Byline or BlockRole.Caption or BlockRole.Credit)];
        foreach (string line in WithoutTags(body).Split('\n'))
        {
            string text = HtmlMetadata.Clean(line);
            if (text.Length >= ShortestLine) { front.Add(new ExtractedBlock(BlockRole.Paragraph, text)); }
        }
        return front;
    }

    private static string WithoutTags(string text)
    {
        System.Text.StringBuilder words = new(text.Length);
        for (int at = 0; at < text.Length; at++)
        {
            bool tag = text[at] == '<' && at + 1 < text.Length && (char.IsAsciiLetter(text[at + 1]) || text[at + 1] == '/');
            int end = tag ? text.IndexOf('>', at) : -1;
            if (end < 0) { words.Append(text[at]); }
            else { at = end; }
        }
        return words.ToString();
    }
}
