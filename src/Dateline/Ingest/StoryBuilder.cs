using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dateline.Stories;
using Dateline.Text;

namespace Dateline.Ingest;

/// <summary>Parts of an input to a story: blocks, dateline, reference date, identity.</summary>
internal static class StoryBuilder
{
    public static Story Build(StoryParts parts, StoryInput input, InputOptions options)
    {
        string text = parts.Text;
        List<Block> blocks = [];
        int start = 0;
        while (start < text.Length)
        {
            int end = text.IndexOf('\n', start);
            if (end < 0) { end = text.Length; }
            TextSpan span = new(start, end);
            while (!span.IsEmpty && char.IsWhiteSpace(text[span.Start])) { span = span with { Start = span.Start + 1 }; }
            while (!span.IsEmpty && char.IsWhiteSpace(text[span.End - 1])) { span = span with { End = span.End - 1 }; }
            if (!span.IsEmpty) { blocks.Add(new Block(BlockRole.Paragraph, span)); }
            start = end + 1;
        }
        DateOnly? date = DateOnly.TryParse(parts.Date, CultureInfo.InvariantCulture, out DateOnly d) ? d : options.Date;
        return new Story
        {
            Id = parts.Id ?? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16],
            Url = parts.Url,
            Outlet = parts.Outlet,
            File = parts.File,
            Text = text,
            Blocks = blocks,
            Published = date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ReferenceDate = date is { } value ? new ReferenceDate { Value = value, Basis = "published" } : null,
        };
    }
}
