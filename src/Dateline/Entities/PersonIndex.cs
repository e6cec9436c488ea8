namespace Dateline.Entities;

/// <summary>Full names of people by their first and last words, so that a surname finds its bearers without a scan.</summary>
internal sealed class PersonIndex
{
    private const int MostBearers = 32;
    private readonly Dictionary<string, List<NameGroup>> _byWord = new(StringComparer.OrdinalIgnoreCase);

    public PersonIndex(IEnumerable<NameGroup> people)
    {
        foreach (NameGroup person in people)
        {
            Add(person.Words[^1], person);
            if (!person.Words[0].Equals(person.Words[^1], StringComparison.OrdinalIgnoreCase)) { Add(person.Words[0], person); }
        }
    }

    /// <summary>People whose name the group shortens: by surname before by first name.</summary>
    public List<NameGroup>? Find(NameGroup group)
    {
        if (!_byWord.TryGetValue(group.Words[^1], out List<NameGroup>? found)) { return null; }
        List<NameGroup> longer = [.. found.Where(p => !ReferenceEquals(p, group) && p.Entity is not null && (p.EndsWith(group) || SameButInitials(p, group)))];
        return longer.Count > 0 ? longer : [.. found.Where(p => !ReferenceEquals(p, group) && p.Entity is not null && p.StartsWith(group))];
    }

    private static bool SameButInitials(NameGroup a, NameGroup b) => a.Words.Length == b.Words.Length && a.Words.Length > 1
        && a.Words.Zip(b.Words).All(w => w.First.Equals(w.Second, StringComparison.OrdinalIgnoreCase));

    private void Add(string word, NameGroup person)
    {
        if (!_byWord.TryGetValue(word, out List<NameGroup>? list)) { _byWord.Add(word, list = []); }
        if (list.Count < MostBearers) { list.Add(person); }
    }
}
