using Dateline.Knowledge;

namespace Dateline.Entities;

/// <summary>What each sign is worth, as a training run learned it; a sign that the table lacks is worth nothing.</summary>
internal sealed class AntecedentWeights
{
    private static readonly Lazy<AntecedentWeights> Embedded = new(() => Read(TsvTable.Embedded("en/antecedent-weights.tsv")));
    private readonly double[] _weights;

    /// <summary>One weight for each sign of <see cref="AntecedentSigns"/>.</summary>
    public AntecedentWeights(double[] weights) => _weights = weights;

    /// <summary>The table of this build, read at first use.</summary>
    public static AntecedentWeights Default => Embedded.Value;

    /// <summary>The sum over the signs.</summary>
    public double Of(ReadOnlySpan<int> signs)
    {
        double sum = 0;
        foreach (int sign in signs) { sum += _weights[sign]; }
        return sum;
    }

    private static AntecedentWeights Read(TsvTable table)
    {
        Dictionary<string, double> rows = new(StringComparer.Ordinal);
        foreach (string[] row in table.Rows)
        {
            rows[table.Cell(row, "sign")] = double.Parse(table.Cell(row, "weight"), System.Globalization.CultureInfo.InvariantCulture);
        }
        double[] weights = new double[AntecedentSigns.Count];
        for (int i = 0; i < weights.Length; i++) { weights[i] = rows.GetValueOrDefault(AntecedentSigns.Name(i)); }
        return new AntecedentWeights(weights);
    }
}
