using Dateline.Stories;

namespace Dateline.Ingest.Html;

/// <summary>Tells pull-quotes, which repeat words of the story in large type, from quotations of their own.</summary>
internal static class Pullquotes
{
    private const int ShortestRepeat = 20, MostQuotes = 40;

    /// <summary>The blocks with repeated quotations marked; one marked by its class that repeats nothing is a quotation.</summary>
    public static List<ExtractedBlock> Mark(List<ExtractedBlock> blocks)
    {
        if (!blocks.Exists(b => b.Role is BlockRole.Quote or BlockRole.Pullquote)) { return blocks; }
        string[] bare = [.. blocks.Select(b => b.Role is BlockRole.Paragraph or BlockRole.List or BlockRole.Post ? BareText.Of(b.Text) : "")];
        int seen = 0;
        return [.. blocks.Select(b =>
        {
            if (b.Role is not (BlockRole.Quote or BlockRole.Pullquote) || ++seen > MostQuotes) { return b; }
            string own = BareText.Of(b.Text);
            bool repeats = own.Length >= ShortestRepeat && bare.Any(text => text.Contains(own, StringComparison.Ordinal));
            return b with { Role = repeats ? BlockRole.Pullquote : BlockRole.Quote };
        })];
    }
}
