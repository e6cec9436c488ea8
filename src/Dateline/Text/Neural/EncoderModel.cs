using System.Runtime.InteropServices;

namespace Dateline.Text.Neural;

/// <summary>The trained weights of the encoder with its label inventories, as read from a model file. Immutable, shared by threads.</summary>
public sealed class EncoderModel
{
    private readonly IReadOnlyList<Table> _order;
    private readonly Dictionary<string, Table> _tables;

    /// <summary>Takes the weights as they are; <paramref name="tables"/> in the order they are written.</summary>
    public EncoderModel(EncoderShape shape, IReadOnlyList<string> xpos, IReadOnlyList<string> deprel, IReadOnlyList<Table> tables)
    {
        Shape = shape;
        Xpos = xpos;
        Deprel = deprel;
        _order = tables;
        _tables = tables.ToDictionary(t => t.Name, StringComparer.Ordinal);
    }

    /// <summary>One weight matrix, row-major. Embeddings are stored in eight bits with a scale per row, the rest in sixteen-bit floats.</summary>
    public sealed record Table(string Name, int Rows, int Columns, bool IsEmbedding, float[] Values);

    public EncoderShape Shape { get; }

    /// <summary>Penn tags in the order of the tag head's outputs.</summary>
    public IReadOnlyList<string> Xpos { get; }

    /// <summary>Relations in the order of the label head's outputs.</summary>
    public IReadOnlyList<string> Deprel { get; }

    /// <summary>The matrix with this name.</summary>
    public Table this[string name] => _tables.TryGetValue(name, out Table? table) ? table
        : throw new InvalidDataException($"The model has no matrix {name}; train it again with this version.");

    /// <summary>The values of the matrix with this name, or null.</summary>
    public float[]? TryGet(string name) => _tables.TryGetValue(name, out Table? table) ? table.Values : null;

    /// <summary>The same model with more matrices; those of a known name are replaced.</summary>
    public EncoderModel With(params IReadOnlyList<Table> tables) => new(Shape, Xpos, Deprel, [.. _order.Where(o => tables.All(t => t.Name != o.Name)), .. tables]);

    /// <summary>Writes the section of a model file that <see cref="Read"/> reads.</summary>
    public void Write(BinaryWriter writer)
    {
        foreach (int size in (ReadOnlySpan<int>)[Shape.FormRows, Shape.NgramRows, Shape.AffixRows, Shape.ShapeRows, Shape.WideEmbedding, Shape.NarrowEmbedding, Shape.Width, Shape.AttentionHeads, Shape.AttentionLayers, Shape.ArcWidth, Shape.LabelWidth])
        {
            writer.Write(size);
        }
        writer.Write(Shape.Dilations.Count);
        foreach (int dilation in Shape.Dilations) { writer.Write(dilation); }
        WriteNames(writer, Xpos);
        WriteNames(writer, Deprel);
        writer.Write(_order.Count);
        foreach (Table table in _order)
        {
            writer.Write(table.Name);
            writer.Write(table.Rows);
            writer.Write(table.Columns);
            writer.Write(table.IsEmbedding);
            if (table.IsEmbedding) { WriteBytes(writer, table); } else { WriteHalves(writer, table); }
        }
    }

    /// <summary>Reads the weights; the file's checksum has been tested before.</summary>
    public static EncoderModel Read(BinaryReader reader)
    {
        EncoderShape shape = new()
        {
            FormRows = reader.ReadInt32(), NgramRows = reader.ReadInt32(), AffixRows = reader.ReadInt32(), ShapeRows = reader.ReadInt32(),
            WideEmbedding = reader.ReadInt32(), NarrowEmbedding = reader.ReadInt32(), Width = reader.ReadInt32(), AttentionHeads = reader.ReadInt32(), AttentionLayers = reader.ReadInt32(),
            ArcWidth = reader.ReadInt32(), LabelWidth = reader.ReadInt32(), Dilations = ReadInts(reader),
        };
        string[] xpos = ReadNames(reader), deprel = ReadNames(reader);
        Table[] tables = new Table[reader.ReadInt32()];
        for (int i = 0; i < tables.Length; i++)
        {
            string name = reader.ReadString();
            int rows = reader.ReadInt32(), columns = reader.ReadInt32();
            bool embedding = reader.ReadBoolean();
            tables[i] = new Table(name, rows, columns, embedding, embedding ? ReadBytes(reader, rows, columns) : ReadHalves(reader, rows, columns));
        }
        return new EncoderModel(shape, xpos, deprel, tables);
    }

    private static void WriteNames(BinaryWriter writer, IReadOnlyList<string> names)
    {
        writer.Write(names.Count);
        foreach (string name in names) { writer.Write(name); }
    }

    private static string[] ReadNames(BinaryReader reader)
    {
        string[] names = new string[reader.ReadInt32()];
        for (int i = 0; i < names.Length; i++) { names[i] = string.Intern(reader.ReadString()); }
        return names;
    }

    private static int[] ReadInts(BinaryReader reader)
    {
        int[] values = new int[reader.ReadInt32()];
        for (int i = 0; i < values.Length; i++) { values[i] = reader.ReadInt32(); }
        return values;
    }

    private static void WriteBytes(BinaryWriter writer, Table table)
    {
        for (int r = 0; r < table.Rows; r++)
        {
            ReadOnlySpan<float> row = table.Values.AsSpan(r * table.Columns, table.Columns);
            float largest = 0;
            foreach (float value in row) { largest = Math.Max(largest, Math.Abs(value)); }
            float scale = largest / 127f;
            writer.Write((Half)scale);
            scale = (float)(Half)scale;
            foreach (float value in row) { writer.Write((sbyte)(scale == 0 ? 0 : Math.Clamp(MathF.Round(value / scale), -127, 127))); }
        }
    }

    private static float[] ReadBytes(BinaryReader reader, int rows, int columns)
    {
        float[] values = new float[rows * columns];
        byte[] row = new byte[columns];
        for (int r = 0; r < rows; r++)
        {
            float scale = (float)reader.ReadHalf();
            reader.BaseStream.ReadExactly(row);
            Span<float> to = values.AsSpan(r * columns, columns);
            for (int j = 0; j < to.Length; j++) { to[j] = (sbyte)row[j] * scale; }
        }
        return values;
    }

    private static float[] ReadHalves(BinaryReader reader, int rows, int columns)
    {
        Half[] halves = new Half[rows * columns];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(halves.AsSpan()));
        float[] values = new float[halves.Length];
        for (int i = 0; i < values.Length; i++) { values[i] = (float)halves[i]; }
        return values;
    }

    private static void WriteHalves(BinaryWriter writer, Table table)
    {
        foreach (float value in table.Values) { writer.Write((Half)value); }
    }
}
