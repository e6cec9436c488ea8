using Dateline.KnowledgeBuilder;

// Dateline.KnowledgeBuilder DATA [KNOWLEDGE]: the raw files under DATA to the tables under KNOWLEDGE (default: knowledge).
if (args.Length is 0 or > 2)
{
    Console.Error.WriteLine("usage: Dateline.KnowledgeBuilder DATA [KNOWLEDGE]   DATA holds the folders countries, geonames, leaders, naturalearth, actors");
    return 2;
}
string data = args[0];
string knowledge = args.Length > 1 ? args[1] : "knowledge";
string supplement = Path.Combine(AppContext.BaseDirectory, "Supplement");
new CountriesBuilder(data, supplement).Build(Path.Combine(knowledge, "actors", "countries.tsv"));
return 0;
