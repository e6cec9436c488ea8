using Xunit;

namespace Dateline.Tests.Specs;

/// <summary>Every case below <c>specs/</c> is a test of its own.</summary>
public sealed class SpecTests
{
    /// <summary>One row a case, named by file and line; DATELINE_SPECS=time/deictic keeps the files whose path contains it.</summary>
    public static IEnumerable<ITheoryDataRow> Cases() =>
        SpecFile.ReadAll(Repository.Root, Environment.GetEnvironmentVariable("DATELINE_SPECS")).Select(spec => new TheoryDataRow<SpecCase>(spec) { TestDisplayName = spec.Name, Label = "" });

    [Theory]
    [MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public void Spec(SpecCase spec)
    {
        SpecOutcome outcome = SpecMatch.Compare(spec, SpecReader.Read(spec.Input));
        if (outcome.Failure is { } failure) { Assert.Fail(failure); }
        Assert.SkipWhen(outcome.Open is not null, "open: " + outcome.Open);
    }
}
