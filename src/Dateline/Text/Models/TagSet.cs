using System.Collections.Immutable;

namespace Dateline.Text.Models;

/// <summary>The joint tags (UPOS with XPOS) and relations a model knows; a class's number is its index.</summary>
internal sealed class TagSet
{
    public TagSet(ImmutableArray<(Upos Upos, string Xpos)> tags, ImmutableArray<string> relations)
    {
        Tags = tags;
        Relations = [.. relations.Select(string.Intern)];
    }

    /// <summary>At most 120, so that a tag fits a byte beside the outside tag.</summary>
    public ImmutableArray<(Upos Upos, string Xpos)> Tags { get; }

    /// <summary>At most 64, so that a set of them fits a machine word; interned.</summary>
    public ImmutableArray<string> Relations { get; }
}
