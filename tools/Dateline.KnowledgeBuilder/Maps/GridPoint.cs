namespace Dateline.KnowledgeBuilder.Maps;

/// <summary>A point on a grid of hundredths of a degree, from 180° west and 90° south.</summary>
internal readonly record struct GridPoint(int X, int Y)
{
    /// <summary>Steps a degree.</summary>
    public const int Steps = 100;

    public static GridPoint At(double longitude, double latitude) => new((int)Math.Round((longitude + 180) * Steps), (int)Math.Round((latitude + 90) * Steps));

    public double Latitude => (double)Y / Steps - 90;
}
