using Dateline.Text;

using Xunit;

namespace Dateline.Tests.TextLayer;

/// <summary>Past forms that look like others.</summary>
public sealed class IrregularVerbTests
{
    [Theory]
    [InlineData("Thousands of people fled to Chad.", "fled", "flee")]
    [InlineData("The wounded men bled in the street.", "bled", "bleed")]
    public void A_past_form_that_no_ending_tells_has_its_verb(string text, string form, string verb)
    {
        ParsedText parsed = TestAnalyzer.Parse(text);
        int token = Enumerable.Range(0, parsed.Tokens.Length).First(i => parsed.Form(i).SequenceEqual(form));
        Assert.Equal(verb, parsed.Tokens[token].Lemma);
    }
}
