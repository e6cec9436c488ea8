using Dateline.Entities;
using Dateline.Text;

namespace Dateline.Places;

/// <summary>The longest name of an entity over each token of a story.</summary>
internal sealed class NameCover
{
    private readonly (TextSpan Span, EntityType Type)?[] _cover;
    private readonly HashSet<string> _partsOfPersons = new(StringComparer.OrdinalIgnoreCase);

    public NameCover(ParsedText parsed, EntitySet entities)
    {
        _cover = new (TextSpan, EntityType)?[parsed.Tokens.Length];
        foreach ((Entity entity, Mention mention) in entities.Mentions)
        {
            if (mention.Form is not MentionForm.Name) { continue; }
            (int first, int end) = parsed.TokensIn(mention.Span);
            if (entity.Type == EntityType.Person && end - first > 1) { _partsOfPersons.Add(parsed.Form(end - 1).ToString()); }
            for (int i = first; i < end; i++)
            {
                if (_cover[i] is not { } known || known.Span.Length < mention.Span.Length) { _cover[i] = (mention.Span, entity.Type); }
            }
        }
    }

    /// <summary>True when a person of the story bears it as the last part of a longer name: "Washington" after "George Washington".</summary>
    public bool IsPartOfPerson(ReadOnlySpan<char> name) => _partsOfPersons.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);

    /// <summary>Span and type of the name a token stands in; null for none.</summary>
    public (TextSpan Span, EntityType Type)? At(int token) => token >= 0 && token < _cover.Length ? _cover[token] : null;
}
