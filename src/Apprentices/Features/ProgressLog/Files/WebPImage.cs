using System.Buffers.Binary;
using Apprentices.Domain;

namespace Apprentices.Features.ProgressLog.Files;

/// <summary>Reads a WebP chunk by chunk and keeps the picture, its colour profile and transparency, and how the camera was held.</summary>
internal static class WebPImage
{
    private const int Header = 12;
    private const byte HasExif = 0x08;
    private const byte HasXmp = 0x04;
    private const byte Moves = 0x02;

    private static ReadOnlySpan<byte> StartCode => [0x9D, 0x01, 0x2A];

    public static CleanImage Clean(ReadOnlySpan<byte> bytes, long mostPixels)
    {
        CleanImage.Require(bytes.Length >= Header);
        var declared = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
        CleanImage.Require(declared >= 4 && declared <= (uint)bytes.Length - 8);
        using var kept = new MemoryStream();
        kept.Write(bytes[..Header]);
        var (width, height, orientation, extended) = (0, 0, Orientation.Upright, 0L);
        var (canvasWidth, canvasHeight) = (0, 0);
        for (var rest = bytes[Header..(int)(8 + declared)]; rest.Length > 0;)
        {
            CleanImage.Require(rest.Length >= 8);
            var (type, length) = (System.Text.Encoding.Latin1.GetString(rest[..4]), BinaryPrimitives.ReadUInt32LittleEndian(rest[4..]));
            CleanImage.Require(length <= (uint)rest.Length - 8);
            var data = rest.Slice(8, (int)length);
            switch (type)
            {
                case "VP8X":
                    CleanImage.Require(extended == 0 && width == 0 && length == 10);
                    Rule.Require((data[0] & Moves) == 0, FileTexts.NotMoving);
                    (canvasWidth, canvasHeight) = (1 + Three(data[4..]), 1 + Three(data[7..]));
                    CleanImage.RequireSize(canvasWidth, canvasHeight, mostPixels);
                    extended = kept.Length;
                    Keep(kept, "VP8X"u8, data);
                    break;
                case "VP8 " or "VP8L":
                    CleanImage.Require(width == 0);
                    (width, height) = type == "VP8L" ? Lossless(data) : Lossy(data);
                    CleanImage.RequireSize(width, height, mostPixels);
                    Keep(kept, rest[..4], data);
                    break;
                case "ICCP" or "ALPH":
                    Keep(kept, rest[..4], data);
                    break;
                case "EXIF":
                    orientation = Orientation.Read(data.StartsWith("Exif\0\0"u8) ? data[6..] : data);
                    break;
                case "ANIM" or "ANMF":
                    throw new RuleException(FileTexts.NotMoving);
            }

            rest = rest[Math.Min(rest.Length, (int)length + 8 + (int)(length & 1))..];
        }

        CleanImage.Require(width > 0 && (extended == 0 || (canvasWidth, canvasHeight) == (width, height)));
        var isTurned = orientation != Orientation.Upright && extended > 0;
        if (isTurned)
        {
            Keep(kept, "EXIF"u8, Orientation.Write(orientation));
        }

        var whole = kept.ToArray();
        if (extended > 0)
        {
            ref var flags = ref whole[extended + 8];
            flags = (byte)(flags & ~(HasExif | HasXmp) | (isTurned ? HasExif : 0));
        }

        BinaryPrimitives.WriteInt32LittleEndian(whole.AsSpan(4), whole.Length - 8);
        return isTurned && Orientation.IsTurned(orientation)
            ? new CleanImage(FileType.WebP, whole, height, width)
            : new CleanImage(FileType.WebP, whole, width, height);
    }

    private static void Keep(MemoryStream kept, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, data.Length);
        kept.Write(type);
        kept.Write(length);
        kept.Write(data);
        if ((data.Length & 1) == 1)
        {
            kept.WriteByte(0);
        }
    }

    private static (int Width, int Height) Lossy(ReadOnlySpan<byte> data)
    {
        CleanImage.Require(data.Length >= 10 && (data[0] & 1) == 0 && data[3..].StartsWith(StartCode));
        return (BinaryPrimitives.ReadUInt16LittleEndian(data[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(data[8..]) & 0x3FFF);
    }

    private static (int Width, int Height) Lossless(ReadOnlySpan<byte> data)
    {
        CleanImage.Require(data.Length >= 5 && data[0] == 0x2F);
        var bits = BinaryPrimitives.ReadUInt32LittleEndian(data[1..]);
        return (1 + (int)(bits & 0x3FFF), 1 + (int)((bits >> 14) & 0x3FFF));
    }

    private static int Three(ReadOnlySpan<byte> at) => at[0] | (at[1] << 8) | (at[2] << 16);
}
