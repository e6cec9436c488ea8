using System.Net;
using System.Net.Http;
using System.Text;
using System.Text.Json;
using Xunit;

namespace Dateline.EndToEnd;

/// <summary>The contract of the API: the same screens as data, one shape of errors, nothing cut off, nothing written.</summary>
public sealed class ApiTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Theory]
    [InlineData("/news.json", "stories")]
    [InlineData("/statements.json?q=speaker:%22Maria+Costa%22", "statements")]
    [InlineData("/events.json?q=code:CONSULT", "events")]
    [InlineData("/people.json", "people")]
    [InlineData("/people.json?name=Maria+Costa", "ledger")]
    [InlineData("/sources.json", "sources")]
    [InlineData("/feeds.json", "feeds")]
    [InlineData("/about.json", "about")]
    [InlineData("/story/brief-1.json", "story")]
    [InlineData("/why.json?story=brief-1&r=s3", "why")]
    public async Task Every_answer_says_what_it_is_what_made_it_and_on_which_terms(string address, string kind)
    {
        JsonElement answer = await Json(address);
        Assert.Equal(("dateline-api/1", kind), (answer.GetProperty("schema").GetString(), answer.GetProperty("kind").GetString()));
        Assert.StartsWith("dateline ", answer.GetProperty("version").GetString(), StringComparison.Ordinal);
        Assert.Contains("GeoNames", answer.GetProperty("licence").GetString(), StringComparison.Ordinal);
        Assert.True(answer.TryGetProperty("query", out _));
    }

    [Theory]
    [InlineData("news")]
    [InlineData("statements")]
    [InlineData("events")]
    public async Task Pages_lead_through_all_and_the_streams_hold_the_same(string kind)
    {
        List<string> ids = [];
        string after = "";
        do
        {
            JsonElement page = await Json($"/{kind}.json?limit=3&after={after}");
            ids.AddRange(page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString()!));
            after = page.TryGetProperty("next", out JsonElement next) ? next.GetString()! : "";
        }
        while (after.Length > 0);
        Assert.Equal(ids.Count, ids.Distinct().Count());
        string[] lines = (await Text($"/{kind}.ndjson")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("dateline-api/1", JsonDocument.Parse(lines[0]).RootElement.GetProperty("schema").GetString());
        Assert.Equal(ids, lines.Skip(1).Select(l => JsonDocument.Parse(l).RootElement).Select(r => (r.TryGetProperty("id", out JsonElement id) ? id : r.GetProperty("story").GetProperty("id")).GetString()!));
        string csv = await Text($"/{kind}.csv");
        Assert.All(ids, id => Assert.Contains("," + id + ",", csv, StringComparison.Ordinal));
        Assert.StartsWith("kind,id,outlet", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Events_are_features_and_only_towns_and_spots_have_points()
    {
        JsonElement map = await Json("/events.geojson?q=background:no");
        Assert.Equal("background:no", map.GetProperty("dateline").GetProperty("query").GetString());
        JsonElement[] features = [.. map.GetProperty("features").EnumerateArray()];
        Assert.Contains(features, f => f.GetProperty("geometry").ValueKind == JsonValueKind.Null);
        JsonElement point = features.First(f => f.GetProperty("geometry").ValueKind == JsonValueKind.Object);
        Assert.Contains(point.GetProperty("properties").GetProperty("precision").GetString(), (string[])["city", "point"]);
        Assert.All(features, f => Assert.True(f.GetProperty("properties").TryGetProperty("status", out _)));
    }

    [Fact]
    public async Task What_the_server_sends_can_be_added_elsewhere()
    {
        using Folder folder = new();
        string records = folder.Write("all.ndjson", await Text("/news.ndjson?q=id:brief-1"));
        CliResult added = Cli.Run("add", records, "--db", folder["copy.db"]);
        Assert.Equal(0, added.ExitCode);
        Assert.Contains("1 added", added.Errors, StringComparison.Ordinal);
        Assert.Equal((await Text("/story/brief-1.ndjson")).TrimEnd('\n'), Assert.Single(Cli.Run("export", "--db", folder["copy.db"]).Lines));
    }

    [Fact]
    public async Task A_text_that_is_sent_is_coded_and_not_stored()
    {
        long before = (await Json("/about.json")).GetProperty("stories").GetInt64();
        using StringContent story = new("""{"text": "Harbour reopens\n\nThe harbour of Oslo will reopen on Monday, Mayor Ada Brandt said.", "date": "2020-10-02"}""", Encoding.UTF8, "application/json");
        HttpResponseMessage answer = await server.Client.PostAsync("/read", story);
        JsonElement record = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal("dateline/1", record.GetProperty("schema").GetString());
        Assert.Equal("2020-10-05", record.GetProperty("times").EnumerateArray().First(t => t.GetProperty("type").GetString() == "DATE").GetProperty("start").GetString());
        Assert.NotEmpty(record.GetProperty("statements").EnumerateArray());
        Assert.Equal(before, (await Json("/about.json")).GetProperty("stories").GetInt64());
    }

    [Theory]
    [InlineData("text/plain", "", HttpStatusCode.UnprocessableEntity)]
    [InlineData("application/json", "{not json", HttpStatusCode.UnprocessableEntity)]
    [InlineData("application/pdf", "%PDF", HttpStatusCode.UnsupportedMediaType)]
    public async Task A_text_that_cannot_be_coded_is_an_error_like_any_other(string type, string text, HttpStatusCode status)
    {
        using ByteArrayContent body = new(Encoding.UTF8.GetBytes(text));
        body.Headers.ContentType = new(type);
        await IsError(await server.Client.PostAsync("/read", body), status);
    }

    [Fact]
    public async Task A_text_over_the_limit_is_refused()
    {
        // The server answers before the text is sent; a client that does not wait for its word may find the line closed.
        using HttpRequestMessage request = new(HttpMethod.Post, "/read") { Content = new StringContent(new string('a', (1 << 20) + 1), Encoding.UTF8, "text/plain") };
        request.Headers.ExpectContinue = true;
        await IsError(await server.Client.SendAsync(request), HttpStatusCode.RequestEntityTooLarge);
    }

    [Theory]
    [InlineData("/news.json?limit=0", HttpStatusCode.BadRequest)]
    [InlineData("/news.json?after=x", HttpStatusCode.BadRequest)]
    [InlineData("/statements.csv?q=act:sing", HttpStatusCode.BadRequest)]
    [InlineData("/events.geojson?q=box:1", HttpStatusCode.BadRequest)]
    [InlineData("/story/none.json", HttpStatusCode.NotFound)]
    [InlineData("/story.json?id=none", HttpStatusCode.NotFound)]
    [InlineData("/why.json?story=brief-1&r=s99", HttpStatusCode.NotFound)]
    [InlineData("/people.json?name=Ida+Brun", HttpStatusCode.NotFound)]
    [InlineData("/nowhere", HttpStatusCode.NotFound)]
    [InlineData("/read", HttpStatusCode.MethodNotAllowed)]
    public async Task Every_error_has_one_shape(string address, HttpStatusCode status) => await IsError(await server.Client.GetAsync(address), status);

    [Fact]
    public async Task The_description_names_what_there_is()
    {
        JsonElement description = await Json("/openapi.json");
        Assert.Equal("3.1.0", description.GetProperty("openapi").GetString());
        foreach (JsonProperty path in description.GetProperty("paths").EnumerateObject())
        {
            if (!path.Value.TryGetProperty("get", out JsonElement get)) { continue; }
            string address = path.Name.Replace("{id}", "brief-1", StringComparison.Ordinal);
            IEnumerable<string> needed = get.GetProperty("parameters").EnumerateArray().Where(p => p.TryGetProperty("required", out JsonElement r) && r.GetBoolean() && p.GetProperty("in").GetString() == "query").Select(p => p.GetProperty("name").GetString()!);
            address += "?" + string.Join('&', needed.Select(n => n + "=" + (n switch { "r" => "s3", "id" or "story" => "brief-1", "name" => "Maria+Costa", _ => "x" })));
            HttpResponseMessage answer = await server.Client.GetAsync(address);
            Assert.True(answer.IsSuccessStatusCode, $"{address}: {answer.StatusCode}");
            Assert.True(get.GetProperty("responses").GetProperty("200").GetProperty("content").TryGetProperty(answer.Content.Headers.ContentType!.MediaType!, out _), $"{address}: {answer.Content.Headers.ContentType}");
        }
    }

    [Fact]
    public async Task Whoever_asks_too_often_is_told_to_wait()
    {
        using LimitedServer limited = new();
        List<HttpStatusCode> answers = [];
        for (int i = 0; i < 40; i++)
        {
            using HttpResponseMessage answer = await limited.Client.GetAsync("/about.json");
            answers.Add(answer.StatusCode);
        }
        Assert.Contains(HttpStatusCode.OK, answers);
        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
    }

    [Fact]
    public async Task Corrections_are_kept_for_whoever_has_the_token()
    {
        using WritingServer writing = new();
        Dictionary<string, string> fields = new() { ["story"] = "brief-1", ["r"] = "s3", ["should"] = "who | confirmed | the inspectors had been let in -> act=assert", ["note"] = "It is no confirmation" };
        using FormUrlEncodedContent without = new(fields);
        await IsError(await writing.Client.PostAsync("/correction", without), HttpStatusCode.Unauthorized);
        Assert.False(File.Exists(writing.Corrections));
        fields["token"] = WritingServer.Token;
        using FormUrlEncodedContent with = new(fields);
        HttpResponseMessage kept = await writing.Client.PostAsync("/correction", with);
        Assert.Equal((HttpStatusCode.SeeOther, "/story/brief-1?r=s3#s3"), (kept.StatusCode, kept.Headers.Location!.OriginalString));
        JsonElement line = JsonDocument.Parse(Assert.Single(File.ReadAllLines(writing.Corrections))).RootElement;
        Assert.Equal(("brief-1", "s3", fields["should"]), (line.GetProperty("story").GetString(), line.GetProperty("record").GetString(), line.GetProperty("should").GetString()));
    }

    private sealed class LimitedServer() : RunningServer(samples: false, "--rate", "2");

    private sealed class WritingServer() : RunningServer(samples: false, "--allow-write", "--token", Token, "--corrections", "{folder}/corrections.ndjson")
    {
        public const string Token = "open-sesame";

        public string Corrections => Folder["corrections.ndjson"];
    }

    private async Task<string> Text(string address)
    {
        HttpResponseMessage answer = await server.Client.GetAsync(address);
        string text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return text;
    }

    private async Task<JsonElement> Json(string address) => JsonDocument.Parse(await Text(address)).RootElement;

    private static async Task IsError(HttpResponseMessage answer, HttpStatusCode status)
    {
        string text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == status, $"{answer.StatusCode}: {text}");
        JsonElement error = JsonDocument.Parse(text).RootElement.GetProperty("error");
        Assert.False(string.IsNullOrEmpty(error.GetProperty("code").GetString()));
        Assert.False(string.IsNullOrEmpty(error.GetProperty("message").GetString()));
    }
}
