using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Apprentices.Domain;

namespace Apprentices.Features.ProgressLog.Files;

/// <summary>One file in a zip, where its packed bytes lie, and what it says of itself.</summary>
internal sealed record ZipPart(string Name, bool IsPacked, int At, int PackedSize, uint Size, uint Crc);

/// <summary>
/// Reads a zip by its own table of contents, and every file in it to the end. What a zip says of its sizes is checked, never believed: each
/// file is unpacked a little at a time, counted, and thrown away.
/// </summary>
internal sealed class ZipReading
{
    /// <summary>The most files in one document.</summary>
    public const int MostParts = 5_000;

    /// <summary>What one file in it, and all of them, may unpack to.</summary>
    public const long LargestPart = 100L * 1024 * 1024;
    public const long LargestTotal = 250L * 1024 * 1024;

    /// <summary>How many times its packed size a file may unpack to, once it is large enough to matter.</summary>
    public const int LargestRatio = 200;
    public const int RatioMattersFrom = 1024 * 1024;

    private const int EndSize = 22;
    private const int RowSize = 46;
    private const int LocalSize = 30;
    private const int LongestComment = ushort.MaxValue;
    private const int LongestName = 500;

    private readonly ReadOnlyMemory<byte> bytes;

    private ZipReading(ReadOnlyMemory<byte> bytes) => this.bytes = bytes;

    public IReadOnlyList<ZipPart> Parts { get; private set; } = [];

    /// <exception cref="RuleException">It is damaged, encrypted, names files outside itself, or unpacks to more than it may.</exception>
    public static ZipReading Of(ReadOnlyMemory<byte> bytes)
    {
        var zip = new ZipReading(bytes);
        zip.Parts = zip.ReadTable();
        zip.UnpackAll();
        return zip;
    }

    public ZipPart? Find(string name) => Parts.FirstOrDefault(part => part.Name == name);

    /// <summary>A file in it as a whole, if it is no larger than what is asked for.</summary>
    public byte[]? Unpack(ZipPart part, int most)
    {
        if (part.Size > most)
        {
            return null;
        }

        using var whole = new MemoryStream((int)part.Size);
        using var content = Open(part);
        content.CopyTo(whole);
        return whole.ToArray();
    }

    private List<ZipPart> ReadTable()
    {
        var all = bytes.Span;
        var searched = all[Math.Max(0, all.Length - EndSize - LongestComment)..];
        var found = searched.LastIndexOf("PK\u0005\u0006"u8);
        Require(found >= 0 && searched.Length - found >= EndSize);
        var end = searched[found..];
        var (count, size, from) = (Half(end[10..]), Whole(end[12..]), Whole(end[16..]));
        Require(Half(end[4..]) == 0 && Half(end[8..]) == count && (long)from + size <= all.Length && EndSize + Half(end[20..]) == end.Length);
        Rule.Require(count is > 0 and <= MostParts, FileTexts.ZipTooLarge);

        List<ZipPart> parts = [];
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var table = all.Slice((int)from, (int)size);
        for (var left = (int)count; left > 0; left--)
        {
            Require(table.Length >= RowSize && table.StartsWith("PK\u0001\u0002"u8));
            var (nameLength, rest) = (Half(table[28..]), Half(table[30..]) + Half(table[32..]));
            Require(table.Length >= RowSize + nameLength + rest && nameLength is > 0 and <= LongestName);
            Rule.Require((Half(table[8..]) & 1) == 0, FileTexts.Encrypted);
            var name = Encoding.UTF8.GetString(table.Slice(RowSize, nameLength));
            Require(IsInside(name) && names.Add(name));
            parts.Add(Part(all, table, name, nameLength));
            table = table[(RowSize + nameLength + rest)..];
        }

        return parts;
    }

    private static ZipPart Part(ReadOnlySpan<byte> all, ReadOnlySpan<byte> row, string name, int nameLength)
    {
        var (method, packed, local) = (Half(row[10..]), Whole(row[20..]), Whole(row[42..]));
        Require(method is 0 or 8 && local <= (uint)Math.Max(0, all.Length - LocalSize));
        var head = all[(int)local..];
        var at = local + LocalSize + (long)Half(head[26..]) + Half(head[28..]);
        Require(head.StartsWith("PK\u0003\u0004"u8) && at + packed <= all.Length && Half(head[26..]) == nameLength
            && head.Slice(LocalSize, nameLength).SequenceEqual(row.Slice(RowSize, nameLength)));
        return new ZipPart(name, method == 8, (int)at, (int)packed, Whole(row[24..]), Whole(row[16..]));
    }

    /// <summary>A name that leads nowhere but into the zip.</summary>
    private static bool IsInside(string name) =>
        name[0] != '/' && !name.AsSpan().ContainsAny("\\:\uFFFD") && !name.Any(char.IsControl) && !name.Split('/').Contains("..");

    private void UnpackAll()
    {
        var buffer = new byte[81_920];
        var total = 0L;
        foreach (var part in Parts)
        {
            using var content = Open(part);
            var (size, crc) = (0L, uint.MaxValue);
            for (var read = Read(content, buffer); read > 0; read = Read(content, buffer))
            {
                (size, total) = (size + read, total + read);
                Rule.Require(size <= LargestPart && total <= LargestTotal, FileTexts.ZipTooLarge);
                Rule.Require(size < RatioMattersFrom || size <= (long)part.PackedSize * LargestRatio, FileTexts.ZipTooLarge);
                crc = Checksum.Continue(crc, buffer.AsSpan(0, read));
            }

            Require(size == part.Size && ~crc == part.Crc);
        }
    }

    private static int Read(Stream content, byte[] into)
    {
        try
        {
            return content.Read(into);
        }
        catch (InvalidDataException)
        {
            throw new RuleException(FileTexts.DocumentDamaged);
        }
    }

    private Stream Open(ZipPart part)
    {
        var packed = new MemoryStream(bytes.Slice(part.At, part.PackedSize).ToArray(), writable: false);
        return part.IsPacked ? new DeflateStream(packed, CompressionMode.Decompress) : packed;
    }

    private static void Require(bool isWhole) => Rule.Require(isWhole, FileTexts.DocumentDamaged);

    private static ushort Half(ReadOnlySpan<byte> at) => BinaryPrimitives.ReadUInt16LittleEndian(at);

    private static uint Whole(ReadOnlySpan<byte> at) => BinaryPrimitives.ReadUInt32LittleEndian(at);
}
