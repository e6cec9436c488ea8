using System.Collections.Immutable;

namespace Dateline.Tests.Specs;

/// <summary>A record of the pipeline as a spec sees it.</summary>
/// <param name="Head">The positional fields of its line, e.g. text and value.</param>
/// <param name="Options">The named fields; those with a value are written behind.</param>
/// <param name="Line">How the line begins, up to the options.</param>
public sealed record FoundRecord(string Line, ImmutableArray<(string Name, Field Field)> Head, ImmutableArray<(string Name, Field Field)> Options)
{
    /// <summary>The line to paste into a spec.</summary>
    public string Paste
    {
        get
        {
            string options = string.Join(' ', Options.Where(o => o.Field.Shown is not null).Select(o => SpecOptions.Write(o.Name, o.Field.Shown!)));
            string arrow = options.Length == 0 || Line.Contains(" -> ", StringComparison.Ordinal) ? " " : " -> ";
            return (Line + arrow + options).TrimEnd();
        }
    }

    /// <summary>The first field that is not as written, or null when the record is as written.</summary>
    public string? Difference(ExpectedRecord expected)
    {
        foreach ((string name, string value) in expected.Fields)
        {
            Field field = Field(name) ?? throw new FormatException(
                $"\"{expected.Line}\": no field {name}; known are {string.Join(", ", Head.Concat(Options).Select(f => f.Name))}.");
            if (!field.Meets(value)) { return $"{name}={field.Shown ?? "-"}"; }
        }
        return null;
    }

    /// <summary>True when the first positional field is as written: the same words, whatever else differs.</summary>
    public bool IsAbout(ExpectedRecord expected) => expected.Fields.Count > 0 && Head[0].Field.Meets(expected.Fields[0].Value);

    private Field? Field(string name)
    {
        foreach ((string own, Field field) in Head.Concat(Options))
        {
            if (own == name) { return field; }
        }
        return null;
    }
}

/// <summary>A line of a spec, cut into the fields that are written.</summary>
public sealed record ExpectedRecord(string Line, IReadOnlyList<(string Name, string Value)> Fields);
