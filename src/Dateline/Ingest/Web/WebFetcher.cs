using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace Dateline.Ingest.Web;

/// <summary>Fetches a page or feed as a polite guest: asks robots.txt first, names itself, waits between two requests to a site, and goes to no private network.</summary>
/// <remarks>Addresses are checked when the connection is made, so that neither a redirect nor a name that changes its address leads inside.</remarks>
internal sealed class WebFetcher : IDisposable
{
    /// <summary>The name robots.txt may call us by.</summary>
    public const string Program = "Dateline";

    private const int MostRedirects = 5, MostRobotsBytes = 500 << 10;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20), s_between = TimeSpan.FromSeconds(1), s_robotsKept = TimeSpan.FromDays(1);

    private readonly InputOptions _options;
    private readonly HttpClient _client;
    private readonly Dictionary<string, (RobotsRules Rules, DateTime Asked)> _robots = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, DateTime> _asked = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A fetcher with its own connections.</summary>
    public WebFetcher(InputOptions options)
    {
        _options = options;
        SocketsHttpHandler handler = new()
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            MaxResponseHeadersLength = 64,
            ConnectCallback = Connect,
        };
        _client = new HttpClient(handler) { Timeout = s_patience };
        _client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue(Program, CoderVersion.Text));
        _client.DefaultRequestHeaders.Accept.ParseAdd("text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5");
    }

    /// <summary>True for an address this fetches.</summary>
    public static bool IsAddress(string path) =>
        path.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || path.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    /// <summary>The address without a user's name and password, which belong in no record and are not sent.</summary>
    public static string WithoutUser(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out Uri? url) && url.UserInfo.Length > 0 ? url.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped) : address;

    /// <summary>The page, or why there is none.</summary>
    /// <exception cref="StoryFormatException">With the code of the reason.</exception>
    public WebPage Fetch(string address, WebCondition? condition, CancellationToken cancellation)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out Uri? url)) { throw new StoryFormatException(DiagnosticCodes.CannotFetch, $"{address}: no address. Expected one like https://example.org/story.html."); }
        try
        {
            return FetchAsync(url, condition, cancellation).GetAwaiter().GetResult();
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException or InvalidDataException)
        {
            if (Cause<PrivateAddressException>(exception) is { } inside) { throw new StoryFormatException(DiagnosticCodes.PrivateAddress, $"{address}: {inside.Message}"); }
            string reason = cancellation.IsCancellationRequested ? "interrupted" : exception is OperationCanceledException ? $"no answer within {s_patience.TotalSeconds.ToString(CultureInfo.InvariantCulture)} seconds" : exception.Message;
            throw new StoryFormatException(DiagnosticCodes.CannotFetch, $"{address}: cannot be fetched: {reason.TrimEnd('.')}.");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private async Task<WebPage> FetchAsync(Uri address, WebCondition? condition, CancellationToken cancellation)
    {
        Uri url = address;
        for (int redirects = 0; redirects <= MostRedirects; redirects++)
        {
            if (url.Scheme is not ("http" or "https")) { throw new StoryFormatException(DiagnosticCodes.CannotFetch, $"{address}: leads to {url.Scheme}, only http and https are fetched."); }
            if (!(await Robots(url, cancellation).ConfigureAwait(false)).Allow(url.PathAndQuery)) { throw new StoryFormatException(DiagnosticCodes.RobotsForbid, $"{address}: the site's robots.txt asks programs not to fetch {url}. Save the page by hand and pass the file."); }
            await Wait(url, cancellation).ConfigureAwait(false);
            using HttpRequestMessage request = new(HttpMethod.Get, url);
            condition?.Ask(request);
            using HttpResponseMessage response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation).ConfigureAwait(false);
            condition?.Note(response);
            if ((int)response.StatusCode is >= 300 and < 400 && response.Headers.Location is { } next)
            {
                Uri moved = new(url, next);
                if (url.Scheme == "https" && moved.Scheme == "http") { throw new StoryFormatException(DiagnosticCodes.CannotFetch, $"{address}: leads from https to {moved}, which anyone on the way could change. If that is meant, pass that address."); }
                url = new Uri(WithoutUser(moved.AbsoluteUri));
                continue;
            }
            if (response.StatusCode != HttpStatusCode.OK) { throw new StoryFormatException(DiagnosticCodes.CannotFetch, $"{address}: the server answered {(int)response.StatusCode} {response.ReasonPhrase}."); }
            byte[] bytes = await Body(response, _options.MaxHtmlBytes, cancellation).ConfigureAwait(false);
            if (bytes.Length > _options.MaxHtmlBytes) { throw new StoryFormatException(DiagnosticCodes.TooLarge, $"{address}: larger than {_options.MaxHtmlBytes} bytes, the most a page may have."); }
            string? charset = response.Content.Headers.ContentType?.CharSet?.Trim('"', ' ');
            string retrieved = DateTime.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
            return new WebPage(url, bytes, string.IsNullOrEmpty(charset) ? null : charset, retrieved);
        }
        throw new StoryFormatException(DiagnosticCodes.CannotFetch, $"{address}: redirected more than {MostRedirects} times.");
    }

    /// <summary>The site's rules, asked once a day. No such file allows all; a server in trouble is left alone.</summary>
    private async Task<RobotsRules> Robots(Uri url, CancellationToken cancellation)
    {
        string site = url.GetLeftPart(UriPartial.Authority);
        if (_robots.TryGetValue(site, out (RobotsRules Rules, DateTime Asked) known) && DateTime.UtcNow - known.Asked < s_robotsKept) { return known.Rules; }
        Uri file = new(site + "/robots.txt");
        RobotsRules rules = RobotsRules.AllowAll;
        for (int redirects = 0; redirects <= MostRedirects; redirects++)
        {
            await Wait(file, cancellation).ConfigureAwait(false);
            using HttpResponseMessage response = await _client.GetAsync(file, HttpCompletionOption.ResponseHeadersRead, cancellation).ConfigureAwait(false);
            if ((int)response.StatusCode is >= 300 and < 400 && response.Headers.Location is { } next && new Uri(file, next) is { Scheme: "http" or "https" } moved)
            {
                file = moved;
                continue;
            }
            if (response.StatusCode == HttpStatusCode.OK) { rules = RobotsRules.Parse(Encoding.UTF8.GetString(await Body(response, MostRobotsBytes, cancellation).ConfigureAwait(false)), Program); }
            else if ((int)response.StatusCode >= 500) { rules = RobotsRules.AllowNothing; }
            break;
        }
        _robots[site] = (rules, DateTime.UtcNow);
        return rules;
    }

    /// <summary>Up to the cap and one byte beyond, counted after decompression.</summary>
    private static async Task<byte[]> Body(HttpResponseMessage response, int cap, CancellationToken cancellation)
    {
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(s_patience);
        Stream content = await response.Content.ReadAsStreamAsync(patience.Token).ConfigureAwait(false);
        await using (content.ConfigureAwait(false))
        {
            using MemoryStream bytes = new();
            byte[] chunk = new byte[1 << 15];
            int read;
            while (bytes.Length <= cap && (read = await content.ReadAsync(chunk, patience.Token).ConfigureAwait(false)) > 0) { bytes.Write(chunk, 0, (int)Math.Min(read, cap + 1L - bytes.Length)); }
            return bytes.ToArray();
        }
    }

    /// <summary>A second between two requests to the same site.</summary>
    private async Task Wait(Uri url, CancellationToken cancellation)
    {
        DateTime now = DateTime.UtcNow;
        if (_asked.TryGetValue(url.Authority, out DateTime last) && !_options.AllowPrivate && last + s_between is { } due && due > now) { await Task.Delay(due - now, cancellation).ConfigureAwait(false); }
        _asked[url.Authority] = DateTime.UtcNow;
    }

    private async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        IPAddress[] addresses = IPAddress.TryParse(context.DnsEndPoint.Host.Trim('[', ']'), out IPAddress? literal)
            ? [literal]
            : await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellationToken).ConfigureAwait(false);
        IPAddress[] allowed = _options.AllowPrivate ? addresses : [.. addresses.Where(PublicAddress.Is)];
        if (allowed.Length == 0) { throw new PrivateAddressException($"{context.DnsEndPoint.Host} is in a private network and is not fetched. If that is meant, pass --allow-private."); }
        Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static T? Cause<T>(Exception exception) where T : Exception
    {
        for (Exception? at = exception; at is not null; at = at.InnerException) { if (at is T found) { return found; } }
        return null;
    }

    private sealed class PrivateAddressException(string message) : IOException(message);
}
