using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Dateline.Text.Neural;

namespace Dateline.Text.Models;

/// <summary>The file of a <see cref="LanguageModel"/>: magic, format version, length and SHA-256 of the rest, then the sections. Little-endian.</summary>
internal static class ModelFile
{
    /// <summary>Rises with every change of layout, features or hashing.</summary>
    public const int FormatVersion = 3;

    private const int HeaderBytes = 8 + 4 + 8 + 32;
    private static ReadOnlySpan<byte> Magic => "DATELINE"u8;

    /// <summary>Writes the model; the same model gives the same bytes.</summary>
    public static void Write(string path, LanguageModel model)
    {
        using MemoryStream body = new();
        using (BinaryWriter writer = new(body, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(model.Name);
            writer.Write(model.TagSet.Tags.Length);
            foreach ((Upos upos, string xpos) in model.TagSet.Tags)
            {
                writer.Write(upos.ToString());
                writer.Write(xpos);
            }
            writer.Write(model.TagSet.Relations.Length);
            foreach (string relation in model.TagSet.Relations) { writer.Write(relation); }
            writer.Write(model.Lemmatizer.Scripts.Length);
            foreach (LemmaScript script in model.Lemmatizer.Scripts)
            {
                writer.Write(script.KeepsCase);
                writer.Write(script.Cut);
                writer.Write(script.Append);
            }
            WriteBytes(writer, MemoryMarshal.AsBytes(model.Lemmatizer.Keys));
            WriteBytes(writer, MemoryMarshal.AsBytes(model.Lemmatizer.Values));
            model.Encoder.Write(writer);
        }
        ReadOnlySpan<byte> payload = body.GetBuffer().AsSpan(0, (int)body.Length);
        Span<byte> header = stackalloc byte[HeaderBytes];
        Magic.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header[8..], FormatVersion);
        BinaryPrimitives.WriteInt64LittleEndian(header[12..], payload.Length);
        SHA256.HashData(payload, header[20..]);
        using FileStream file = File.Create(path);
        file.Write(header);
        file.Write(payload);
    }

    /// <summary>Reads a model and the first eight hexadecimal digits of its checksum.</summary>
    /// <exception cref="InvalidDataException">The file is no model, of another format version, cut short or altered.</exception>
    public static (LanguageModel Model, string Checksum) Read(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        if (bytes.Length < HeaderBytes || !bytes.AsSpan(0, 8).SequenceEqual(Magic))
        {
            throw new InvalidDataException($"{path}: no Dateline model: it does not begin with \"DATELINE\" and a header of {HeaderBytes} bytes (found {bytes.Length} bytes). {Remedy}");
        }
        int version = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(8));
        if (version != FormatVersion)
        {
            throw new InvalidDataException($"{path}: model format {version}, this program reads format {FormatVersion}. Take the model of the same release, or train it: see knowledge/models/README.md.");
        }
        long length = BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(12));
        if (length != bytes.Length - HeaderBytes)
        {
            throw new InvalidDataException($"{path}: {bytes.Length - HeaderBytes} bytes after the header, expected {length}: the file was cut short or added to. {Remedy}");
        }
        ReadOnlySpan<byte> expected = bytes.AsSpan(20, 32);
        byte[] found = SHA256.HashData(bytes.AsSpan(HeaderBytes));
        if (!expected.SequenceEqual(found))
        {
            throw new InvalidDataException($"{path}: checksum {Convert.ToHexStringLower(found.AsSpan(0, 4))}, expected {Convert.ToHexStringLower(expected[..4])}: the file is damaged. {Remedy}");
        }
        using MemoryStream stream = new(bytes, HeaderBytes, bytes.Length - HeaderBytes, writable: false, publiclyVisible: true);
        using BinaryReader reader = new(stream, Encoding.UTF8);
        return (ReadBody(reader), Convert.ToHexStringLower(expected[..4]));
    }

    private const string Remedy = "Copy the file again from the release, or train it: see knowledge/models/README.md.";

    private static LanguageModel ReadBody(BinaryReader reader)
    {
        string name = reader.ReadString();
        ImmutableArray<(Upos, string)>.Builder tags = ImmutableArray.CreateBuilder<(Upos, string)>();
        for (int i = reader.ReadInt32(); i > 0; i--) { tags.Add((Enum.Parse<Upos>(reader.ReadString()), string.Intern(reader.ReadString()))); }
        ImmutableArray<string>.Builder relations = ImmutableArray.CreateBuilder<string>();
        for (int i = reader.ReadInt32(); i > 0; i--) { relations.Add(reader.ReadString()); }
        ImmutableArray<LemmaScript>.Builder scripts = ImmutableArray.CreateBuilder<LemmaScript>();
        for (int i = reader.ReadInt32(); i > 0; i--) { scripts.Add(new LemmaScript(reader.ReadBoolean(), reader.ReadByte(), reader.ReadString())); }
        uint[] keys = MemoryMarshal.Cast<byte, uint>(ReadBytes(reader)).ToArray();
        ushort[] values = MemoryMarshal.Cast<byte, ushort>(ReadBytes(reader)).ToArray();
        return new LanguageModel
        {
            Name = name,
            TagSet = new TagSet(tags.ToImmutable(), relations.ToImmutable()),
            Lemmatizer = new Lemmatizer(keys, values, scripts.ToImmutable()),
            Encoder = EncoderModel.Read(reader),
        };
    }

    private static void WriteBytes(BinaryWriter writer, ReadOnlySpan<byte> bytes)
    {
        writer.Write(bytes.Length);
        writer.Write(bytes);
    }

    private static byte[] ReadBytes(BinaryReader reader) => reader.ReadBytes(reader.ReadInt32());
}
