using CsCheck;
using Dateline.Quantities;
using Dateline.Tests.TimeTests;
using Dateline.Time;
using Xunit;

namespace Dateline.Tests.QuantityTests;

/// <summary>What holds for any text, also one that is a heap of number words.</summary>
public sealed class QuantityPropertyTests
{
    private static readonly string[] Pieces =
    [
        "three", "twenty", "hundred", "thousand", "million", "dozen", "dozens", "of", "thousands", "and", "a", "few", "several", "more", "than", "at", "least", "up", "to", "between",
        "about", "10", "1,000", "3.5", "999999999999999999999", "$", "€", "%", "percent", "-", "–", ",", ".", "half", "couple", "one", "people", "dollars", "Article", "aged", "0", "\ud800", "\n\n",
    ];

    private static readonly QuantityRecognizer Recognizer = new();

    private static readonly Gen<string> Heap =
        Gen.Int[0, Pieces.Length - 1].List[0, 40].Select(Gen.Bool, (words, glued) => string.Join(glued ? "" : " ", words.Select(w => Pieces[w])));

    [Fact]
    public void Any_heap_of_number_words_gives_ordered_quantities_inside_the_text() => Heap.Sample(Hold, iter: 6_000);

    [Fact]
    public void Any_string_gives_ordered_quantities_inside_the_text() => Gen.String.Sample(Hold, iter: 2_000);

    private static void Hold(string text)
    {
        int last = 0;
        foreach (Quantity quantity in Recognizer.Recognize(Times.Story(text, null), Times.NoTree(text), []))
        {
            Assert.True(quantity.Span.Start >= last && quantity.Span.Start < quantity.Span.End && quantity.Span.End <= text.Length, $"{quantity.Span} in '{text}'");
            Assert.True(quantity.Low is null || quantity.High is null || quantity.Low <= quantity.High, $"{quantity.Low}..{quantity.High} in '{text}'");
            Assert.True(quantity.Vague == true || quantity.Low is not null || quantity.High is not null, text);
            last = quantity.Span.End;
        }
    }
}
