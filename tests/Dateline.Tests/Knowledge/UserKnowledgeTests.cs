using Dateline.Entities;
using Dateline.Ingest;
using Dateline.Knowledge;
using Dateline.Knowledge.User;
using Dateline.Stories;
using Dateline.Text;
using Xunit;

namespace Dateline.Tests.Knowledge;

/// <summary>A user's actors, agents, office holders and places go with the built-in ones.</summary>
public sealed class UserKnowledgeTests
{
    private const string Dictionary = """
        # own actors
        !PERSON! = MAN, WOMAN
        JONAS_WEIL_  ; made up
        +PRESIDENT_WEIL_
        	[CHEELI 650101-991231]
        	[CHEGOV 20000101-20051231] [CHEOPP >060101]
        MERIDIAN_LINES_ [MNCTUR]
        +THE_LINES_
        WATCHMAN [~COP]
        HERDS!PERSON! {HERDERS} [~AGR]
        """;

    private static readonly UserKnowledge s_knowledge = new() { Actors = [PetrarchActorDictionary.Parse("own.txt", Dictionary)] };

    [Theory]
    [InlineData(1999, "CHE", "ELI")]
    [InlineData(2003, "CHE", "GOV")]
    [InlineData(2010, "CHE", "OPP")]
    public void A_dated_code_holds_on_its_days(int year, string country, string sector)
    {
        Entity person = Assert.Single(Read("Jonas Weil spoke in Geneva on Monday.", year).Entities, e => e.Name == "Jonas Weil");
        Assert.Equal((country, sector), (person.Code!.Country, person.Code.Sector));
    }

    [Fact]
    public void An_agent_noun_gives_its_sector() =>
        Assert.Equal("COP", Assert.Single(Read("A watchman said the gate was open.", 2010).Entities, e => e.Name == "watchman").Code!.Sector);

    [Theory]
    [InlineData("[AFG]", "own.txt(1): a code before any name")]
    [InlineData("A_B_\nC_D_ [AFG]", "own.txt(1): \"a b\" has no code")]
    [InlineData("A_B_ [AFG 991231-970101]", "own.txt(1): span is \"991231-970101\", its end is before its start")]
    [InlineData("A_B_ [AFG 971301-990101]", "own.txt(1): day is \"971301\"")]
    [InlineData("A_B_ [12]", "own.txt(1): code is \"12\"")]
    [InlineData("A!B! [~GOV]", "own.txt(1): !B! is no set")]
    public void A_fault_names_its_line(string text, string message) =>
        Assert.StartsWith(message, Assert.Throws<InvalidDataException>(() => PetrarchActorDictionary.Parse("own.txt", text)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_folder_of_office_holders_and_places_is_used()
    {
        string folder = Folder("office-holders.tsv", "person\tposition\tcountry\tstart\tend\twikidata\nAda Quorn\tPrime Minister\tNZL\t2030-01-01\t-\t-\n");
        File.WriteAllText(Path.Combine(folder, "places.tsv"), "name\tnames\tkind\tcountry\tadmin1\tlat\tlon\tpopulation\tfeature\tgeonames\nZzyzxville\t-\tcity\tNZL\t-\t-41.5\t173.2\t90000\tPPL\t-\n");
        UserKnowledge knowledge = UserKnowledge.Load(folder);
        Assert.Equal("NZL", knowledge.OfficeHolders.Find("Ada Quorn", new DateOnly(2031, 1, 1))!.Country);
        StoryRecords read = Read("Ada Quorn opened a school in Zzyzxville on Monday.", 2031, knowledge);
        Assert.Equal("NZL", Assert.Single(read.Entities, e => e.Name == "Ada Quorn").Code!.Country);
        Assert.Equal(-41.5, Assert.Single(read.Places).Latitude!.Value, 3);
        Directory.Delete(folder, true);
    }

    [Theory]
    [InlineData("Ada Quorn\tPrime Minister\tXYZ\t2030-01-01\t-\t-", "country is \"XYZ\"")]
    [InlineData("Ada Quorn\tPrime Minister\tNZL\t2030\t-\t-", "start is \"2030\"")]
    [InlineData("Ada Quorn\tPrime Minister\tNZL\t2030-01-01\t2029-01-01\t-", "end is not after start")]
    public void A_bad_row_names_file_line_and_reason(string row, string reason)
    {
        string folder = Folder("office-holders.tsv", "person\tposition\tcountry\tstart\tend\twikidata\n" + row + "\n");
        string message = Assert.Throws<InvalidDataException>(() => UserKnowledge.Load(folder)).Message;
        Assert.Contains("office-holders.tsv(2): " + reason, message, StringComparison.Ordinal);
        Directory.Delete(folder, true);
    }

    [Fact]
    public void The_same_rows_compile_to_the_same_bytes()
    {
        static byte[] Compile(string[] names)
        {
            CompiledTableWriter writer = new(8);
            byte[] record = new byte[8];
            foreach (string name in (string[])["Ada Quorn", "Jonas Weil", "Rowan Tull"]) { record[0] = (byte)writer.Text(name); writer.Add(record); }
            foreach (string name in names) { writer.File(name, 1, flag: name.Length > 4); }
            return writer.ToBytes();
        }
        // Names are filed in any order: the bytes are sorted by key.
        Assert.Equal(Compile(["Jonas Weil", "Weil", "President Weil"]), Compile(["President Weil", "Weil", "Jonas Weil"]));
    }

    private static string Folder(string name, string text)
    {
        string folder = Directory.CreateTempSubdirectory("dateline-knowledge-").FullName;
        File.WriteAllText(Path.Combine(folder, name), text);
        return folder;
    }

    private static StoryRecords Read(string text, int year, UserKnowledge? knowledge = null) => new Pipeline(TestPipeline.Analyzer, new PipelineOptions { Knowledge = knowledge ?? s_knowledge }).Read(new Story
    {
        Id = "s", Text = text, Blocks = [new Block(BlockRole.Paragraph, new TextSpan(0, text.Length))], ReferenceDate = new ReferenceDate { Value = new DateOnly(year, 6, 3), Basis = "published" },
    });
}
