namespace Dateline.Ingest.Warc;

/// <summary>The checksum at the end of a gzip member, four bytes a step.</summary>
internal struct Crc32
{
    private static readonly uint[] s_table = Table();
    private uint _inverted;

    /// <summary>The checksum of all that was added.</summary>
    public readonly uint Value => _inverted;

    /// <summary>Adds bytes.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        uint crc = ~_inverted;
        uint[] table = s_table;
        while (bytes.Length >= 4)
        {
            crc ^= System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(bytes);
            crc = table[768 + (crc & 0xFF)] ^ table[512 + ((crc >> 8) & 0xFF)] ^ table[256 + ((crc >> 16) & 0xFF)] ^ table[crc >> 24];
            bytes = bytes[4..];
        }
        foreach (byte b in bytes) { crc = table[(crc ^ b) & 0xFF] ^ (crc >> 8); }
        _inverted = ~crc;
    }

    private static uint[] Table()
    {
        uint[] table = new uint[4 * 256];
        for (uint i = 0; i < 256; i++)
        {
            uint crc = i;
            for (int bit = 0; bit < 8; bit++) { crc = (crc & 1) != 0 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1; }
            table[i] = crc;
        }
        for (int i = 256; i < table.Length; i++) { table[i] = table[table[i - 256] & 0xFF] ^ (table[i - 256] >> 8); }
        return table;
    }
}
