using Dateline.Entities;
using Dateline.Quantities;
using Dateline.Text;

namespace Dateline.Events;

/// <summary>"The only two Arab states with a treaty - Egypt and Jordan - criticised": a counted group whose names stand between dashes or behind a colon acts by its names.</summary>
internal static class ListedMembers
{
    /// <summary>Tokens from the counted noun to the mark that opens the list.</summary>
    private const int MostTokensToMark = 16;
    private const int MostMembers = 8;

    /// <summary>The members, when as many are named as were counted; empty otherwise.</summary>
    public static List<EventActor> Of(EventScene scene, int head)
    {
        if (scene.Xpos(head) != "NNS" || scene.Parsed.Child(head, "nummod") < 0 || Count(scene, head) is not (>= 2 and <= MostMembers and int count)) { return []; }
        int end = scene.Parsed.SentenceOf(head).End;
        for (int open = head + 1; open < end && open <= head + MostTokensToMark; open++)
        {
            if (!IsMark(scene, open)) { continue; }
            int close = open + 1;
            while (close < end && !IsMark(scene, close) && !scene.IsForm(close, ";")) { close++; }
            List<EventActor> named = [];
            foreach ((Entity entity, Mention mention) in scene.Entities.In(scene.Parsed.SpanOf(open + 1, Math.Max(open + 1, close - 1))))
            {
                if (mention.Form != MentionForm.Name || entity.Members is not null || named.Exists(n => n.Entity == entity.Id)) { continue; }
                named.Add(new EventActor { Span = mention.Span, Entity = entity.Id, Code = entity.Code });
            }
            return named.Count == count ? named : [];
        }
        return [];
    }

    private static int Count(EventScene scene, int head)
    {
        foreach (Quantity quantity in scene.Quantities)
        {
            if (quantity.Head == head && quantity.Low == quantity.High && quantity.Low is { } low) { return (int)Math.Min((double)low, MostMembers + 1); }
        }
        return 0;
    }

    /// <summary>A dash with a space on both sides, or a colon.</summary>
    private static bool IsMark(EventScene scene, int token)
    {
        if (scene.IsForm(token, ":")) { return true; }
        if (scene.Parsed.Form(token) is not ("-" or "–" or "—" or "--")) { return false; }
        TextSpan span = scene.Parsed.Tokens[token].Span;
        return span.Start > 0 && span.End < scene.Parsed.Text.Length && (scene.Parsed.Form(token) is "—" or "--" || (char.IsWhiteSpace(scene.Parsed.Text[span.Start - 1]) && char.IsWhiteSpace(scene.Parsed.Text[span.End])));
    }
}
