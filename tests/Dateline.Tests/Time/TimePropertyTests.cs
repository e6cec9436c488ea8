using CsCheck;
using Dateline.Text;
using Dateline.Time;
using Xunit;

namespace Dateline.Tests.TimeTests;

/// <summary>What holds for any text, also one that is a heap of time words.</summary>
public sealed class TimePropertyTests
{
    private static readonly string[] Pieces =
    [
        "May", "may", "March", "October", "Oct", "2", "31", "1992", "0", "99", "2000", "12", "the", "of", "a", "last", "next", "this", "past", "Monday", "Fridays",
        "summer", "fall", "ago", "later", "before", "days", "years", "week", "decade", "century", "three", "twenty", "hundred", "first", "31st", "morning", "night",
        "early", "end", "from", "to", "between", "and", "every", "daily", "now", "yesterday", "Christmas", "Day", "a.m.", "pm", ":", "30", "-", "–", "/", ",", ".", "'", "s", "BC",
        "half", "dozen", "more", "than", "Q", "T", "10,000", "3.5", "\n\n", "\ud800", "é", "$", "%",
    ];

    private static readonly Gen<string> Heap = 
        Gen.Int[0, Pieces.Length - 1].List[0, 40].Select(Gen.Bool, (words, glued) => string.Join(glued ? "" : " ", words.Select(w => Pieces[w])));

    [Fact]
    public void Any_heap_of_time_words_gives_ordered_times_inside_the_text() => Heap.Sample(Hold, iter: 6_000);

    [Fact]
    public void Any_string_gives_ordered_times_inside_the_text() => Gen.String.Sample(Hold, iter: 2_000);

    [Fact]
    public void A_story_at_either_end_of_the_calendar_is_read()
    {
        foreach (string date in (string[])["0001-01-01", "9999-12-31"])
        {
            Heap.Sample(text => { Times.In(text, date); }, iter: 1_000);
        }
    }

    [Fact]
    public void A_long_run_of_time_words_takes_linear_time()
    {
        string text = string.Concat(Enumerable.Repeat("the early part of the end of last May 1992-1994 three ", 5_000));
        Assert.NotEmpty(Times.In(text, "2020-10-02"));
    }

    private static void Hold(string text)
    {
        int last = 0;
        foreach (TimeExpression time in Times.In(text, "2020-10-02"))
        {
            Assert.True(time.Span.Start >= last && time.Span.Start < time.Span.End && time.Span.End <= text.Length, $"{time.Span} in '{text}'");
            Assert.True(time.Start is null || time.End is null || time.Start < time.End, $"{time.Start}..{time.End} in '{text}'");
            Assert.StartsWith("time/", time.Rule, StringComparison.Ordinal);
            last = time.Span.End;
        }
    }
}
