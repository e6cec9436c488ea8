using Dateline.Knowledge;
using Dateline.KnowledgeBuilder;
using Dateline.KnowledgeBuilder.Maps;

// Dateline.KnowledgeBuilder map DATA FILE: Natural Earth's shapes under DATA/naturalearth to the map of the pages.
if (args is ["map", var shapes, var map])
{
    new WorldMapBuilder(shapes).Build(map);
    return 0;
}
// Dateline.KnowledgeBuilder DATA [KNOWLEDGE]: the raw files under DATA to the tables under KNOWLEDGE (default: knowledge).
if (args.Length is 0 or > 2)
{
    Console.Error.WriteLine("usage: Dateline.KnowledgeBuilder DATA [KNOWLEDGE]   DATA holds the folders countries, geonames, leaders, naturalearth, actors\n       Dateline.KnowledgeBuilder map DATA FILE    DATA holds the folder naturalearth");
    return 2;
}
string data = args[0];
string knowledge = args.Length > 1 ? args[1] : "knowledge";
string supplement = Path.Combine(AppContext.BaseDirectory, "Supplement");
string actors = Path.Combine(knowledge, "actors");
new CountriesBuilder(data, supplement).Build(Path.Combine(actors, "countries.tsv"));
CountryTable countries = new(TsvTable.Parse("actors/countries.tsv", File.ReadAllText(Path.Combine(actors, "countries.tsv"))));
new OrganizationsBuilder(data, supplement, countries).Build(Path.Combine(actors, "organizations.tsv"));
RoleNounsBuilder.Build(data, supplement, Path.Combine(actors, "role-nouns.tsv"));
new OfficeHoldersBuilder(data, supplement, countries).Build(Path.Combine(actors, "office-holders.table"));
new GazetteerBuilder(data, supplement, countries).Build(Path.Combine(knowledge, "places", "gazetteer.table"));
return 0;
