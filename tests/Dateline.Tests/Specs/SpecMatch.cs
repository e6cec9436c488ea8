using System.Text;

namespace Dateline.Tests.Specs;

/// <summary>Compares what a case expects with what was found.</summary>
public static class SpecMatch
{
    /// <summary>Compares every block of the case.</summary>
    public static SpecOutcome Compare(SpecCase spec, SpecReading reading)
    {
        StringBuilder failed = new(), open = new();
        foreach (SpecBlock block in spec.Blocks)
        {
            RecordKind kind = RecordKinds.Find(block.Kind)!;
            FoundRecord[] found = [.. kind.Find(reading)];
            StringBuilder problems = new();
            Compare(block, [.. block.Lines.Select(kind.Parse)], found, problems);
            if (block.IsOpen && problems.Length == 0) { failed.Append($"  the {block.Kind} are met now: take (open) away\n"); }
            if (problems.Length > 0) { (block.IsOpen ? open : failed).Append(problems).Append(Paste(block, found)); }
        }
        string title = $"{spec.Name}: {spec.Heading}\n";
        return new SpecOutcome(failed.Length == 0 ? null : title + failed, open.Length == 0 ? null : title + open);
    }

    private static string Paste(SpecBlock block, FoundRecord[] found) =>
        $"  found:\n```records {block.Kind}{(block.IsComplete ? " complete" : "")}\n{string.Concat(found.Select(f => f.Paste + "\n"))}```\n";

    private static void Compare(SpecBlock block, ExpectedRecord[] expected, FoundRecord[] found, StringBuilder problems)
    {
        int[] takenBy = new int[found.Length];
        Array.Fill(takenBy, -1);
        for (int i = 0; i < expected.Length; i++)
        {
            if (Assign(i, expected, found, takenBy, new bool[found.Length])) { continue; }
            string near = string.Join(" or ", found.Where(f => f.IsAbout(expected[i])).Select(f => f.Difference(expected[i])).OfType<string>().Distinct());
            problems.Append("  not found:  ").Append(expected[i].Line).Append(near.Length > 0 ? $"   (found with {near})" : "").Append('\n');
        }
        if (!block.IsComplete) { return; }
        for (int i = 0; i < found.Length; i++)
        {
            if (takenBy[i] < 0) { problems.Append("  unexpected: ").Append(found[i].Paste).Append('\n'); }
        }
    }

    /// <summary>Gives the expectation a record of its own, moving earlier ones where they have another choice (depth: lines of one block).</summary>
    private static bool Assign(int line, ExpectedRecord[] expected, FoundRecord[] found, int[] takenBy, bool[] tried)
    {
        for (int i = 0; i < found.Length; i++)
        {
            if (tried[i] || found[i].Difference(expected[line]) is not null) { continue; }
            tried[i] = true;
            if (takenBy[i] < 0 || Assign(takenBy[i], expected, found, takenBy, tried))
            {
                takenBy[i] = line;
                return true;
            }
        }
        return false;
    }
}

/// <summary>What differs: in blocks that must be met, and in open ones; null for nothing.</summary>
public sealed record SpecOutcome(string? Failure, string? Open);
