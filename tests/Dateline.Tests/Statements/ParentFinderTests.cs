using Dateline.Statements;
using Dateline.Text;
using Xunit;

namespace Dateline.Tests.Sayings;

/// <summary>Which statement stands inside which.</summary>
public sealed class ParentFinderTests
{
    [Fact]
    public void The_narrowest_content_that_holds_the_cue_is_the_parent() =>
        Assert.Equal([-1, 0, 1], ParentFinder.Find([Draft((0, 3), (4, 90)), Draft((10, 13), (20, 80)), Draft((30, 33), (40, 60))]));

    [Fact]
    public void Three_that_hold_each_other_around_are_opened_at_the_longest()
    {
        int[] parents = ParentFinder.Find([Draft((5, 8), (40, 60)), Draft((45, 48), (70, 95)), Draft((75, 78), (0, 20))]);
        Assert.Equal([2, -1, 1], parents);
    }

    private static Draft Draft((int Start, int End) cue, (int Start, int End) content)
    {
        Draft draft = new() { Rule = "statements/test", Word = new ReportingWord { Lemma = "say", Act = Act.Assert }, CueSpan = new TextSpan(cue.Start, cue.End) };
        draft.Content.Add(new TextSpan(content.Start, content.End));
        return draft;
    }
}
