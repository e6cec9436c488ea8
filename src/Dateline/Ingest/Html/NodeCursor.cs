using AngleSharp.Dom;

namespace Dateline.Ingest.Html;

/// <summary>A way through a page in document order that remembers where it is in each list of children: asking a node for its next brother searches the whole list, which a page of 50,000 brothers turns into minutes.</summary>
internal sealed class NodeCursor
{
    private readonly List<(INodeList Children, int Next)> _open = [];

    /// <summary>Starts before the first child of the root.</summary>
    public NodeCursor(INode root) => Enter(root);

    /// <summary>False when the root has been left.</summary>
    public bool IsInside => _open.Count > 0;

    /// <summary>The next child of the innermost open node; null when there is none, after which it is time to <see cref="Leave"/>.</summary>
    public INode? Next()
    {
        (INodeList children, int next) = _open[^1];
        if (next >= children.Length) { return null; }
        _open[^1] = (children, next + 1);
        return children[next];
    }

    /// <summary>Goes into the children of a node.</summary>
    public void Enter(INode node) => _open.Add((node.ChildNodes, 0));

    /// <summary>Goes back to the node around.</summary>
    public void Leave() => _open.RemoveAt(_open.Count - 1);

    /// <summary>The next node of the walk, leaving what is over on the way; null at the end. The children of what it returns are walked only when it is entered.</summary>
    public INode? NextOrUp()
    {
        while (IsInside)
        {
            if (Next() is { } node) { return node; }
            Leave();
        }
        return null;
    }
}
