namespace Dateline.Text.Models;

/// <summary>How a lemma is made from a form: perhaps lower-cased, an ending cut off, another one added.</summary>
internal readonly record struct LemmaScript(bool KeepsCase, byte Cut, string Append)
{
    /// <summary>The form in lower case.</summary>
    public static LemmaScript Lower { get; } = new(false, 0, "");

    /// <summary>Applies the script; a cut longer than the form cuts all of it.</summary>
    public int Apply(ReadOnlySpan<char> form, Span<char> target)
    {
        int kept = Math.Max(0, form.Length - Cut);
        for (int i = 0; i < kept; i++) { target[i] = KeepsCase ? form[i] : char.ToLowerInvariant(form[i]); }
        Append.CopyTo(target[kept..]);
        return kept + Append.Length;
    }

    /// <summary>The script that turns the form into the lemma.</summary>
    public static LemmaScript Between(string form, string lemma, bool preferCase)
    {
        LemmaScript lower = Cutting(form.ToLowerInvariant(), lemma, keepsCase: false);
        LemmaScript kept = Cutting(form, lemma, keepsCase: true);
        if (lower.Append.Length != kept.Append.Length) { return lower.Append.Length < kept.Append.Length ? lower : kept; }
        return preferCase ? kept : lower;
    }

    private static LemmaScript Cutting(string form, string lemma, bool keepsCase)
    {
        int common = 0;
        while (common < form.Length && common < lemma.Length && form[common] == lemma[common]) { common++; }
        return new LemmaScript(keepsCase, (byte)Math.Min(255, form.Length - common), lemma[common..]);
    }
}
