using Dateline.Text;
using Dateline.Text.Conllu;
using Dateline.Text.Models;

namespace Dateline.Training;

/// <summary>Learns lemmas: the most frequent script of each ending under each tag, and the words that are exceptions to it.</summary>
internal static class LemmaTrainer
{
    public static Lemmatizer Train(IReadOnlyList<ConlluSentence> sentences, TagSet tagSet)
    {
        Dictionary<(string Form, byte Tag), LemmaScript> observed = [];
        foreach (IGrouping<(string, byte), ConlluWord> g in sentences.SelectMany(s => s.Words)
            .Where(w => w.Lemma != "_" && w.Form.Length <= Lemmatizer.MaxForm)
            .GroupBy(w => (w.Form.Replace('\u2019', '\'').Replace('\u2018', '\''), TagOf(w, tagSet))))
        {
            string lemma = g.GroupBy(w => w.Lemma).OrderByDescending(l => l.Count()).ThenBy(l => l.Key, StringComparer.Ordinal).First().Key;
            Upos upos = tagSet.Tags[g.Key.Item2].Upos;
            bool name = upos == Upos.PROPN || tagSet.Tags[g.Key.Item2].Xpos.StartsWith("NNP", StringComparison.Ordinal);
            observed[g.Key] = LemmaScript.Between(g.Key.Item1, lemma, preferCase: name);
        }
        Dictionary<LemmaScript, ushort> scripts = [];
        Dictionary<uint, ushort> table = [];
        ushort Number(LemmaScript s)
        {
            if (!scripts.TryGetValue(s, out ushort number)) { scripts[s] = number = (ushort)scripts.Count; }
            return number;
        }
        Dictionary<(string, byte), LemmaScript> rule = [];
        (string Form, byte Tag)[] forms = [.. observed.Keys.OrderBy(k => k.Form, StringComparer.Ordinal).ThenBy(k => k.Tag)];
        for (int length = 0; length <= Lemmatizer.MaxSuffix; length++)
        {
            var groups = forms.Where(k => k.Form.Length >= length)
                .GroupBy(k => (Suffix: k.Form[^length..].ToLowerInvariant(), k.Tag));
            Dictionary<(string, byte), LemmaScript> decided = [];
            foreach (var g in groups)
            {
                var best = g.GroupBy(k => observed[k]).OrderByDescending(x => x.Count()).ThenBy(x => x.Key.Cut).ThenBy(x => x.Key.Append, StringComparer.Ordinal).First();
                if (length > 0 && best.Count() < 2) { continue; }
                decided[g.Key] = best.Key;
            }
            foreach (((string suffix, byte tag), LemmaScript script) in decided)
            {
                if (length > 0 && Backoff(rule, suffix[1..], tag) is { } shorter && shorter == script) { continue; }
                rule[(suffix, tag)] = script;
                table[Lemmatizer.SuffixKey(suffix, tag)] = Number(script);
            }
        }
        foreach ((string form, byte tag) in forms)
        {
            string tail = form.Length > Lemmatizer.MaxSuffix ? form[^Lemmatizer.MaxSuffix..] : form;
            LemmaScript found = Backoff(rule, tail.ToLowerInvariant(), tag) ?? LemmaScript.Lower;
            LemmaScript wanted = observed[(form, tag)];
            if (Text(found, form) != Text(wanted, form)) { table[Lemmatizer.FormKey(form, tag)] = Number(wanted); }
        }
        int size = 1;
        while (size < table.Count * 3 / 2) { size *= 2; }
        uint[] keys = new uint[size];
        ushort[] values = new ushort[size];
        foreach ((uint key, ushort value) in table.OrderBy(t => t.Key))
        {
            int i = (int)(key >> 1) & (size - 1);
            while (keys[i] != 0) { i = (i + 1) & (size - 1); }
            keys[i] = key;
            values[i] = value;
        }
        return new Lemmatizer(keys, values, [.. scripts.OrderBy(s => s.Value).Select(s => s.Key)]);
    }

    private static LemmaScript? Backoff(Dictionary<(string, byte), LemmaScript> rules, string suffix, byte tag)
    {
        for (int i = 0; i <= suffix.Length; i++)
        {
            if (rules.TryGetValue((suffix[i..], tag), out LemmaScript script)) { return script; }
        }
        return null;
    }

    private static string Text(LemmaScript script, string form)
    {
        char[] target = new char[form.Length + script.Append.Length];
        return new string(target, 0, script.Apply(form, target));
    }

    private static byte TagOf(ConlluWord w, TagSet tagSet) => (byte)Math.Max(0, tagSet.Tags.IndexOf((Enum.Parse<Upos>(w.Upos), w.Xpos)));
}
