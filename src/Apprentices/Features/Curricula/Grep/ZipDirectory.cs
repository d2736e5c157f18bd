using System.Buffers.Binary;

namespace Apprentices.Features.Curricula.Grep;

/// <summary>Counts the files of a zip before anything is made of them: by what its end says, and by the room there is for them.</summary>
internal static class ZipDirectory
{
    private const int EndLength = 22;
    private const int LocatorLength = 20;
    private const int LongEndLength = 56;
    private const int ShortestEntry = 46;
    private const int LongestComment = 65535;

    /// <summary>No entry of an honest zip is longer than this on average.</summary>
    private const int AverageEntry = 512;

    /// <returns>How many files it says it has; more than allowed where the room for them says so.</returns>
    /// <exception cref="InvalidDataException">It has no end: it is cut.</exception>
    public static long Count(Stream zip, int most)
    {
        var tail = new byte[Math.Min(zip.Length, EndLength + LocatorLength + LongestComment)];
        zip.Position = zip.Length - tail.Length;
        zip.ReadExactly(tail);
        var end = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (end < 0 || end + EndLength > tail.Length)
        {
            throw new InvalidDataException("The zip has no end.");
        }

        long count = BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(end + 10));
        long offset = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16));
        if ((count == ushort.MaxValue || offset == uint.MaxValue) && end >= LocatorLength && tail.AsSpan(end - LocatorLength).StartsWith("PK\u0006\u0007"u8))
        {
            (count, offset) = LongEnd(zip, BinaryPrimitives.ReadInt64LittleEndian(tail.AsSpan(end - LocatorLength + 8)));
        }

        var room = zip.Length - offset;
        if (count < 0 || room < 0 || room < count * ShortestEntry)
        {
            throw new InvalidDataException("The zip counts files that it has no room for.");
        }

        return room > most * (long)AverageEntry + LongestComment ? most + 1L : count;
    }

    private static (long Count, long Offset) LongEnd(Stream zip, long at)
    {
        if (at < 0 || at > zip.Length - LongEndLength)
        {
            throw new InvalidDataException("The zip has no end.");
        }

        var end = new byte[LongEndLength];
        zip.Position = at;
        zip.ReadExactly(end);
        return (BinaryPrimitives.ReadInt64LittleEndian(end.AsSpan(32)), BinaryPrimitives.ReadInt64LittleEndian(end.AsSpan(48)));
    }
}
