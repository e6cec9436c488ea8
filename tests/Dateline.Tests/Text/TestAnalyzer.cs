using Dateline.Text;

namespace Dateline.Tests.TextLayer;

/// <summary>The analyzer of all tests, on plain text.</summary>
internal static class TestAnalyzer
{
    public static Analyzer Instance => TestPipeline.Analyzer;

    public static ParsedText Parse(string text) => Instance.Analyze(Paragraphs.Of(text));

    /// <summary>Words parted by blanks, one string a sentence.</summary>
    public static string[] Sentences(string text)
    {
        ParsedText parsed = Parse(text);
        return [.. parsed.Sentences.Select(s => string.Join(' ', Enumerable.Range(s.First, s.Count).Select(i => parsed.Form(i).ToString())))];
    }
}
