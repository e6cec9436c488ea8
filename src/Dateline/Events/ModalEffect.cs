namespace Dateline.Events;

/// <summary>What a word does to the happening it governs (<c>knowledge/plover/modality.tsv</c>).</summary>
internal enum ModalEffect { None, Planned, Hypothetical, Demanded, Threatened, Negated, Denied, Attempted, Foiled, Cancelled, Ongoing, Ordered }
