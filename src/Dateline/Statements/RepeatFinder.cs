using Dateline.Stories;
using Dateline.Text;

namespace Dateline.Statements;

/// <summary>Finds the same utterance told again: headline, deck, lead and quotation of one speaker that share their content words.</summary>
/// <seealso href="specs/statements/repeats.md"/>
internal sealed class RepeatFinder
{
    private readonly Paraphrases _paraphrases = new();

    /// <summary>Share of the shorter telling's content words that the fuller one must hold, and how many at least.</summary>
    private const double SharedPart = 0.5;
    private const int SharedAtLeast = 2;
    private const double SharedByParaphrase = 0.75, SharedByOthers = 0.6;
    /// <summary>What is told and then quoted by the same speaker in the next statement is mostly the same; fewer words need agree.</summary>
    private const double SharedByNext = 0.25;
    /// <summary>What tells less than half as much is no fuller telling.</summary>
    private const double FullerAtLeast = 0.5;
    private const double SpeakerBonus = 0.2;
    /// <summary>Of two tellings that hold as much, the quotation is the fuller.</summary>
    private const double QuotationBonus = 0.15;
    /// <summary>Words that agree so far are taken for forms of one word.</summary>
    private const int StemLength = 6;
    /// <summary>Stories with more statements are lists or books; only neighbours are compared there.</summary>
    private const int Neighbours = 60;

    /// <summary>For each statement the index of its fullest telling, or -1.</summary>
    public int[] Find(StatementContext context, IReadOnlyList<Draft> drafts, IReadOnlyList<StatementSource?> sources, IReadOnlyList<int> parents)
    {
        int[] result = new int[drafts.Count];
        Array.Fill(result, -1);
        List<HashSet<string>?> words = [.. drafts.Select(_ => (HashSet<string>?)null)];
        HashSet<string> Words(int i) => words[i] ??= ContentWords(context.Parsed, drafts[i]);
        for (int i = 0; i < drafts.Count; i++)
        {
            bool title = IsTop(context, drafts[i]);
            bool lead = title || IsLead(context, drafts[i]);
            if ((sources[i]?.Entity is null && !lead) || (drafts[i].Form is StatementForm.Direct && !title) || parents[i] >= 0) { continue; }
            double best = 0;
            for (int j = i + 1; j < drafts.Count && j <= i + Neighbours; j++)
            {
                bool sameSpeaker = sources[i]?.Entity is { } speaker && sources[j]?.Entity == speaker;
                if ((!sameSpeaker && !lead) || parents[j] >= 0 || IsTop(context, drafts[j])) { continue; }
                int shared = 0;
                foreach (string word in Words(i))
                {
                    if (Words(j).Contains(word)) { shared++; }
                }
                int smaller = Math.Min(Words(i).Count, Words(j).Count);
                // A headline may name another voice of the same side ("Israel", "the army"): then more words must agree.
                bool quotedNext = sameSpeaker && drafts[j].Form is StatementForm.Direct && drafts[i].Form is StatementForm.Indirect && NextOf(parents, i) == j;
                double needed = quotedNext ? SharedByNext : sameSpeaker ? (IsFuller(drafts[i], drafts[j], title) ? SharedPart : SharedByParaphrase) : SharedByOthers;
                if (shared < SharedAtLeast || shared < needed * smaller || (!quotedNext && Words(j).Count < FullerAtLeast * Words(i).Count)) { continue; }
                double part = ((double)shared / smaller) + (drafts[j].Form is StatementForm.Direct ? QuotationBonus : 0) + (sameSpeaker ? SpeakerBonus : 0);
                if (part > best) { best = part; result[i] = j; }
            }
        }
        for (int i = drafts.Count - 1; i >= 0; i--)
        {
            if (result[i] >= 0 && result[result[i]] >= 0) { result[i] = result[result[i]]; }
        }
        return result;
    }

    /// <summary>The next statement that stands in no other.</summary>
    private static int NextOf(IReadOnlyList<int> parents, int index)
    {
        int next = index + 1;
        while (next < parents.Count && parents[next] >= 0) { next++; }
        return next;
    }

    /// <summary>A later quotation is fuller than a paraphrase, and the body fuller than the headline.</summary>
    private static bool IsFuller(Draft first, Draft second, bool title) => title || second.Form is StatementForm.Direct || (second.Form is StatementForm.Mixed && first.Form is StatementForm.Indirect);

    private static bool IsTop(StatementContext context, Draft draft)
    {
        int token = context.Parsed.TokenAtOrAfter(draft.Extent.Start);
        return token < context.Parsed.Tokens.Length && context.Story.Blocks[context.Parsed.SentenceOf(token).Block].Role is BlockRole.Headline or BlockRole.Deck or BlockRole.Subheading;
    }

    /// <summary>True in the first paragraph, which tells the news that the story then tells in full.</summary>
    private static bool IsLead(StatementContext context, Draft draft)
    {
        foreach (Block block in context.Story.Blocks)
        {
            if (block.Role is BlockRole.Paragraph) { return block.Span.Contains(draft.Extent.Start); }
        }
        return false;
    }

    private HashSet<string> ContentWords(ParsedText parsed, Draft draft)
    {
        HashSet<string> words = new(StringComparer.OrdinalIgnoreCase);
        foreach (TextSpan part in draft.Content)
        {
            (int first, int end) = parsed.TokensIn(part);
            bool inserted = false;
            for (int i = first; i < end && words.Count < 200; i++)
            {
                // What an editor put into the words is not told by the speaker.
                if (parsed.Form(i) is "[") { inserted = true; }
                if (parsed.Form(i) is "]") { inserted = false; }
                if (inserted || !(parsed.Tokens[i].Upos is Upos.NOUN or Upos.PROPN or Upos.VERB or Upos.ADJ or Upos.NUM) || parsed.Tokens[i].Lemma.Length <= 2) { continue; }
                foreach (Range piece in parsed.Tokens[i].Lemma.AsSpan().Split('-'))
                {
                    ReadOnlySpan<char> word = parsed.Tokens[i].Lemma.AsSpan()[piece];
                    if (word.Length > 2) { words.Add(_paraphrases.Of(word) ?? word[..Math.Min(word.Length, StemLength)].ToString()); }
                }
            }
        }
        return words;
    }
}
