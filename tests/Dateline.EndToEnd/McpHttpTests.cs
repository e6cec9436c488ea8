using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Xunit;

namespace Dateline.EndToEnd;

/// <summary>The store for a language model over HTTP: one message, one answer, no session.</summary>
public sealed class McpHttpTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Ping = """{"jsonrpc": "2.0", "id": 7, "method": "ping"}""";

    [Fact]
    public async Task A_client_begins_lists_the_tools_and_calls_one()
    {
        JsonElement begun = await Result("""{"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "test", "version": "1"}}}""");
        Assert.Equal("2025-06-18", begun.GetProperty("protocolVersion").GetString());
        using HttpResponseMessage noted = await Post("""{"jsonrpc": "2.0", "method": "notifications/initialized"}""", ("MCP-Protocol-Version", "2025-06-18"));
        Assert.Equal((HttpStatusCode.Accepted, 0), (noted.StatusCode, (await noted.Content.ReadAsByteArrayAsync()).Length));
        Assert.InRange((await Result("""{"jsonrpc": "2.0", "id": 2, "method": "tools/list"}""")).GetProperty("tools").GetArrayLength(), 5, 9);
        JsonElement called = await Result("""{"jsonrpc": "2.0", "id": "three", "method": "tools/call", "params": {"name": "search_statements", "arguments": {"query": "speaker:\"Maria Costa\""}}}""");
        Assert.All(called.GetProperty("structuredContent").GetProperty("hits").EnumerateArray(), hit => Assert.NotEmpty(hit.GetProperty("byTheWordOf").EnumerateArray()));
        Assert.NotEmpty(called.GetProperty("structuredContent").GetProperty("hits").EnumerateArray());
    }

    [Fact]
    public async Task It_keeps_no_session_so_that_every_message_stands_alone()
    {
        using HttpResponseMessage answer = await Post(Ping, ("Mcp-Session-Id", "of-another-server"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Mcp-Session-Id"));
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
    }

    public static TheoryData<string, int, int> Mistakes { get; } = new()
    {
        { "no json", 400, -32700 }, { "", 400, -32700 }, { "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"ping\"", 400, -32700 },
        { "[" + Ping + "]", 400, -32600 }, { "3", 400, -32600 }, { "{}", 400, -32600 },
        { "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"ping\", \"params\": " + new string('[', 100_000) + new string(']', 100_000) + "}", 400, -32700 },
        { """{"jsonrpc": "2.0", "id": 1, "method": "resources/list"}""", 200, -32601 }, { """{"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": "delete_all"}}""", 200, -32602 },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task What_is_no_message_and_what_is_no_call_are_errors_of_the_protocol(string message, int status, int code)
    {
        using HttpResponseMessage answer = await Post(message);
        JsonElement error = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal((status, code), ((int)answer.StatusCode, error.GetProperty("error").GetProperty("code").GetInt32()));
        if (status == 400) { Assert.True(error.GetProperty("id").ValueKind == JsonValueKind.Null || error.GetProperty("id").GetInt32() == 1); }
    }

    [Theory]
    [InlineData("Origin", "https://evil.example", 403)]
    [InlineData("Origin", "null", 403)]
    [InlineData("MCP-Protocol-Version", "1999-01-01", 400)]
    [InlineData("Accept", "text/event-stream", 406)]
    [InlineData("Content-Type", "text/plain", 415)]
    [InlineData("Content-Type", "application/x-www-form-urlencoded", 415)]
    public async Task A_request_that_is_none_of_ours_is_refused_before_it_is_read(string header, string value, int status)
    {
        using HttpResponseMessage answer = await Post(Ping, (header, value));
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.NotEmpty(JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("error").GetProperty("message").GetString()!);
    }

    [Fact]
    public async Task A_page_of_this_server_may_ask()
    {
        using HttpResponseMessage answer = await Post(Ping, ("Origin", server.Address.TrimEnd('/')), ("Accept", "application/json, text/event-stream"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    public async Task There_is_nothing_to_get_and_no_session_to_end(string method)
    {
        using HttpRequestMessage request = new(new HttpMethod(method), "/mcp");
        using HttpResponseMessage answer = await server.Client.SendAsync(request);
        Assert.Equal((HttpStatusCode.MethodNotAllowed, "POST"), (answer.StatusCode, string.Join(',', answer.Content.Headers.Allow)));
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_refused()
    {
        using ByteArrayContent body = new([(byte)'"', 0xFF, 0xFE, (byte)'"']);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using HttpResponseMessage answer = await server.Client.PostAsync("/mcp", body);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_message_over_the_limit_is_refused()
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "/mcp") { Content = new StringContent("\"" + new string('a', 1 << 20) + "\"", Encoding.UTF8, "application/json") };
        request.Headers.ExpectContinue = true;
        using HttpResponseMessage answer = await server.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    private async Task<JsonElement> Result(string message)
    {
        using HttpResponseMessage answer = await Post(message, ("Accept", "application/json, text/event-stream"), ("MCP-Protocol-Version", "2025-06-18"));
        string text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, text);
        return JsonDocument.Parse(text).RootElement.GetProperty("result");
    }

    private async Task<HttpResponseMessage> Post(string message, params (string Name, string Value)[] headers)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "/mcp") { Content = new StringContent(message, Encoding.UTF8, "application/json") };
        foreach ((string name, string value) in headers)
        {
            if (name == "Content-Type") { request.Content.Headers.ContentType = new MediaTypeHeaderValue(value); } else { request.Headers.TryAddWithoutValidation(name, value); }
        }
        return await server.Client.SendAsync(request);
    }
}
