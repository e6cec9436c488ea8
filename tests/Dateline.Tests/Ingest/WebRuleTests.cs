using System.Net;
using Dateline.Ingest.Web;
using Xunit;

namespace Dateline.Tests.Ingest;

/// <summary>Where we go and where we do not: robots.txt and private networks.</summary>
public sealed class WebRuleTests
{
    [Theory]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("93.184.216.34", true)]
    [InlineData("::1", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("::ffff:93.184.216.34", true)]
    [InlineData("::7f00:1", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("64:ff9b::5db8:d822", true)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("2606:2800:220:1:248:1893:25c8:1946", true)]
    public void Only_public_addresses_are_public(string address, bool isPublic) => Assert.Equal(isPublic, PublicAddress.Is(IPAddress.Parse(address)));

    [Theory]
    [InlineData("User-agent: *\nDisallow: /private", "/private/a", false)]
    [InlineData("User-agent: *\nDisallow: /private", "/news/a", true)]
    [InlineData("User-agent: *\nDisallow:", "/news/a", true)]
    [InlineData("User-agent: *\nDisallow: /\nAllow: /news", "/news/a", true)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: dateline\nDisallow: /x", "/news/a", true)]
    [InlineData("User-agent: other\nUser-agent: Dateline # us\nDisallow: /", "/news/a", false)]
    [InlineData("User-agent: other\nDisallow: /", "/news/a", true)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf?x", true)]
    [InlineData("User-agent: *\nDisallow: /a*b*c", "/axxbyyc/d", false)]
    [InlineData("User-agent: *\nDisallow: /page\nAllow: /page", "/page", true)]
    [InlineData("nonsense\n:\nDisallow: /", "/a", true)]
    public void The_longest_rule_of_our_group_decides(string robots, string path, bool allowed) => Assert.Equal(allowed, RobotsRules.Parse(robots, WebFetcher.Program).Allow(path));

    [Fact]
    public void A_pattern_of_many_stars_takes_no_time() =>
        Assert.True(RobotsRules.Parse("User-agent: *\nDisallow: /" + string.Concat(Enumerable.Repeat("*a", 500)) + "$", "x").Allow("/" + new string('b', 100_000)));
}
