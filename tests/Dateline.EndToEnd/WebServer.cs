using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Dateline.EndToEnd;

/// <summary>A server on this machine that answers each path with what the test says; one request a connection.</summary>
public sealed class WebServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<string, string> _answer;
    private readonly List<string> _requests = [];

    /// <summary>Starts at a free port.</summary>
    /// <param name="answer">Path to the whole answer: head, empty line, body.</param>
    public WebServer(Func<string, string> answer)
    {
        _answer = answer;
        _listener.Start();
        _ = Serve();
    }

    /// <summary>Address of a path.</summary>
    public string this[string path] => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}{path}");

    /// <summary>The heads of all requests so far.</summary>
    public IReadOnlyList<string> Requests
    {
        get { lock (_requests) { return [.. _requests]; } }
    }

    /// <summary>An answer with status 200.</summary>
    public static string Ok(string type, string body) => $"HTTP/1.1 200 OK\r\nContent-Type: {type}\r\nConnection: close\r\n\r\n{body}";

    /// <summary>An answer with another status and no body.</summary>
    public static string Status(string line, string fields = "") => $"HTTP/1.1 {line}\r\n{fields}Content-Length: 0\r\nConnection: close\r\n\r\n";

    /// <inheritdoc/>
    public void Dispose() => _listener.Dispose();

    private async Task Serve()
    {
        try
        {
            while (true)
            {
                using TcpClient client = await _listener.AcceptTcpClientAsync();
                try
                {
                    await Answer(client.GetStream());
                }
                catch (IOException) { /* The client has gone, or was killed; the next one comes. */ }
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException) { /* The test is over. */ }
    }

    private async Task Answer(NetworkStream stream)
    {
        StringBuilder head = new();
        byte[] buffer = new byte[4096];
        int read;
        while (!head.ToString().Contains("\r\n\r\n", StringComparison.Ordinal) && (read = await stream.ReadAsync(buffer)) > 0) { head.Append(Encoding.ASCII.GetString(buffer, 0, read)); }
        string request = head.ToString();
        if (request.Length == 0) { return; }
        lock (_requests) { _requests.Add(request); }
        await stream.WriteAsync(Encoding.UTF8.GetBytes(_answer(request.Split(' ')[1])));
    }
}
