using System.Text.Json;
using System.Text.RegularExpressions;
using Dateline.Stories;
using Dateline.Text;
using Dateline.Time;
using Xunit;

namespace Dateline.Scores;

/// <summary>Times of short requests: the English specs of Microsoft Recognizers-Text, in their conventions. News is what Dateline reads; this is the other end.</summary>
/// <remarks>
/// A spec lists every reading ("Friday": the last, the next); one of them is enough. Skipped, because TIMEX3 has no value for them: intervals of clock
/// times ("from 2 to 4"), and days reckoned from a length ("the next 3 days" as two days). Requests are dated, have no headline and often no verb.
/// </remarks>
public sealed class RequestTimeTests(ITestOutputHelper output)
{
    /// <summary>Half a standard error below what was measured when the floor was set; the aim is 0.70.</summary>
    private const double Floor = 0.40;

    private static string Corpus => Path.Combine(Workspace.Root, "..", "shared", "data", "time", "msrecognizers-specs.dev.jsonl");

    [Fact]
    public void A_time_of_a_request_has_one_of_its_readings()
    {
        Assert.SkipWhen(!File.Exists(Corpus), "the corpus is not beside the repository (../shared/data/time)");
        Analyzer analyzer = Analyzer.Default();
        TimeRecognizer recognizer = new();
        int right = 0, all = 0, skipped = 0;
        foreach (string line in File.ReadLines(Corpus))
        {
            using JsonDocument document = JsonDocument.Parse(line);
            JsonElement row = document.RootElement;
            string text = row.GetProperty("text").GetString()!;
            Story story = new()
            {
                Id = row.GetProperty("id").GetString()!,
                Text = text,
                Blocks = [new Block(BlockRole.Paragraph, new TextSpan(0, text.Length))],
                Published = row.GetProperty("dct").GetString(),
            };
            IReadOnlyList<TimeExpression> found = recognizer.Recognize(story, analyzer.Analyze(story));
            foreach (JsonElement gold in row.GetProperty("timexes").EnumerateArray())
            {
                string[] codes = Strings(gold, "timex"), values = Strings(gold, "values");
                if (codes.Any(c => IsClockInterval(c) || IsReckoned(c, gold))) { skipped++; continue; }
                TextSpan span = new(gold.GetProperty("start").GetInt32(), gold.GetProperty("end").GetInt32());
                string type = gold.GetProperty("type").GetString()!;
                all++;
                if (found.Any(t => t.Span.Overlaps(span) && Means(t, type, codes, values))) { right++; }
            }
        }
        output.WriteLine($"{right} of {all} right, {(double)right / all:0.000}; {skipped} skipped");
        Assert.True(right >= Floor * all, $"{right} of {all} right, {(double)right / all:0.000}; the floor is {Floor:0.000}");
    }

    private static bool Means(TimeExpression time, string type, string[] codes, string[] values)
    {
        if (time.Value is not { } value) { return false; }
        // "T07" is the whole hour, which TIMEX3 writes with its minutes.
        if (codes.Any(c => c == value || WithMinutes(c) == value || (type == "TIME" && c.StartsWith('T') && value.EndsWith(WithMinutes(c), StringComparison.Ordinal)))) { return true; }
        if (codes.Any(c => IsOpenCode(c, value, values))) { return true; }
        return values.Any(v => v.Contains('/', StringComparison.Ordinal) ? IsInterval(time, v)
            : v == value || (type == "TIME" && v.Length >= 16 && v[..16].Replace(' ', 'T') == value));
    }

    /// <summary>"XXXX-11" for "mid-November": TIMEX3 keeps the month of the early, late and middle parts, in a year of one of the readings; "SU" is a summer.</summary>
    private static bool IsOpenCode(string code, string value, string[] values)
    {
        if (code is "SP" or "SU" or "FA" or "WI") { return value.EndsWith("-" + code, StringComparison.Ordinal); }
        bool month = code.StartsWith("XXXX-", StringComparison.Ordinal) && value.Length == code.Length && value.Length == 7;
        return month && value.EndsWith(code[4..], StringComparison.Ordinal) && values.Any(v => v.Contains(value[..4], StringComparison.Ordinal));
    }

    /// <summary>Half-open days; <c>..</c> leaves a side open.</summary>
    private static bool IsInterval(TimeExpression time, string value)
    {
        string[] ends = value.Split('/');
        return Is(time.Start, ends[0]) && Is(time.End, ends[1]);
    }

    private static bool Is(DateOnly? day, string written) => written == ".." || (day is { } d && written.StartsWith(d.ToString("yyyy-MM-dd", null), StringComparison.Ordinal));

    private static string WithMinutes(string code) => Regex.IsMatch(code, @"T\d\d$") ? code + ":00" : code;

    private static bool IsClockInterval(string code) => code.StartsWith('(') && code.Split(',')[0].Contains('T', StringComparison.Ordinal);

    /// <summary>"(2018-08-31,2018-10-31,P2M)" for "2 upcoming months": TIMEX3 keeps the length. Quarters, halves and "from A to B" are intervals of the calendar.</summary>
    private static bool IsReckoned(string code, JsonElement gold) =>
        gold.GetProperty("type").GetString() == "DATE" && Regex.IsMatch(code, @"^\(.*,P[\dX.]+[A-Z]\)$")
        && !Regex.IsMatch(gold.GetProperty("text").GetString()!, @"\b(from|between|to|quarter|half|season|Q[1-4]|H[12])\b|-", RegexOptions.IgnoreCase);

    private static string[] Strings(JsonElement element, string name) => [.. element.GetProperty(name).EnumerateArray().Select(e => e.GetString()!)];
}
