using Dateline.Knowledge;
using Dateline.Text;
using Dateline.Text.Neural;

namespace Dateline.Training.Neural;

/// <summary>Puts other names of the same kind and length in a sentence, so that the network learns contexts and spellings instead of the names of its corpora.</summary>
/// <remarks>Names come from the project's own tables and from the training corpora. After Dai and Adel, "An analysis of simple data augmentation for named entity recognition" (2020).</remarks>
internal sealed class NameSwap
{
    private const int LongestName = 4;
    private readonly Dictionary<(NameTag Kind, int Words), List<string[]>> _names = [];
    private readonly string[] _given, _surnames;

    public NameSwap(IEnumerable<Sample> samples)
    {
        _given = [.. Column("en/given-names.tsv", "name")];
        _surnames = [.. Column("en/surnames.tsv", "surname")];
        foreach (string column in (string[])["name", "capital"]) { foreach (string name in Column("actors/countries.tsv", column)) { Add(NameTag.BeginPlace, name.Split(' ')); } }
        foreach (string name in Column("actors/organizations.tsv", "name")) { Add(NameTag.BeginOrganization, name.Split(' ')); }
        foreach (Sample sample in samples)
        {
            foreach ((int start, int end) in Names(sample)) { Add((NameTag)sample.Names[start], sample.Forms[start..end]); }
        }
    }

    /// <summary>The sentence with each of its names, one time in two, replaced.</summary>
    public Sample Vary(Sample sample, ref FastRandom random)
    {
        string[]? forms = null;
        foreach ((int start, int end) in Names(sample))
        {
            if (!random.Chance(0.5f) || !IsFlat(sample, start, end)) { continue; }
            string[]? other = Other((NameTag)sample.Names[start], end - start, ref random);
            if (other is null) { continue; }
            forms ??= [.. sample.Forms];
            other.CopyTo(forms, start);
        }
        return forms is null ? sample : sample with { Forms = forms };
    }

    private string[]? Other(NameTag kind, int words, ref FastRandom random)
    {
        if (kind == NameTag.BeginPerson && words <= 3 && random.Chance(0.7f))
        {
            string surname = Pick(_surnames, ref random), given = Pick(_given, ref random);
            return words switch { 1 => [random.Chance(0.3f) ? given : surname], 2 => [given, surname], _ => [given, random.Chance(0.5f) ? given[..1] + "." : Pick(_given, ref random), surname] };
        }
        return _names.TryGetValue((kind, words), out List<string[]>? names) ? names[(int)(random.Next() % (uint)names.Count)] : null;
    }

    private static string Pick(string[] names, ref FastRandom random) => names[random.Next() % (uint)names.Length];

    private void Add(NameTag kind, string[] words)
    {
        // A name with small words or a plural has another tree and other tags.
        if (words.Length > LongestName || words.Any(w => w.Length < 2 || !char.IsUpper(w[0]) || (w[^1] == 's' && kind == NameTag.BeginOrganization))) { return; }
        if (!_names.TryGetValue((kind, words.Length), out List<string[]>? names)) { _names[(kind, words.Length)] = names = []; }
        names.Add(words);
    }

    private static IEnumerable<(int Start, int End)> Names(Sample sample)
    {
        for (int i = 0; i < sample.Count; i++)
        {
            if (sample.Names[i] < 0 || !((NameTag)sample.Names[i]).IsBegin()) { continue; }
            int end = i + 1;
            while (end < sample.Count && sample.Names[end] > 0 && ((NameTag)sample.Names[end]).IsInside()) { end++; }
            yield return (i, end);
        }
    }

    private static bool IsFlat(Sample sample, int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            if (!char.IsUpper(sample.Forms[i][0]) || (sample.Upos[i] >= 0 && sample.Upos[i] != (int)Upos.PROPN)) { return false; }
        }
        return true;
    }

    private static IEnumerable<string> Column(string table, string column)
    {
        TsvTable rows = TsvTable.Embedded(table);
        return rows.Rows.Select(r => rows.Cell(r, column)).Where(c => c.Length > 0);
    }
}
