using Dateline.Text;

namespace Dateline.Statements;

/// <summary>A statement in the making: tokens and spans, before entities, acts and ids are given.</summary>
internal sealed class Draft
{
    /// <summary>Name of the rule that found the content.</summary>
    public required string Rule { get; set; }
    public required ReportingWord Word { get; set; }
    public CueKind CueKind { get; set; } = CueKind.Verb;
    /// <summary>Absent for words carried over from an earlier speaker.</summary>
    public TextSpan? CueSpan { get; set; }
    /// <summary>Head token of the cue, -1 for none.</summary>
    public int CueHead { get; set; } = -1;
    public Speaker Speaker { get; set; } = Speaker.None;
    /// <summary>In text order.</summary>
    public List<TextSpan> Content { get; } = [];
    /// <summary>Head token of the one spoken to, -1 for none.</summary>
    public int Addressee { get; set; } = -1;
    public StatementForm? Form { get; set; }
    /// <summary>True for "did not say", "would not say".</summary>
    public bool Negated { get; set; }
    /// <summary>True for "would say", "could argue": told as possible only.</summary>
    public bool Conditional { get; set; }
    /// <summary>Set when the grammar decides the act against the word's own ("declined to comment").</summary>
    public Act? Act { get; set; }
    public double Confidence { get; set; } = 0.8;
    /// <summary>The statement that these words continue, when their speaker is only implied.</summary>
    public Draft? CarriedFrom { get; set; }

    /// <summary>From the first to the last word of the content.</summary>
    public TextSpan Extent => new(Content[0].Start, Content[^1].End);

    /// <summary>True when some part of the content holds the offset.</summary>
    public bool Holds(int offset)
    {
        foreach (TextSpan part in Content)
        {
            if (part.Contains(offset)) { return true; }
        }
        return false;
    }
}

/// <summary>Whose words they are, as found by the grammar.</summary>
/// <param name="Head">Head token of the phrase, -1 when there are no words for the speaker.</param>
/// <param name="Antecedent">For a relative pronoun, the noun it stands for; else -1.</param>
/// <param name="Rule">Name of the rule that chose it.</param>
internal readonly record struct Speaker(int Head, int Antecedent, string Rule)
{
    public static readonly Speaker None = new(-1, -1, "");

    /// <summary>Replaces the span of the phrase where the tree does not give it (headlines).</summary>
    public TextSpan? Span { get; init; }

    public bool Found => Head >= 0 || Span is not null;
}
