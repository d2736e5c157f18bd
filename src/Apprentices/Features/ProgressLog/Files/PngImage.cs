using System.Buffers.Binary;

namespace Apprentices.Features.ProgressLog.Files;

/// <summary>
/// Reads a PNG chunk by chunk and keeps what a picture is drawn from, and how the camera was held. Texts, times, Exif and chunks of
/// programs' own go. A moving picture becomes its first one.
/// </summary>
internal static class PngImage
{
    private const int Frame = 12;
    private static readonly HashSet<string> Drawn = new(StringComparer.Ordinal)
    {
        "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "sBIT", "sRGB", "iCCP", "cICP", "bKGD", "hIST", "pHYs", "sPLT",
    };

    public static CleanImage Clean(ReadOnlySpan<byte> bytes, long mostPixels)
    {
        const int signature = 8;
        using var kept = new MemoryStream();
        kept.Write(bytes[..signature]);
        var (width, height, orientation, hasData, order) = (0L, 0L, Orientation.Upright, false, 0);
        var headEnds = 0;
        for (var rest = bytes[signature..]; ; order++)
        {
            var (type, length) = Head(rest);
            var data = rest[8..(8 + length)];
            CleanImage.Require(order == 0 == (type == "IHDR"));
            if (type == "IHDR")
            {
                CleanImage.Require(length == 13);
                (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(data), BinaryPrimitives.ReadUInt32BigEndian(data[4..]));
                CleanImage.RequireSize(width, height, mostPixels);
            }

            if (type == "eXIf")
            {
                orientation = Orientation.Read(data);
            }

            // A chunk whose name begins in upper case is needed to draw the picture: one that is not known cannot be left out.
            CleanImage.Require(Drawn.Contains(type) || char.IsAsciiLetterLower(type[0]));
            if (Drawn.Contains(type))
            {
                CleanImage.Require(BinaryPrimitives.ReadUInt32BigEndian(rest[(8 + length)..]) == Checksum.Of(rest[4..(8 + length)]));
                kept.Write(rest[..(length + Frame)]);
            }

            headEnds = order == 0 ? (int)kept.Length : headEnds;
            hasData |= type == "IDAT";
            if (type == "IEND")
            {
                break;
            }

            rest = rest[(length + Frame)..];
        }

        CleanImage.Require(hasData);
        var all = kept.ToArray();
        byte[] whole = orientation == Orientation.Upright ? all : [.. all.AsSpan(0, headEnds), .. Chunk("eXIf"u8, Orientation.Write(orientation)), .. all.AsSpan(headEnds)];
        return Orientation.IsTurned(orientation)
            ? new CleanImage(FileType.Png, whole, (int)height, (int)width)
            : new CleanImage(FileType.Png, whole, (int)width, (int)height);
    }

    private static (string Type, int Length) Head(ReadOnlySpan<byte> rest)
    {
        CleanImage.Require(rest.Length >= Frame);
        var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
        CleanImage.Require(length <= (uint)rest.Length - Frame);
        return (System.Text.Encoding.Latin1.GetString(rest[4..8]), (int)length);
    }

    internal static byte[] Chunk(ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        var chunk = new byte[data.Length + Frame];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        type.CopyTo(chunk.AsSpan(4));
        data.CopyTo(chunk.AsSpan(8));
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(data.Length + 8), Checksum.Of(chunk.AsSpan(4, data.Length + 4)));
        return chunk;
    }
}
