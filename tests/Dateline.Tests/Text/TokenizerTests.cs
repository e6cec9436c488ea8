using Dateline.Text;
using Xunit;

namespace Dateline.Tests.TextLayer;

public sealed class TokenizerTests
{
    [Theory]
    [InlineData("don't", "do n't")]
    [InlineData("Macron’s", "Macron ’s")]
    [InlineData("can't've", "ca n't 've")]
    [InlineData("cannot", "can not")]
    [InlineData("gonna", "gon na")]
    [InlineData("the workers' strike", "the workers ' strike")]
    [InlineData("O'Brien's", "O'Brien 's")]
    [InlineData("in the '90s", "in the '90s")]
    [InlineData("five o'clock", "five o'clock")]
    public void Clitics_are_words(string text, string words) => Check(text, words);

    [Theory]
    [InlineData("U.S.-led", "U.S. - led")]
    [InlineData("non-aligned", "non-aligned")]
    [InlineData("20-year-old", "20 - year - old")]
    [InlineData("1992-1994", "1992 - 1994")]
    [InlineData("2020-10-02", "2020-10-02")]
    [InlineData("Nagorno-Karabakh", "Nagorno - Karabakh")]
    [InlineData("2014–2016", "2014 – 2016")]
    [InlineData("Turkey—Macron", "Turkey — Macron")]
    [InlineData("wait -- no", "wait -- no")]
    public void Hyphenated_words_are_cut_but_for_prefixes_and_dates(string text, string words) => Check(text, words);

    [Theory]
    [InlineData("$5.8m", "$ 5.8 m")]
    [InlineData("15%", "15 %")]
    [InlineData("1,200 people", "1,200 people")]
    [InlineData("at 7:30pm", "at 7:30 pm")]
    [InlineData("the 20th", "the 20th")]
    [InlineData("€3bn", "€ 3 bn")]
    [InlineData("and/or", "and / or")]
    [InlineData("9/11", "9/11")]
    [InlineData("AT&T", "AT&T")]
    public void Numbers_units_and_signs(string text, string words) => Check(text, words);

    [Theory]
    [InlineData("/TASS/.", "/ TASS / .")]
    [InlineData("(see [17])", "( see [ 17 ] )")]
    [InlineData("“Yes,” he", "“ Yes , ” he")]
    [InlineData("what?!", "what ?!")]
    [InlineData("wait...", "wait ...")]
    [InlineData("on Sept. 27", "on Sept. 27")]
    [InlineData("Gen. Mark A. Milley", "Gen. Mark A. Milley")]
    [InlineData("he said no.", "he said no .")]
    [InlineData("No. 5", "No. 5")]
    [InlineData("the U.S.", "the U.S.")]
    [InlineData("see https://example.org/a-b?c=d.", "see https://example.org/a-b?c=d .")]
    [InlineData("mail (press@example.org)", "mail ( press@example.org )")]
    [InlineData("@POTUS #Karabakh", "@POTUS #Karabakh")]
    public void Signs_abbreviations_and_addresses(string text, string words) => Check(text, words);

    [Fact]
    public void Words_of_one_written_token_share_a_range()
    {
        List<RawToken> tokens = Tokenize("They don't.");
        Assert.Equal([0, 2, 0, 0], tokens.Select(t => (int)t.MultiwordLength));
    }

    [Fact]
    public void A_character_outside_the_basic_plane_is_not_cut()
    {
        string text = "𝐀b 😀!";
        Assert.Equal(["𝐀b", "😀", "!"], Tokenize(text).Select(t => t.Span.In(text).ToString()));
    }

    [Theory]
    [InlineData("a-")]
    [InlineData("1-")]
    [InlineData(".\"")]
    [InlineData("'s")]
    [InlineData("non-")]
    [InlineData("\uD83D")]
    public void A_million_signs_without_a_blank_are_cut_in_linear_time(string unit)
    {
        string text = string.Concat(Enumerable.Repeat(unit, 1_000_000 / unit.Length));
        System.Diagnostics.Stopwatch watch = System.Diagnostics.Stopwatch.StartNew();
        List<RawToken> tokens = Tokenize(text);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 60);
        Assert.Equal(text.Length, tokens.Sum(t => t.Span.Length));
    }

    private static List<RawToken> Tokenize(string text)
    {
        List<RawToken> tokens = [];
        new Tokenizer().Tokenize(text, new TextSpan(0, text.Length), tokens);
        return tokens;
    }

    private static void Check(string text, string words) => Assert.Equal(words, string.Join(' ', Tokenize(text).Select(t => t.Span.In(text).ToString())));
}
