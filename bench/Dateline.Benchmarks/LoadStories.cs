using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Dateline.Export;
using Dateline.Ingest;
using Dateline.Text;

namespace Dateline.Benchmarks;

/// <summary>Many stories of about 500 words from a few: two long samples and a brief joined and read once, then varied in id, outlet, days, names and words by replacements of the same length, so that every offset holds.</summary>
internal sealed class LoadStories
{
    private const string Outlet = "Outlet 0000", Day = "2016-04-15";
    private const int Variants = 400, Outlets = 200, LongText = 1000;

    private readonly List<(string Line, string[] Words)> _made = [];
    private readonly NdjsonReader _reader = new();

    public LoadStories()
    {
        SampleStories samples = SampleStories.Load([]);
        Pipeline pipeline = new(Analyzer.Default(), new PipelineOptions());
        NdjsonWriter writer = new();
        ILookup<bool, string> texts = samples.Stories.Select(t => t.Text).ToLookup(t => t.Length > LongText);
        string[] briefs = [.. texts[false]];
        foreach ((string first, string second) in texts[true].SelectMany(one => texts[true].Where(t => t != one).Select(other => (one, other))))
        {
            string text = string.Join("\n\n", first, second, briefs[_made.Count % briefs.Length]);
            StoryRecords records = pipeline.Read(samples.Reader.Read(new StoryInput
            {
                File = "made.jsonl", Line = 1, Format = InputFormat.JsonLine, Bytes = Encoding.UTF8.GetBytes(new JsonObject { ["id"] = "made", ["text"] = text, ["date"] = Day, ["outlet"] = Outlet }.ToJsonString()),
            }));
            string line = Encoding.UTF8.GetString(writer.Write(records)).TrimEnd('\n');
            string[] words = [.. records.Entities.SelectMany(e => e.Name.Split(' ')).Where(w => w.Length >= 4 && char.IsAsciiLetterUpper(w[0]) && w.Skip(1).All(char.IsAsciiLetterLower)).Distinct(StringComparer.Ordinal)];
            _made.Add((line, words));
        }
    }

    /// <summary>The story of a number.</summary>
    public StoryRecords Story(int i)
    {
        (string line, string[] words) = _made[i % _made.Count];
        StringBuilder varied = new(line);
        string number = i.ToString("000000", CultureInfo.InvariantCulture), day = string.Create(CultureInfo.InvariantCulture, $"{2005 + (i / 7 % 20)}-{1 + (i / 3 % 12):00}-{1 + (i % 28):00}");
        varied.Replace("\"id\":\"made\"", $"\"id\":\"made-{number}\"").Replace(Outlet, string.Create(CultureInfo.InvariantCulture, $"Outlet {i % Outlets:0000}")).Replace(Day, day).Replace("sha256:", "sha256:" + number);
        // Half of the names are another's, as of somebody of whom few stories tell.
        for (int w = i % 2; w < words.Length; w += 2) { varied.Replace(words[w], Variant(words[w], (i / _made.Count * 31) + w)); }
        return _reader.Read(varied.ToString()) ?? throw new InvalidOperationException("A story was varied into none.");
    }

    /// <summary>Queries of many kinds, the same at each run.</summary>
    public static IEnumerable<string> Queries(int count)
    {
        Random random = new(17);
        string Name() => Variant(s_names[random.Next(s_names.Length)], random.Next(Variants));
        string Common() => s_names[random.Next(s_names.Length)];
        string Year() => (2005 + random.Next(20)).ToString(CultureInfo.InvariantCulture);
        string Pick(params string[] of) => of[random.Next(of.Length)];
        for (int i = 0; i < count; i++)
        {
            string year = Year(), month = $"{year}-{1 + random.Next(12):00}";
            yield return (i % 16) switch
            {
                0 => $"speaker:{Name()}", 1 => Name(), 2 => $"about:{Name()} since:{year}", 3 => $"outlet:{random.Next(Outlets):0000} {Common()}",
                4 => $"since:{month} until:{month} code:{Pick("CONSULT", "PROTEST", "AGREE", "ASSAULT", "AID")}", 5 => $"{Name()} act:{Pick("deny", "assert", "demand", "promise")}", 6 => $"\"{Name()} said\"", 7 => $"actor:{Name()} background:no",
                8 => $"speaker:{Common()}", 9 => Pick("minister", "water", "government", "police", "people", "agreement", "border", "mine") + $" since:{year}", 10 => $"act:{Pick("deny", "assert", "demand", "promise")} until:{year}",
                11 => $"code:{Pick("CONSULT", "PROTEST", "AGREE", "ASSAULT", "AID")}", 12 => $"about:{Common()} -outlet:{random.Next(Outlets):0000}", 13 => Pick("minister", "water", "government", "police", "people", "agreement", "border", "mine"),
                14 => $"place:{Common()} since:{month}", _ => $"status:reported background:no since:{year}",
            };
        }
    }

    private static readonly string[] s_names = ["Tembo", "Mulenga", "Banda", "Chisenga", "Kitwe", "Lusaka", "Geneva", "Solheim", "Langa", "Beira", "Costa"];

    // The letters behind the first are moved on, so that a name stays as long and keeps its capital.
    private static string Variant(string word, int i)
    {
        int k = i % Variants;
        return string.Create(word.Length, (word, k), static (span, state) =>
        {
            state.word.CopyTo(span);
            span[1] = (char)('a' + ((span[1] - 'a' + state.k) % 26));
            span[2] = (char)('a' + ((span[2] - 'a' + (state.k / 26) + 26) % 26));
        });
    }
}
