using Dateline.Text;

namespace Dateline.Tests.Specs;

/// <summary>A field of a found record: how it is written in a spec, and which written values it meets.</summary>
public sealed record Field(string? Shown, Func<string, bool> Meets)
{
    private static readonly string[] s_articles = ["the ", "a ", "an "];

    /// <summary>An absent field, written as "-".</summary>
    public static Field Absent { get; } = new(null, written => written == "-");

    /// <summary>One word or value, compared letter by letter.</summary>
    public static Field Exact(string? value) => value is null ? Absent : new(value, written => written == value);

    /// <summary>A value that can be written in several ways; the first is the one shown.</summary>
    public static Field AnyOf(params IEnumerable<string?> values)
    {
        string[] known = [.. values.OfType<string>().Where(v => v.Length > 0)];
        return known.Length == 0 ? Absent : new(known[0], written => known.Contains(written, StringComparer.Ordinal));
    }

    /// <summary>A member of an enumeration, as the record writes it.</summary>
    public static Field Enum<T>(T? value) where T : struct, System.Enum => Exact(value is { } v ? Camel(v.ToString()) : null);

    /// <summary>Words of the story; <c>#2</c> behind them asks for their second occurrence.</summary>
    public static Field Words(string text, TextSpan? span)
    {
        if (span is not { } s) { return Absent; }
        string own = Flat(s.In(text));
        return new(own, written =>
        {
            (string words, int? nth) = Occurrence(written);
            return words == own && (nth is null || nth == OccurrenceOf(text, s));
        });
    }

    /// <summary>A name with its other names; case and a leading article do not count.</summary>
    public static Field Name(params IEnumerable<string?> names)
    {
        string[] known = [.. names.OfType<string>().Where(n => n.Length > 0)];
        return known.Length == 0 ? Absent : new(known[0], written => known.Any(n => SameName(n, written)));
    }

    /// <summary>Several values in any order, written with "; " between; "…" at the end lets others follow.</summary>
    public static Field Set(params IEnumerable<Field> items) => Several([.. items], ordered: false);

    /// <summary>Several values in the order of the record, written with "; " between; "…" at the end lets others follow.</summary>
    public static Field List(params IEnumerable<Field> items) => Several([.. items], ordered: true);

    /// <summary>Words on one line, with single blanks.</summary>
    public static string Flat(ReadOnlySpan<char> text) => string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The name of an enumeration member as records write it.</summary>
    public static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static Field Several(Field[] items, bool ordered)
    {
        if (items.Length == 0) { return Absent; }
        return new(string.Join("; ", items.Select(i => i.Shown)), written =>
        {
            string[] wanted = written.Split("; ", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            bool more = wanted.Length > 0 && wanted[^1] == "…";
            if (more) { wanted = wanted[..^1]; }
            if (wanted.Length > items.Length || (!more && wanted.Length < items.Length)) { return false; }
            if (ordered) { return wanted.Zip(items).All(p => p.Second.Meets(p.First)); }
            List<Field> left = [.. items];
            return wanted.All(w => left.FindIndex(i => i.Meets(w)) is var at and >= 0 && Take(left, at));
        });
    }

    private static bool Take(List<Field> fields, int at) { fields.RemoveAt(at); return true; }

    private static bool SameName(string a, string b) => string.Equals(Bare(a), Bare(b), StringComparison.OrdinalIgnoreCase);

    private static string Bare(string name)
    {
        name = Flat(name);
        foreach (string article in s_articles)
        {
            if (name.StartsWith(article, StringComparison.OrdinalIgnoreCase)) { return name[article.Length..]; }
        }
        return name;
    }

    private static (string Words, int? Nth) Occurrence(string written)
    {
        int hash = written.LastIndexOf('#');
        return hash > 0 && int.TryParse(written.AsSpan(hash + 1), out int nth) ? (written[..hash].TrimEnd(), nth) : (written, null);
    }

    private static int OccurrenceOf(string text, TextSpan span)
    {
        string words = span.In(text).ToString();
        int count = 0;
        for (int at = text.IndexOf(words, StringComparison.Ordinal); at >= 0 && at <= span.Start; at = text.IndexOf(words, at + 1, StringComparison.Ordinal)) { count++; }
        return count;
    }
}
