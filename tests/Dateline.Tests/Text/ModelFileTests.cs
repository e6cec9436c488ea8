using System.Buffers.Binary;
using Dateline.Text;
using Dateline.Text.Models;
using Xunit;

namespace Dateline.Tests.TextLayer;

public sealed class ModelFileTests : IDisposable
{
    private static string Released => Path.Combine(AppContext.BaseDirectory, "models", "english.model");
    private readonly string _copy = Path.GetTempFileName();

    public void Dispose() => File.Delete(_copy);

    [Fact]
    public void The_released_model_is_at_most_10_megabytes() => Assert.InRange(new FileInfo(Released).Length, 1_000_000, 10_000_000);

    [Fact]
    public void The_model_id_names_model_version_and_checksum() => Assert.Matches("^en-[0-9]+\\+[0-9a-f]{8}$", Analyzer.Load(Released).ModelId);

    [Fact]
    public void A_changed_byte_is_found() => Fails(bytes => bytes[bytes.Length / 2] ^= 1, "the file is damaged");

    [Fact]
    public void Another_format_version_is_refused() =>
        Fails(bytes => BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), 99), $"model format 99, this program reads format {ModelFile.FormatVersion}");

    [Fact]
    public void A_file_of_another_kind_is_refused() => Fails(bytes => bytes[0] = (byte)'P', "no Dateline model");

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(40)]
    [InlineData(100_000)]
    public void A_file_cut_short_is_refused(int length)
    {
        File.WriteAllBytes(_copy, File.ReadAllBytes(Released)[..length]);
        Assert.Contains("knowledge/models/README.md", Assert.Throws<InvalidDataException>(() => Analyzer.Load(_copy)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_written_model_reads_as_the_same_bytes()
    {
        ModelFile.Write(_copy, ModelFile.Read(Released).Model);
        Assert.Equal(File.ReadAllBytes(Released), File.ReadAllBytes(_copy));
    }

    private void Fails(Action<byte[]> change, string message)
    {
        byte[] bytes = File.ReadAllBytes(Released);
        change(bytes);
        File.WriteAllBytes(_copy, bytes);
        string found = Assert.Throws<InvalidDataException>(() => Analyzer.Load(_copy)).Message;
        Assert.Contains(message, found, StringComparison.Ordinal);
        Assert.StartsWith(_copy, found, StringComparison.Ordinal);
    }
}
