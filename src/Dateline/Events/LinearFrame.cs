using Dateline.Text;

namespace Dateline.Events;

/// <summary>What the words in their order add to a frame that the tree left incomplete: the noun phrase right after the verb, the noun before an adverb.</summary>
internal static class LinearFrame
{
    private const int MostTokensAhead = 16;

    /// <summary>Subject and object, found where they were missing.</summary>
    public static (int Subject, int Object) Complete(EventScene scene, int verb, int subject, int @object, bool passive)
    {
        // "The administration sharply reduced aid" with the adverb for a subject.
        if (subject >= 0 && scene.Upos(subject) == Upos.ADV && subject > 0 && scene.Upos(subject - 1) is Upos.NOUN or Upos.PROPN && scene.Parsed.SentenceIndex(subject - 1) == scene.Parsed.SentenceIndex(verb)) { subject--; }
        int end = Math.Min(scene.Parsed.SentenceOf(verb).End, verb + MostTokensAhead);
        if (@object < 0 && !passive && scene.Xpos(verb) is not "VBN" && verb + 1 < end) { @object = PhraseFrom(scene, verb + 1, end); if (@object >= 0 && (FrameReader.IsTime(scene, @object) || scene.Parsed.Is(@object, "nsubj"))) { @object = -1; } }
        return (subject, @object);
    }

    /// <summary>The last noun of the phrase that begins here, or -1.</summary>
    private static int PhraseFrom(EventScene scene, int first, int end)
    {
        int noun = -1;
        for (int i = first; i < end; i++)
        {
            switch (scene.Upos(i))
            {
                case Upos.NOUN or Upos.PROPN:
                    noun = i;
                    break;
                case Upos.DET or Upos.ADJ or Upos.NUM or Upos.PART when noun < 0 || scene.Upos(i) != Upos.DET:
                    if (noun >= 0 && scene.Upos(i) == Upos.PART && scene.Xpos(i) != "POS") { return noun; }
                    break;
                case Upos.PRON when scene.Xpos(i) == "PRP$":
                    break;
                case Upos.PUNCT when scene.Xpos(i) == "HYPH":
                    break;
                default:
                    return noun;
            }
        }
        return noun;
    }
}
