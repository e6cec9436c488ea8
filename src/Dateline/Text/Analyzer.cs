using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Dateline.Stories;
using Dateline.Text.Conllu;
using Dateline.Text.Models;

namespace Dateline.Text;

/// <summary>Text to tokens, sentences, tags, lemmas and trees. Immutable and thread-safe; each running analysis borrows its own buffers.</summary>
public sealed class Analyzer
{
    /// <summary>Environment variable that names a folder to look for models in before the one beside the program.</summary>
    public const string ModelsVariable = "DATELINE_MODELS";

    private const string DefaultModel = "english.model";

    /// <summary>Words the encoder takes at a time: enough rows for its matrix products, few enough for the cache.</summary>
    private const int BatchWords = 600;

    /// <summary>A longer run without a sentence end is cut, so that attention stays cheap.</summary>
    private const int MaxSentence = 256;
    private readonly LanguageModel _model;
    private readonly byte[] _jointTag;
    private readonly Tokenizer _tokenizer = new();
    private readonly SentenceSplitter _splitter = new();
    private readonly ConcurrentBag<AnalysisBuffers> _buffers = [];

    private Analyzer(LanguageModel model, string checksum)
    {
        _model = model;
        _jointTag = JointTags(model);
        ModelId = $"{model.Name}+{checksum}";
    }

    /// <summary>Name and version of the model with the first digits of its checksum, e.g. <c>en-1+0a1b2c3d</c>.</summary>
    public string ModelId { get; }

    /// <summary>Reads a model file.</summary>
    /// <exception cref="InvalidDataException">The file is no model, of another format version, or damaged.</exception>
    public static Analyzer Load(string path)
    {
        (LanguageModel model, string checksum) = ModelFile.Read(path);
        return new Analyzer(model, checksum);
    }

    /// <summary>Reads <c>english.model</c> from the folder <see cref="ModelsVariable"/> names, else from <c>models/</c> beside the program.</summary>
    /// <exception cref="FileNotFoundException">There is none; the message names the places looked at.</exception>
    /// <exception cref="InvalidDataException">The file is no model, of another format version, or damaged.</exception>
    public static Analyzer Default()
    {
        string beside = Path.Combine(AppContext.BaseDirectory, "models", DefaultModel);
        string path = Environment.GetEnvironmentVariable(ModelsVariable) is { Length: > 0 } folder ? Path.Combine(folder, DefaultModel) : beside;
        if (!File.Exists(path)) { path = beside; }
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"No language model: {path} does not exist. Keep the folder models/ beside the program, or set {ModelsVariable} to the folder that holds {DefaultModel}.", path);
        }
        return Load(path);
    }

    /// <summary>Analyses the narrative blocks of a story; captions, credits, datelines and boilerplate get no tokens.</summary>
    public ParsedText Analyze(Story story)
    {
        AnalysisBuffers buffers = Rent();
        buffers.Clear();
        for (int block = 0; block < story.Blocks.Count; block++)
        {
            if (story.Blocks[block].IsNarrative) { AddSentences(story.Text, story.Blocks[block].Span, block, buffers); }
        }
        buffers.Reserve();
        for (int sentence = 0; sentence < buffers.Sentences.Count;) { sentence = Encode(sentence, buffers); }
        ParsedText parsed = new(story.Text, MakeTokens(story.Text, buffers), MakeSentences(buffers));
        _buffers.Add(buffers);
        return parsed;
    }

    /// <summary>Analyses a sentence whose words are given; forms, comments, ranges, and the columns FEATS and MISC are kept.</summary>
    public ConlluSentence Analyze(ConlluSentence sentence)
    {
        int n = sentence.Words.Count;
        AnalysisBuffers buffers = Rent();
        buffers.Clear();
        foreach (ConlluWord word in sentence.Words) { buffers.Forms.Add(word.Form); }
        for (int start = 0; start < n; start += MaxSentence) { buffers.Sentences.Add(new Sentence(start, Math.Min(n, start + MaxSentence), start, 0, default)); }
        buffers.Reserve();
        for (int piece = 0; piece < buffers.Sentences.Count;) { piece = Encode(piece, buffers); }
        ConlluWord[] words = new ConlluWord[n];
        int root = n == 0 ? 0 : buffers.RootOf(buffers.Sentences[0]);
        for (int i = 0; i < n; i++)
        {
            // The pieces of an overlong sentence hang on the first one, so that it stays one tree.
            int head = buffers.Heads[i];
            bool pieceRoot = head < 0 && i != root;
            words[i] = sentence.Words[i] with
            {
                Lemma = Lemma(sentence.Words[i].Form, i, buffers),
                Upos = buffers.Upos[i].ToString(),
                Xpos = _model.Encoder.Xpos[buffers.Xpos[i]],
                Head = pieceRoot ? root + 1 : head + 1,
                Deprel = pieceRoot ? "parataxis" : _model.Encoder.Deprel[buffers.Deprel[i]],
                Enhanced = "_",
            };
        }
        _buffers.Add(buffers);
        return sentence with { Words = words };
    }

    private AnalysisBuffers Rent() => _buffers.TryTake(out AnalysisBuffers? buffers) ? buffers : new AnalysisBuffers(_model.Encoder);

    private void AddSentences(string text, TextSpan block, int blockIndex, AnalysisBuffers buffers)
    {
        buffers.SentenceEnds.Clear();
        buffers.BlockRaw.Clear();
        _tokenizer.Tokenize(text, block, buffers.BlockRaw);
        _splitter.Split(text, buffers.BlockRaw, buffers.SentenceEnds);
        int first = buffers.Raw.Count, start = 0;
        foreach (RawToken raw in buffers.BlockRaw)
        {
            buffers.Raw.Add(raw);
            buffers.Forms.Add(buffers.Share(raw.Span.In(text)));
        }
        foreach (int end in buffers.SentenceEnds)
        {
            for (; start < end; start = Math.Min(end, start + MaxSentence))
            {
                int stop = Math.Min(end, start + MaxSentence);
                TextSpan span = new(buffers.BlockRaw[start].Span.Start, buffers.BlockRaw[stop - 1].Span.End);
                buffers.Sentences.Add(new Sentence(first + start, first + stop, first + start, blockIndex, span));
            }
        }
    }

    // Runs the encoder over a batch of sentences from this one on; returns the first sentence after it.
    private static int Encode(int sentence, AnalysisBuffers buffers)
    {
        int first = buffers.Sentences[sentence].First, end = first;
        buffers.Starts.Clear();
        buffers.Starts.Add(0);
        for (; sentence < buffers.Sentences.Count && (end == first || end - first + buffers.Sentences[sentence].Count <= BatchWords); sentence++)
        {
            end = buffers.Sentences[sentence].End;
            buffers.Starts.Add(end - first);
        }
        int n = end - first;
        buffers.Encoder.Analyze(CollectionsMarshal.AsSpan(buffers.Forms).Slice(first, n), CollectionsMarshal.AsSpan(buffers.Starts),
            buffers.Upos.AsSpan(first, n), buffers.Xpos.AsSpan(first, n), buffers.Heads.AsSpan(first, n), buffers.Deprel.AsSpan(first, n), buffers.Names.AsSpan(first, n));
        for (int s = 0; s + 1 < buffers.Starts.Count; s++)
        {
            for (int i = first + buffers.Starts[s]; i < first + buffers.Starts[s + 1]; i++)
            {
                if (buffers.Heads[i] >= 0) { buffers.Heads[i] += first + buffers.Starts[s]; }
            }
        }
        return sentence;
    }

    private ImmutableArray<Token> MakeTokens(string text, AnalysisBuffers buffers)
    {
        ImmutableArray<Token>.Builder tokens = ImmutableArray.CreateBuilder<Token>(buffers.Raw.Count);
        for (int i = 0; i < buffers.Raw.Count; i++)
        {
            RawToken raw = buffers.Raw[i];
            tokens.Add(new Token
            {
                Span = raw.Span,
                Lemma = Lemma(raw.Span.In(text), i, buffers),
                Upos = buffers.Upos[i],
                Xpos = _model.Encoder.Xpos[buffers.Xpos[i]],
                Head = buffers.Heads[i],
                Deprel = _model.Encoder.Deprel[buffers.Deprel[i]],
                Name = buffers.Names[i],
                MultiwordLength = raw.MultiwordLength,
            });
        }
        return tokens.MoveToImmutable();
    }

    private static ImmutableArray<Sentence> MakeSentences(AnalysisBuffers buffers)
    {
        ImmutableArray<Sentence>.Builder sentences = ImmutableArray.CreateBuilder<Sentence>(buffers.Sentences.Count);
        foreach (Sentence sentence in buffers.Sentences) { sentences.Add(sentence with { Root = buffers.RootOf(sentence) }); }
        return sentences.MoveToImmutable();
    }

    private string Lemma(ReadOnlySpan<char> form, int token, AnalysisBuffers buffers)
    {
        if (form.Length > Lemmatizer.MaxForm) { return form.ToString(); }
        byte tag = _jointTag[((int)buffers.Upos[token] * _model.Encoder.Xpos.Count) + buffers.Xpos[token]];
        // "fled" is no "flead", whatever the training data say.
        if (buffers.Upos[token] == Upos.VERB && _model.Encoder.Xpos[buffers.Xpos[token]] is "VBD" or "VBN" && IrregularVerbs.Default.Verb(form) is { } verb) { return verb; }
        Span<char> target = buffers.Chars;
        return buffers.Share(target[.._model.Lemmatizer.Lemmatize(form, tag, target)]);
    }

    // The lemmatizer's joint tag of every pair: the pair itself where training saw it, else the commonest with that Penn tag.
    private static byte[] JointTags(LanguageModel model)
    {
        int tags = model.Encoder.Xpos.Count;
        byte[] joint = new byte[(int)(Enum.GetValues<Upos>().Max() + 1) * tags];
        for (int upos = 0; upos < joint.Length / tags; upos++)
        {
            for (int xpos = 0; xpos < tags; xpos++)
            {
                int index = model.TagSet.Tags.IndexOf(((Upos)upos, model.Encoder.Xpos[xpos]));
                for (int i = 0; index < 0 && i < model.TagSet.Tags.Length; i++)
                {
                    if (model.TagSet.Tags[i].Xpos == model.Encoder.Xpos[xpos]) { index = i; }
                }
                joint[(upos * tags) + xpos] = (byte)Math.Max(0, index);
            }
        }
        return joint;
    }
}
