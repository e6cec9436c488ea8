using Dateline.Stories;

namespace Dateline.Text;

/// <summary>Plain text as paragraphs parted by blank lines, without any other reading of its layout.</summary>
public static class Paragraphs
{
    /// <summary>A story whose blocks are the paragraphs.</summary>
    public static Story Of(string text)
    {
        List<Block> blocks = [];
        int start = -1, end = 0, breaks = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n') { breaks++; }
            if (char.IsWhiteSpace(text[i])) { continue; }
            if (start >= 0 && breaks > 1)
            {
                blocks.Add(new Block(BlockRole.Paragraph, new TextSpan(start, end)));
                start = i;
            }
            if (start < 0) { start = i; }
            end = i + 1;
            breaks = 0;
        }
        if (start >= 0) { blocks.Add(new Block(BlockRole.Paragraph, new TextSpan(start, end))); }
        return new Story { Id = "text", Text = text, Blocks = blocks };
    }
}
