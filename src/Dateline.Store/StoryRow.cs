using System.Security.Cryptography;
using System.Text;
using Dateline.Stories;

namespace Dateline.Store;

/// <summary>What tells stories in the store apart.</summary>
internal static class StoryRow
{
    /// <summary>What a story is known by, through all its versions: its address, else the id it was given, else its text.</summary>
    public static string Key(Story story) => story.Url is { Length: > 0 } url ? "url:" + url : "id:" + (story.Outlet is { } outlet ? outlet + ":" : "") + story.Id;

    /// <summary>The same for the same story read by the same coder, and for nothing else.</summary>
    public static string Hash(StoryRecords records)
    {
        Story story = records.Story;
        string all = string.Join('\n', Key(story), story.Id, story.InputHash, story.TextHash, story.Published, story.Outlet,
            records.Coder?.Version, records.Coder?.Commit, records.Coder?.Knowledge, records.Coder?.Models, records.Coder?.Options);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)).AsSpan(0, 16));
    }

    /// <summary>A day as a number that sorts and reads: 20201002.</summary>
    public static int? Number(DateOnly? day) => day is { } d ? d.Year * 10_000 + d.Month * 100 + d.Day : null;
}
