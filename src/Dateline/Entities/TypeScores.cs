namespace Dateline.Entities;

/// <summary>Points for each entity type.</summary>
internal sealed class TypeScores
{
    private readonly double[] _points = new double[7];

    public double this[EntityType type]
    {
        get => _points[(int)type];
        set => _points[(int)type] = value;
    }

    /// <summary>The type with most points; <see cref="EntityType.Other"/> when none has any.</summary>
    public EntityType Best(out double points)
    {
        EntityType best = EntityType.Other;
        points = _points[(int)EntityType.Other];
        for (int i = 0; i < _points.Length; i++)
        {
            if (_points[i] > points) { (best, points) = ((EntityType)i, _points[i]); }
        }
        return best;
    }

    public void Add(TypeScores other)
    {
        for (int i = 0; i < _points.Length; i++) { _points[i] += other._points[i]; }
    }
}
