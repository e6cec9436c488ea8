namespace Dateline.Text;

/// <summary>Universal part of speech (universaldependencies.org/u/pos), in CoNLL-U spelling.</summary>
public enum Upos : byte { X, ADJ, ADP, ADV, AUX, CCONJ, DET, INTJ, NOUN, NUM, PART, PRON, PROPN, PUNCT, SCONJ, SYM, VERB }
