using Dateline.Entities;
using Dateline.Knowledge;

namespace Dateline.Export.EventData;

/// <summary>A party to an event as the flat formats want it.</summary>
/// <param name="Name">Name of its entity, else its words.</param>
/// <param name="Words">Its words in this event.</param>
/// <param name="Offset">First character of its words, in code points.</param>
/// <param name="Entity">Who it is; null for words no entity stands behind.</param>
/// <param name="Code">Its country, sector and body.</param>
internal sealed record EventParty(string Name, string Words, int? Offset, Entity? Entity, ActorCode? Code)
{
    /// <summary>ISO alpha-3 country; "" for none.</summary>
    public string Country => Code?.Country ?? "";

    /// <summary>English name of the country; "" for none.</summary>
    public string CountryName => Code?.Country is { } code ? CountryTable.Default.ByCode(code)?.Name ?? code : "";

    /// <summary>Correlates of War number; null for none.</summary>
    public int? CowNumber => Code?.Country is { } code ? CountryCodes.Of(code).CowNumber : null;

    /// <summary>PLOVER sector; "" for none.</summary>
    public string Sector => Code?.Sector ?? "";

    /// <summary>CAMEO actor code: country and type ("FRAGOV"), IGO before the body's acronym; "" when nothing is known.</summary>
    public string CameoCode =>
        (Code?.Country is { } country ? CountryCodes.Of(country).Cameo : "") + CodeNames.Default.CameoType(Code?.Sector);

    /// <summary>Nobody: the side of an event that has no party.</summary>
    public static EventParty None { get; } = new("", "", null, null, null);
}
