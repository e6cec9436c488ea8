using Dateline.Text;

namespace Dateline.Entities;

/// <summary>A first guess at who speaks each quotation: the subject of the verb of speaking beside it. The statement stage decides; pronouns only need to know who is not meant.</summary>
internal sealed class QuotationSpeakers
{
    private readonly Dictionary<int, EntityDraft> _speakers = [];

    public QuotationSpeakers(StoryWords words, Dictionary<int, MentionDraft> byHead, Clauses clauses)
    {
        ParsedText parsed = words.Parsed;
        EntityDraft? previous = null;
        int previousBlock = -1;
        foreach (Sentence sentence in parsed.Sentences)
        {
            if (sentence.Block != previousBlock) { (previous, previousBlock) = (null, sentence.Block); }
            EntityDraft? speaker = null;
            for (int i = sentence.First; i < sentence.End; i++)
            {
                if (words.Quotation(i) == 0 && clauses.Speaks(i) >= 0 && byHead.TryGetValue(i, out MentionDraft? mention)) { speaker ??= mention.Entity; }
            }
            for (int i = sentence.First; i < sentence.End; i++)
            {
                // A quotation without its own verb goes on with the speaker of the paragraph.
                if (words.Quotation(i) is > 0 and int quotation && (speaker ?? previous) is { } who) { _speakers.TryAdd(quotation, who); }
            }
            previous = speaker ?? previous;
        }
    }

    /// <summary>The speaker of a quotation of <see cref="StoryWords.Quotation"/>, or null.</summary>
    public EntityDraft? Of(int quotation) => _speakers.GetValueOrDefault(quotation);
}
