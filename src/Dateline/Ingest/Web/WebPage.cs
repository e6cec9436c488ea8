namespace Dateline.Ingest.Web;

/// <summary>What an address answered.</summary>
/// <param name="Url">The address that answered, after redirects.</param>
/// <param name="Bytes">The body, decompressed.</param>
/// <param name="Charset">Character set the server names; null for none.</param>
/// <param name="Retrieved">Instant of the answer, ISO 8601.</param>
internal sealed record WebPage(Uri Url, byte[] Bytes, string? Charset, string Retrieved);
