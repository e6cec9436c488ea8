namespace Dateline.Export;

/// <summary>A row of a flat table, filled cell by cell in the order of its columns.</summary>
internal abstract class TableRow
{
    /// <summary>A text cell; empty text is an absent value.</summary>
    public abstract TableRow Text(ReadOnlySpan<char> value);

    /// <summary>A number; empty when absent.</summary>
    public abstract TableRow Number<T>(T? value) where T : struct, IFormattable;

    /// <summary>A day; empty when absent.</summary>
    public abstract TableRow Day(DateOnly? value);

    /// <summary>true, false or empty.</summary>
    public abstract TableRow Truth(bool? value);

    /// <summary>Ends the row.</summary>
    public abstract void End();
}
