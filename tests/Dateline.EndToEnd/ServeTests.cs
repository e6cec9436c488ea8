using System.Net;
using System.Net.Http;
using System.Text.RegularExpressions;
using Xunit;

namespace Dateline.EndToEnd;

/// <summary>The pages from outside: what they show, and what they let no story do.</summary>
public sealed partial class ServeTests(RunningServer server) : IClassFixture<RunningServer>
{
    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [Fact]
    public async Task All_news_shows_headline_outlet_speakers_and_events_newest_first()
    {
        string page = await Page("/");
        Assert.Contains("Inspectors let into camp, envoy says", page, StringComparison.Ordinal);
        Assert.Contains("Alpine News", page, StringComparison.Ordinal);
        Assert.Contains("Maria Costa, Erik Lind", page, StringComparison.Ordinal);
        Assert.Matches("title=\"CONSULT[^\"]*\">talks", page);
        Assert.Contains("event mentions, not de-duplicated", page, StringComparison.Ordinal);
        Assert.True(page.IndexOf("datetime", StringComparison.Ordinal) < 0 || page.IndexOf("September 2017", StringComparison.Ordinal) < page.IndexOf("October 1986", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_filter_that_is_set_is_ticked_and_taken_away_by_the_same_click()
    {
        string page = await Page("/?q=outlet%3A%22Alpine+News%22+act:deny");
        Assert.Matches("<a href=\"/\\?q=act%3Adeny\" class=\"applied\" aria-label=\"Take away Alpine News\">✓ Alpine News</a>", WebUtility.HtmlDecode(page));
        Assert.Matches("class=\"applied\" aria-label=\"Take away September 2017\"", await Page("/?q=since:2017-09+until:2017-09"));
    }

    [Fact]
    public async Task Private_people_are_in_no_list_of_speakers()
    {
        string page = await Page("/story/private");
        Assert.Contains("Ida Brun", page, StringComparison.Ordinal);
        string lists = (await Page("/?q=id:private")).Split("<aside")[1] + (await Page("/search?q=id:private")).Split("<aside")[1];
        Assert.DoesNotContain("Ida Brun", lists, StringComparison.Ordinal);
        Assert.Contains(">Erik Lind</a>", (await Page("/?q=id:brief-1")).Split("<aside")[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_story_without_a_headline_is_known_by_its_first_words()
    {
        const string Opening = "Ministers from six countries met in Oslo on Tuesday to talk about the ferries, the first such meeting in years, …";
        Assert.Contains($"<a href=\"/story/nameless\">{Opening}</a>", WebUtility.HtmlDecode(await Page("/?q=until:1999")), StringComparison.Ordinal);
        Assert.Contains($"<title>{Opening} · Dateline</title>", WebUtility.HtmlDecode(await Page("/story/nameless")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_is_an_address()
    {
        string page = await Page("/?q=speaker%3A%22Erik+Lind%22");
        Assert.Contains("<strong>1</strong> story", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Reykjavik", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_story_shows_its_text_as_it_is_and_a_card_for_each_record()
    {
        string page = await Page("/story/brief-1");
        string text = WebUtility.HtmlDecode(Tag().Replace(Regex.Replace(page, "<a class=\"ref.*?</a>", ""), ""));
        Assert.Contains("\"I spoke by telephone with Prime Minister Erik Lind, who confirmed that the inspectors had been let in,\" UN envoy Maria Costa said in Geneva on Tuesday.", text, StringComparison.Ordinal);
        foreach (string id in (string[])["s1", "s2", "s3", "s4", "v1", "v2", "e1", "t1", "p1", "q1"]) { Assert.Contains($"id=\"{id}\"", page, StringComparison.Ordinal); }
        // The prime minister's words stand inside the envoy's.
        Assert.Matches("<span class=\"m s2[^\"]*\" data-r=\"[^\"]*s2[^\"]* s3[^\"]*\"> had been let in</span>", page);
        Assert.Contains("by the word of UN envoy Maria Costa", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_address_of_a_record_lights_its_chain()
    {
        string page = await Page("/story/brief-1?r=s3");
        Assert.Matches("class=\"card statement lit chosen inside\" id=\"s3\"", page);
        Assert.Matches("class=\"card statement lit\" id=\"s2\"", page);
        Assert.Matches("class=\"card statement\" id=\"s4\"", page);
    }

    [Fact]
    public async Task Why_shows_rules_and_the_chain_of_words()
    {
        string page = await Page("/why?story=brief-1&r=s3");
        Assert.Contains("statements/clausal-complement", page, StringComparison.Ordinal);
        Assert.True(page.IndexOf("Alpine News", StringComparison.Ordinal) < page.IndexOf("UN envoy Maria Costa said".Split(" said")[0] + "\n", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Events_stand_on_a_map_along_time_and_in_a_table_and_always_as_reported()
    {
        string page = await Page("/events?q=code:CONSULT");
        Assert.Matches("aria-label=\"Vienna, Austria: [0-9]+ event mentions reported\"><circle class=\"town\"", page);
        Assert.Contains("class=\"disputed\" d=\"M", page, StringComparison.Ordinal);
        Assert.Contains("Sep 2017", page, StringComparison.Ordinal);
        Assert.Contains("<h1>Events, as reported</h1>", page, StringComparison.Ordinal);
        Assert.Contains(">planned<", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Codes_are_told_in_everyday_words_with_the_code_beside_them()
    {
        string page = await Page("/story/brief-1");
        Assert.Matches("<b>talks</b>\\s*<span class=\"small quiet\">CONSULT", page);
        string bodies = await Page("/people");
        Assert.DoesNotMatch("<span class=\"quiet\">[^<]*\\b(GOV|IGO|NOR|AUT)\\b[^<]*</span>", bodies);
        Assert.Matches("Vienna, Austria", await Page("/events?q=code:CONSULT"));
    }

    [Fact]
    public async Task A_search_that_finds_nothing_says_how_to_ask_and_one_without_a_query_gives_examples_that_find_something()
    {
        string nothing = await Page("/search?q=zzz");
        Assert.Contains("No story here fits all of it.", nothing, StringComparison.Ordinal);
        Assert.Matches("<details class=\"ask\" open[^>]*>", nothing);
        string[] examples = [.. Regex.Matches((await Page("/search")).Split("For example")[1].Split("</p>")[0], "href=\"(?<to>[^\"]+)\"").Select(m => WebUtility.HtmlDecode(m.Groups["to"].Value))];
        Assert.Equal(4, examples.Length);
        foreach (string example in examples) { Assert.DoesNotContain("No story here fits", await Page(example), StringComparison.Ordinal); }
    }

    [Fact]
    public async Task The_foot_leads_to_the_data_each_format_a_word_of_its_own() =>
        Assert.Matches(">json</a> · <a [^>]*>csv</a> · <a [^>]*>ndjson</a> · <a [^>]*>geojson</a> · <a [^>]*>API</a>", (await Page("/")).Replace("\n", "", StringComparison.Ordinal));

    [Fact]
    public async Task What_has_no_place_or_no_time_lies_in_a_tray_and_can_be_listed()
    {
        Assert.Contains("The tray:", await Page("/events"), StringComparison.Ordinal);
        Assert.DoesNotContain("<circle", await Page("/events?q=box:none"), StringComparison.Ordinal);
        Assert.Contains("None of them has a time of its own.", await Page("/events?q=when:none"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_of_a_country_is_drawn_as_an_area()
    {
        string page = await Page("/events");
        Assert.Matches("aria-label=\"somewhere in [^\"]*\"><circle class=\"area\"", page);
        Assert.DoesNotMatch("aria-label=\"somewhere in [^\"]*\"><circle class=\"town\"", page);
    }

    [Fact]
    public async Task A_ledger_tells_what_somebody_said_and_did()
    {
        string page = await Page("/people?name=Maria+Costa");
        Assert.Contains("Said by", page, StringComparison.Ordinal);
        Assert.Contains("I spoke by telephone with Prime Minister Erik Lind", page, StringComparison.Ordinal);
        Assert.Contains("Acts by, as reported", page, StringComparison.Ordinal);
        Assert.Contains("Maria Costa", await Page("/people?words=costa"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Private_people_have_no_ledger()
    {
        HttpResponseMessage answer = await server.Client.GetAsync("/people?name=Ida+Brun");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain("Ida Brun", await Page("/people"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/search?q=act:deny", "A rebel commander denied", "rebel commander")]
    [InlineData("/search?q=act:deny&kind=stories", "", "Inspectors let into camp")]
    [InlineData("/search?q=code:CONSULT&kind=events", "", ">talks<")]
    [InlineData("/sources", "", "Alpine News")]
    [InlineData("/about", "", "whole stories: statements")]
    public async Task Each_other_screen_shows_what_it_is_for(string address, string not, string what)
    {
        string page = await Page(address);
        Assert.Contains(what, page, StringComparison.Ordinal);
        if (not.Length > 0) { Assert.DoesNotContain(not, page, StringComparison.Ordinal); }
    }

    [Fact]
    public async Task A_correction_is_a_line_that_brings_its_own_spec()
    {
        HttpResponseMessage answer = await server.Client.GetAsync("/correction?story=brief-1&r=s3&should=who+%7C+confirmed+%7C+let+in+-%3E+act%3Dconfirm");
        Assert.Equal("application/x-ndjson", answer.Content.Headers.ContentType!.MediaType);
        string line = await answer.Content.ReadAsStringAsync();
        Assert.Contains("\"should\":\"who | confirmed | let in -> act=confirm\"", line, StringComparison.Ordinal);
        Assert.Contains("```records statements", line, StringComparison.Ordinal);
        Assert.Single(line.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public async Task Nothing_is_written_unless_the_server_was_started_for_it()
    {
        using FormUrlEncodedContent form = new(new Dictionary<string, string> { ["story"] = "brief-1", ["r"] = "s3", ["should"] = "x" });
        HttpResponseMessage answer = await server.Client.PostAsync("/correction", form);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("read-only", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/story/markup")]
    [InlineData("/why?story=markup&r=s1")]
    [InlineData("/search?q=costa")]
    [InlineData("/search?q=costa&kind=stories")]
    [InlineData("/events?q=oslo")]
    [InlineData("/sources")]
    [InlineData("/people")]
    public async Task Markup_in_a_story_is_shown_as_text(string address)
    {
        string page = await Page(address);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"javascript:", page, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', page);
        Assert.DoesNotContain("&#x202E;", page, StringComparison.OrdinalIgnoreCase);
        if (address.StartsWith("/story", StringComparison.Ordinal)) { Assert.Contains("[U+202E]", page, StringComparison.Ordinal); }
    }

    [Fact]
    public async Task A_word_of_a_million_letters_is_a_word() => Assert.Contains(new string('a', 1000), await Page("/story/long-word"), StringComparison.Ordinal);

    [Fact]
    public async Task Nothing_but_our_own_files_is_loaded_or_run()
    {
        HttpResponseMessage answer = await server.Client.GetAsync("/");
        string policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        string page = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain("style=", page, StringComparison.Ordinal);
        Assert.DoesNotContain(" on", string.Concat(Regex.Matches(page, "<[^>]* on[a-z]+=").Select(m => m.Value)), StringComparison.Ordinal);
        Assert.All(Regex.Matches(page, "(?:src|href)=\"(?<to>[^\"]*)\"").Select(m => m.Groups["to"].Value), to => Assert.Matches("^[/?#]", to));
    }

    [Fact]
    public async Task Another_sites_name_for_this_machine_is_refused()
    {
        using HttpRequestMessage request = new(HttpMethod.Get, "/");
        request.Headers.Host = "evil.example";
        Assert.Equal(HttpStatusCode.MisdirectedRequest, (await server.Client.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task What_is_not_there_is_said()
    {
        HttpResponseMessage answer = await server.Client.GetAsync("/story/none");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.True(answer.Headers.Contains("Content-Security-Policy"));
        Assert.Equal("""{"error":{"code":"no-such-story","message":"There is no story \u0022none\u0022 in this store."}}""", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_mistake_in_a_query_says_where()
    {
        HttpResponseMessage answer = await server.Client.GetAsync("/?q=oslo+spaeker:x");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("\"position\":5", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<string> Page(string address)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, address);
        request.Headers.Accept.ParseAdd("text/html");
        HttpResponseMessage answer = await server.Client.SendAsync(request);
        string page = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, page);
        return page;
    }
}
