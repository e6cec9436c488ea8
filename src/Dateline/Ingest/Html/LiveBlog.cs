using AngleSharp.Dom;
using Dateline.Stories;

namespace Dateline.Ingest.Html;

/// <summary>Gives the paragraphs of a live blog's posts their role and the time of their post.</summary>
internal sealed class LiveBlog(TextLengths lengths, IReadOnlyList<LivePost> posts)
{
    private const int MostLevels = 12;

    private readonly Dictionary<string, string> _timeByHeadline = posts.Where(p => p.Headline is { Length: > 8 }).GroupBy(p => BareText.Of(p.Headline)).ToDictionary(g => g.Key, g => g.First().Published, StringComparer.Ordinal);
    private readonly Dictionary<IElement, string?> _timeByPost = [];
    private string? _time;

    /// <summary>Longest line that is only a time of day, "10:15 a.m. GMT".</summary>
    private const int LongestClock = 16;

    /// <summary>True for a line that says when its post was written and nothing else: digits, and no word of more than four letters.</summary>
    public static bool IsClock(ReadOnlySpan<char> line)
    {
        if (line.Length > LongestClock || line.IndexOfAnyInRange('0', '9') < 0 || line.IndexOfAny(':', '.', 'h') < 0) { return false; }
        int letters = 0, run = 0;
        foreach (char c in line)
        {
            run = char.IsLetter(c) ? run + 1 : 0;
            letters += char.IsLetter(c) ? 1 : 0;
            if (run > 4) { return false; }
        }
        return letters <= 6;
    }

    /// <summary>The role in a live blog, and the post's time as the page writes it.</summary>
    public (BlockRole Role, string? Time) Of(PagePart part, BlockRole role)
    {
        if (role is BlockRole.Subheading && _timeByHeadline.TryGetValue(BareText.Of(part.Text), out string? time)) { _time = time; }
        if (Post(part.Container) is { } post)
        {
            if (!_timeByPost.TryGetValue(post, out string? own))
            {
                own = post.QuerySelector("time[datetime]")?.GetAttribute("datetime");
                _timeByPost[post] = own;
            }
            return (role is BlockRole.Paragraph or BlockRole.List ? BlockRole.Post : role, own ?? _time);
        }
        if (_time is null) { return (role == BlockRole.Post ? BlockRole.Paragraph : role, null); }
        return (role is BlockRole.Paragraph ? BlockRole.Post : role, _time);
    }

    private IElement? Post(IElement element)
    {
        int level = 0;
        for (IElement? up = element; up is not null && level < MostLevels; up = up.ParentElement, level++)
        {
            if (up.LocalName is "body" or "main") { return null; }
            if (ClassWords.Of(up).Role == ElementRole.Post && lengths.Of(up) > 0 && !lengths.HoldsMost(up, 0.9)) { return up; }
        }
        return null;
    }
}
