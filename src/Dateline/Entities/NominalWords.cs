using Dateline.Text;

namespace Dateline.Entities;

/// <summary>The words of a description by which it is known again.</summary>
internal sealed class NominalWords(StoryWords words)
{
    private readonly ParsedText _parsed = words.Parsed;

    /// <summary>Equal for descriptions of the same words and country.</summary>
    public string Key(Nominal nominal) => $"{CoreText(nominal)}|{nominal.Affiliation.Country}";

    /// <summary>"300 Syrian Islamists", "Syrian militants": armed groups of one country are one party to a story.</summary>
    public static string? Fighters(Nominal nominal) => nominal.Role.Class is "militant" or "rebels" ? "rebels" : null;

    /// <summary>The bare noun, by which "the militants" finds "Syrian Islamist militants".</summary>
    public string Short(Nominal nominal) => $"~{_parsed.Tokens[nominal.Head].Lemma}|{(nominal.Plural ? "s" : "")}";

    /// <summary>The description without article, count and age.</summary>
    public string CoreText(Nominal nominal)
    {
        int core = nominal.Core;
        while (core < nominal.Head && IsCount(core)) { core++; }
        if (AgeEnd(core, nominal.Head) is int old and >= 0) { core = old + 1; }
        string text = words.Phrase(core, nominal.Head).ToString();
        return text.Contains('\n', StringComparison.Ordinal) ? string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : text;
    }

    // "a 43-year-old teacher" is a teacher.
    private int AgeEnd(int first, int head)
    {
        if (_parsed.Form(first) is not ("year" or "month" or "week" or "day")) { return -1; }
        for (int i = first + 1; i < head && i < first + 4; i++)
        {
            if (_parsed.Form(i) is "old") { return i; }
        }
        return -1;
    }

    // "more than 300 radical Islamists" are "radical Islamists".
    private bool IsCount(int token) => _parsed.Tokens[token].Upos is Upos.NUM or Upos.ADP or Upos.ADV or Upos.SYM or Upos.PUNCT
        || RoleClasses.Default.IsCount(_parsed.Form(token).ToString());
}
