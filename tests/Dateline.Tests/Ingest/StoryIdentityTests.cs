using Dateline.Stories;
using Xunit;

namespace Dateline.Tests.Ingest;

/// <summary>Which stories are one and which are two.</summary>
public sealed class StoryIdentityTests
{
    [Fact]
    public void Two_outlets_copies_are_two_stories() =>
        Assert.NotEqual(StoryIdentity.Id(null, "AP", "2020-01-01", "sha256:0"), StoryIdentity.Id(null, "AFP", "2020-01-01", "sha256:0"));

    [Fact]
    public void An_absent_part_is_not_an_empty_one_and_parts_do_not_run_together()
    {
        Assert.NotEqual(StoryIdentity.Id(null, null, null, "h"), StoryIdentity.Id("", null, null, "h"));
        Assert.NotEqual(StoryIdentity.Id("ab", "c", null, "h"), StoryIdentity.Id("a", "bc", null, "h"));
    }

    [Fact]
    public void The_text_hash_is_that_of_its_UTF_8() =>
        Assert.Equal("sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", StoryIdentity.Hash("abc"));
}
