using System.Collections.Concurrent;
using System.Collections.Immutable;
using Dateline.Stories;
using Dateline.Text.Conllu;
using Dateline.Text.Models;

namespace Dateline.Text;

/// <summary>Text to tokens, sentences, tags, lemmas and trees. Immutable and thread-safe; each running analysis borrows its own buffers.</summary>
public sealed class Analyzer
{
    /// <summary>Environment variable that names a folder to look for models in before the one beside the program.</summary>
    public const string ModelsVariable = "DATELINE_MODELS";

    private const string DefaultModel = "en.model";
    private readonly LanguageModel _model;
    private readonly Tagger _tagger;
    private readonly Parser _parser;
    private readonly Tokenizer _tokenizer = new();
    private readonly SentenceSplitter _splitter = new();
    private readonly ConcurrentBag<AnalysisBuffers> _buffers = [];

    private Analyzer(LanguageModel model, string checksum)
    {
        _model = model;
        _tagger = new Tagger(model.TaggerWeights, model.TagSet.Tags.Length);
        _parser = new Parser(model.ParserWeights, model.Transitions);
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

    /// <summary>Reads <c>en.model</c> from the folder <see cref="ModelsVariable"/> names, else from <c>models/</c> beside the program.</summary>
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
        buffers.Tokens.Clear();
        buffers.Sentences.Clear();
        for (int block = 0; block < story.Blocks.Count; block++)
        {
            if (story.Blocks[block].IsNarrative) { AnalyzeBlock(story.Text, story.Blocks[block].Span, block, buffers); }
        }
        ParsedText parsed = new(story.Text, [.. buffers.Tokens], [.. buffers.Sentences]);
        _buffers.Add(buffers);
        return parsed;
    }

    /// <summary>Analyses a sentence whose words are given; forms, comments, ranges, and the columns FEATS and MISC are kept.</summary>
    public ConlluSentence Analyze(ConlluSentence sentence)
    {
        int n = sentence.Words.Count;
        AnalysisBuffers buffers = Rent();
        buffers.Reserve(n);
        for (int i = 0; i < n; i++) { buffers.Words[i + TaggerFeatures.Padding] = WordForm.Of(sentence.Words[i].Form); }
        TagAndParse(n, buffers);
        ConlluWord[] words = new ConlluWord[n];
        for (int i = 0; i < n; i++)
        {
            (Upos upos, string xpos) = _model.TagSet.Tags[buffers.Tags[i]];
            int head = buffers.State.Head[i];
            words[i] = sentence.Words[i] with
            {
                Lemma = Lemma(sentence.Words[i].Form, buffers.Tags[i], buffers),
                Upos = upos.ToString(),
                Xpos = xpos,
                Head = head == n ? 0 : head + 1,
                Deprel = _model.TagSet.Relations[buffers.State.Label[i]],
                Enhanced = "_",
            };
        }
        _buffers.Add(buffers);
        return sentence with { Words = words };
    }

    private AnalysisBuffers Rent() => _buffers.TryTake(out AnalysisBuffers? buffers) ? buffers : new AnalysisBuffers();

    private void AnalyzeBlock(string text, TextSpan block, int blockIndex, AnalysisBuffers buffers)
    {
        buffers.Raw.Clear();
        buffers.SentenceEnds.Clear();
        _tokenizer.Tokenize(text, block, buffers.Raw);
        _splitter.Split(text, buffers.Raw, buffers.SentenceEnds);
        int start = 0;
        foreach (int end in buffers.SentenceEnds)
        {
            AnalyzeSentence(text, start, end, blockIndex, buffers);
            start = end;
        }
    }

    private void AnalyzeSentence(string text, int start, int end, int block, AnalysisBuffers buffers)
    {
        int n = end - start;
        int first = buffers.Tokens.Count;
        buffers.Reserve(n);
        for (int i = 0; i < n; i++) { buffers.Words[i + TaggerFeatures.Padding] = WordForm.Of(buffers.Raw[start + i].Span.In(text)); }
        TagAndParse(n, buffers);
        int root = first;
        for (int i = 0; i < n; i++)
        {
            RawToken raw = buffers.Raw[start + i];
            (Upos upos, string xpos) = _model.TagSet.Tags[buffers.Tags[i]];
            int head = buffers.State.Head[i];
            if (head == n) { root = first + i; }
            buffers.Tokens.Add(new Token
            {
                Span = raw.Span,
                Lemma = Lemma(raw.Span.In(text), buffers.Tags[i], buffers),
                Upos = upos,
                Xpos = xpos,
                Head = head == n ? -1 : first + head,
                Deprel = _model.TagSet.Relations[buffers.State.Label[i]],
                MultiwordLength = raw.MultiwordLength,
            });
        }
        buffers.Sentences.Add(new Sentence(first, first + n, root, block, new TextSpan(buffers.Raw[start].Span.Start, buffers.Raw[end - 1].Span.End)));
    }

    private void TagAndParse(int n, AnalysisBuffers buffers)
    {
        buffers.Words[n + TaggerFeatures.Padding] = buffers.Words[n + TaggerFeatures.Padding + 1] = WordForm.Outside;
        Span<byte> tags = buffers.Tags.AsSpan(0, n);
        _tagger.Tag(buffers.Words.AsSpan(0, n + (2 * TaggerFeatures.Padding)), tags);
        buffers.State.Reset(buffers.Words.AsSpan(TaggerFeatures.Padding, n), tags, _model.TagSet);
        _parser.Parse(buffers.State);
    }

    private string Lemma(ReadOnlySpan<char> form, byte tag, AnalysisBuffers buffers)
    {
        if (form.Length > Lemmatizer.MaxForm) { return form.ToString(); }
        Span<char> target = buffers.Chars;
        return buffers.Share(target[.._model.Lemmatizer.Lemmatize(form, tag, target)]);
    }
}
