using System.Collections.Frozen;
using Dateline.Knowledge;
using Dateline.Text;

namespace Dateline.Entities;

/// <summary>"Mohamed Hamdan Dagalo, better known as Hemedti": two names of one person, by a phrase of <c>knowledge/en/alias-phrases.tsv</c>.</summary>
internal sealed class AliasLinker(StoryWords words)
{
    private const int LongestPhrase = 3, LongestGap = 5;

    private static readonly Lazy<FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>>> Phrases = new(() =>
    {
        TsvTable table = TsvTable.Embedded("en/alias-phrases.tsv");
        return table.Rows.Select(r => table.Cell(r, "phrase")).ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    });

    private readonly ParsedText _parsed = words.Parsed;

    /// <summary>Hands the mentions of each alias to the bearer of the name before it.</summary>
    public void Link(IReadOnlyList<NamePiece> pieces, List<EntityDraft> drafts)
    {
        for (int i = 1; i < pieces.Count; i++)
        {
            NamePiece alias = pieces[i], name = pieces[i - 1];
            if (name.Entity is not { Type: EntityType.Person } person || alias.Entity is not { Type: not EntityType.Country } other || ReferenceEquals(person, other) || name.Count < 2) { continue; }
            if (_parsed.SentenceIndex(name.Last) != _parsed.SentenceIndex(alias.First) || !IsPhraseBetween(name.Last + 1, alias.First)) { continue; }
            foreach (MentionDraft mention in other.Mentions)
            {
                mention.Rule = "entities/alias";
                person.Add(mention);
            }
            other.Mentions.Clear();
            drafts.Remove(other);
            foreach (NamePiece piece in pieces)
            {
                if (ReferenceEquals(piece.Entity, other)) { (piece.Entity, piece.Type) = (person, EntityType.Person); }
            }
        }
    }

    private bool IsPhraseBetween(int first, int end)
    {
        while (end > first && _parsed.Form(end - 1) is "the" or "\"" or "“" or "'" or "‘") { end--; }
        if (end - first is < 1 or > LongestPhrase + LongestGap) { return false; }
        for (int start = Math.Max(first, end - LongestPhrase); start < end; start++)
        {
            if (Phrases.Value.Contains(words.Phrase(start, end - 1))) { return OnlyLeadsIn(first, start); }
        }
        return false;
    }

    // ", better", "(also", ", a general widely": no verb and no other clause between name and phrase.
    private bool OnlyLeadsIn(int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            if (_parsed.Tokens[i].Upos is Upos.VERB or Upos.CCONJ or Upos.SCONJ) { return false; }
        }
        return true;
    }
}
