using System.Net;
using System.Net.Sockets;

namespace Dateline.Ingest.Web;

/// <summary>Tells addresses of the public internet from those of private networks, this machine and its neighbours.</summary>
/// <remarks>IANA special-purpose address registries for IPv4 and IPv6.</remarks>
internal static class PublicAddress
{
    private static readonly IPNetwork[] s_private =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "::/128", "::1/128", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        }.Select(IPNetwork.Parse),
    ];

    /// <summary>True for an address that may be fetched from; an IPv4 address inside an IPv6 one counts as itself.</summary>
    public static bool Is(IPAddress address)
    {
        IPAddress plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (plain.AddressFamily == AddressFamily.InterNetworkV6 && Embedded(plain) is { } inner) { plain = inner; }
        foreach (IPNetwork network in s_private)
        {
            if (network.BaseAddress.AddressFamily == plain.AddressFamily && network.Contains(plain)) { return false; }
        }
        return true;
    }

    /// <summary>The IPv4 address of the translation prefix 64:ff9b::/96 and of the old ::a.b.c.d form.</summary>
    private static IPAddress? Embedded(IPAddress address)
    {
        byte[] bytes = address.GetAddressBytes();
        ReadOnlySpan<byte> head = bytes.AsSpan(0, 12);
        bool translated = head.SequenceEqual((ReadOnlySpan<byte>)[0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0]);
        bool compatible = head.IndexOfAnyExcept((byte)0) < 0 && !IPAddress.IPv6Loopback.Equals(address) && !IPAddress.IPv6Any.Equals(address);
        return translated || compatible ? new IPAddress(bytes.AsSpan(12)) : null;
    }
}
