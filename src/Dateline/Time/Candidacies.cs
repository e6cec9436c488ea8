using System.Collections.Frozen;
using System.Globalization;
using Dateline.Knowledge;
using Dateline.Text;

namespace Dateline.Time;

/// <summary>Who ran for which office when, and who led an opposition, from <c>knowledge/actors/candidacies.tsv</c>.</summary>
internal sealed class Candidacies
{
    /// <summary>So many characters around a name may say that the person runs.</summary>
    private const int Reach = 40;

    private static readonly Lazy<Candidacies> Shared = new(() => new Candidacies());
    private readonly FrozenDictionary<string, Row[]> _rows;
    private readonly FrozenDictionary<string, string> _words;

    private Candidacies()
    {
        TsvTable table = TsvTable.Embedded("actors/candidacies.tsv");
        _rows = table.Rows.Select(r => new Row(table.Cell(r, "person"), table.Cell(r, "as"), table.Cell(r, "race"),
                Day(table.Cell(r, "from")), Day(table.Cell(r, "to"))))
            .GroupBy(r => r.Person, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(g => g.Key, g => g.OrderBy(r => r.From).ToArray(), StringComparer.OrdinalIgnoreCase);
        TsvTable words = TsvTable.Embedded("en/time-race-words.tsv");
        _words = words.Rows.ToFrozenDictionary(r => words.Cell(r, "word"), r => words.Cell(r, "class"), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The table of this build.</summary>
    public static Candidacies Default => Shared.Value;

    /// <summary>The persons of the story who run, or lead an opposition, as it tells; those it calls by an office are left out.</summary>
    public IReadOnlyList<Tenure> In(string text, IReadOnlyCollection<string> holders)
    {
        List<Tenure> found = [];
        List<Row[]> named = [];
        foreach ((string person, Row[] rows) in _rows)
        {
            List<TextSpan> mentions = NameFinder.All(text, person);
            if (mentions.Count == 0) { continue; }
            named.Add(rows);
            if (holders.Contains(person)) { continue; }
            string told = Told(text, mentions);
            List<(DateOnly, DateOnly)> spans = [.. rows.Where(r => Fits(told, r.As)).Select(r => (r.From, r.To))];
            if (spans.Count > 0) { found.Add(new Tenure(person, TenureKind.Candidacy, spans)); }
        }
        found.AddRange(Rivals(text, named));
        found.Sort((a, b) => string.CompareOrdinal(a.Person, b.Person));
        return found;
    }

    /// <summary>A nominee runs too; only "nominee" narrows to the time after the choice.</summary>
    private static bool Fits(string told, string known) => told switch
    {
        "" => false,
        "nominee" or "opposition" => known == told,
        _ => known is "nominee" or "candidate",
    };

    /// <summary>Two nominees of one race in a story that speaks of a nominee who is chosen: the race is between the choice and the vote.</summary>
    private static IEnumerable<Tenure> Rivals(string text, List<Row[]> named)
    {
        if (!text.Contains("nominee", StringComparison.Ordinal) || text.Contains("eventual nominee", StringComparison.Ordinal)) { return []; }
        string? race = named.SelectMany(rows => rows.Where(r => r.As == "nominee").Select(r => r.Race).Distinct(StringComparer.Ordinal))
            .GroupBy(r => r, StringComparer.Ordinal).Where(g => g.Count() > 1)
            .OrderByDescending(g => g.Count()).ThenByDescending(g => g.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;
        return race is null ? [] : named.SelectMany(rows => rows.Where(r => r.As == "nominee" && r.Race == race))
            .Select(r => new Tenure(r.Person, TenureKind.Candidacy, [(r.From, r.To)]));
    }

    private string Told(string text, List<TextSpan> mentions)
    {
        string best = "";
        foreach (TextSpan mention in mentions)
        {
            string around = Around(text, mention);
            if (around.Length > 0 && (best.Length == 0 || around == "nominee")) { best = around; }
        }
        return best;
    }

    /// <summary>What the words beside a mention make of the person: <c>nominee</c>, <c>candidate</c>, <c>opposition</c>, or nothing.</summary>
    private string Around(string text, TextSpan mention)
    {
        int start = Math.Max(0, mention.Start - Reach), end = Math.Min(text.Length, mention.End + Reach);
        int before = text.AsSpan(start, mention.Start - start).LastIndexOfAny(".!?;\n");
        int from = before < 0 ? start : start + before + 1;
        int after = text.AsSpan(mention.End, end - mention.End).IndexOfAny(".!?;\n");
        int to = after < 0 ? end : mention.End + after;
        string kind = "";
        foreach (Range range in text.AsSpan(from, to - from).SplitAny(" \u00A0,\"“”()\u2019'-"))
        {
            ReadOnlySpan<char> word = text.AsSpan(from, to - from)[range];
            if (word.Length == 4 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out _)) { return ""; }
            if (!_words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out string? known)) { continue; }
            if (known == "past") { return ""; }
            if (kind.Length == 0 || known == "nominee") { kind = known; }
        }
        return kind;
    }

    private static DateOnly Day(string cell) => DateOnly.ParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed record Row(string Person, string As, string Race, DateOnly From, DateOnly To);
}
