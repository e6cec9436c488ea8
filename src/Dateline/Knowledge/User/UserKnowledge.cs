using System.Security.Cryptography;
using System.Text;
using Dateline.Places;

namespace Dateline.Knowledge.User;

/// <summary>What a user adds to the built-in knowledge: a folder of office holders and places, and actor dictionaries in PETRARCH's format.</summary>
/// <seealso href="docs/how-to/own-knowledge.md"/>
public sealed record UserKnowledge
{
    /// <summary>The built-in office holders with the user's beside them.</summary>
    public OfficeHolderTable OfficeHolders { get; init; } = OfficeHolderTable.Default;

    /// <summary>The built-in places with the user's beside them.</summary>
    public Gazetteer Gazetteer { get; init; } = Gazetteer.Default;

    /// <summary>Actor dictionaries; of two that know a name the first one codes it.</summary>
    public IReadOnlyList<PetrarchActorDictionary> Actors { get; init; } = [];

    /// <summary>Names the content, for the record's options; empty for none.</summary>
    public string Hash { get; init; } = "";

    /// <summary>Reads the tables of a folder; those that it lacks stay as built in.</summary>
    /// <exception cref="InvalidDataException">A row is not as it must be; with file, line and reason.</exception>
    /// <exception cref="FileNotFoundException">The folder has none of the tables.</exception>
    public static UserKnowledge Load(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        UserKnowledge knowledge = new();
        StringBuilder content = new();
        if (Read(folder, UserOffices.File, content) is { } offices) { knowledge = knowledge with { OfficeHolders = new OfficeHolderTable(CompiledTable.Embedded("actors/office-holders.table"), UserOffices.Compile(offices)) }; }
        if (Read(folder, UserPlaces.File, content) is { } places) { knowledge = knowledge with { Gazetteer = new Gazetteer(CompiledTable.Embedded("places/gazetteer.table"), UserPlaces.Compile(places)) }; }
        if (content.Length == 0) { throw new FileNotFoundException($"{folder}: no {UserOffices.File} and no {UserPlaces.File}. Expected one of these tables in the folder."); }
        return knowledge with { Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content.ToString())))[..12] };
    }

    private static TsvTable? Read(string folder, string name, StringBuilder content)
    {
        string path = Path.Combine(folder, name);
        if (!File.Exists(path)) { return null; }
        string text = File.ReadAllText(path);
        content.Append(name).Append('\n').Append(text);
        return TsvTable.Parse(name, text, folder.TrimEnd('/') + "/");
    }
}
