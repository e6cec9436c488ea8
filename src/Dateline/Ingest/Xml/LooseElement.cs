using System.Text;

namespace Dateline.Ingest.Xml;

/// <summary>Characters or an element: one of the two is set.</summary>
internal readonly record struct LooseNode(string? Text, LooseElement? Element);

/// <summary>An element of a document that need not be well formed.</summary>
internal sealed class LooseElement(string name, LooseElement? parent)
{
    private readonly List<LooseNode> _nodes = [];
    private List<(string Name, string Value)>? _attributes;

    /// <summary>The name as written, with its prefix.</summary>
    public string Name { get; } = name;

    /// <summary>The name without its prefix.</summary>
    public string Local { get; } = name[(name.LastIndexOf(':') + 1)..];

    /// <summary>The vocabulary it is from.</summary>
    public Vocabulary Vocabulary { get; init; }

    public LooseElement? Parent { get; } = parent;

    /// <summary>Where it starts in the source.</summary>
    public int Start { get; init; }

    /// <summary>Where it ends in the source, its end tag included.</summary>
    public int End { get; set; }

    public IReadOnlyList<LooseNode> Nodes => _nodes;

    public IReadOnlyList<(string Name, string Value)> Attributes => _attributes ?? [];

    /// <summary>The elements right below.</summary>
    public IEnumerable<LooseElement> Elements => _nodes.Where(n => n.Element is not null).Select(n => n.Element!);

    /// <summary>The characters of the element and all below it.</summary>
    public string Text
    {
        get
        {
            if (_nodes.Count == 0) { return ""; }
            if (_nodes is [{ Text: { } only }]) { return only; }
            StringBuilder text = new();
            foreach (LooseNode node in Descendants()) { text.Append(node.Text); }
            return text.ToString();
        }
    }

    public void Add(LooseNode node) => _nodes.Add(node);

    public void Add(string attribute, string value) => (_attributes ??= []).Add((attribute, value));

    /// <summary>The attribute's value by its name as written; null where there is none.</summary>
    public string? Attribute(string attribute)
    {
        foreach ((string name, string value) in Attributes)
        {
            if (name.Equals(attribute, StringComparison.OrdinalIgnoreCase)) { return value; }
        }
        return null;
    }

    /// <summary>True for the name, in any case, within the vocabulary.</summary>
    public bool Is(string local, Vocabulary vocabulary) => Vocabulary == vocabulary && Local.Equals(local, StringComparison.OrdinalIgnoreCase);

    /// <summary>The first element right below with that name.</summary>
    public LooseElement? Child(string local, Vocabulary vocabulary = Vocabulary.Own)
    {
        foreach (LooseNode node in _nodes)
        {
            if (node.Element is { } element && element.Is(local, vocabulary)) { return element; }
        }
        return null;
    }

    /// <summary>Everything below in document order. Iterative: a deep document takes no stack.</summary>
    public IEnumerable<LooseNode> Descendants()
    {
        Stack<(LooseElement Element, int Next)> open = new([(this, 0)]);
        while (open.TryPop(out (LooseElement Element, int Next) at))
        {
            if (at.Next >= at.Element._nodes.Count) { continue; }
            open.Push((at.Element, at.Next + 1));
            LooseNode node = at.Element._nodes[at.Next];
            yield return node;
            if (node.Element is { } below) { open.Push((below, 0)); }
        }
    }
}
