using System.Buffers;
using System.Buffers.Binary;

namespace Apprentices.Features.ProgressLog.Files;

/// <summary>
/// Reads a JPEG segment by segment and keeps what a picture is drawn from: tables, frame, scans, the colour profile, and how the camera was
/// held. Everything else goes: Exif, GPS, XMP, IPTC, makers' own, comments, small versions, and whatever lies behind the end.
/// </summary>
internal sealed class JpegImage
{
    private static readonly byte[] JfifWithoutThumbnail = [0xFF, 0xE0, 0, 16, (byte)'J', (byte)'F', (byte)'I', (byte)'F', 0];
    private const int JfifLength = 14;
    private const int AdobeLength = 12;

    private readonly ReadOnlyMemory<byte> all;
    private readonly long mostPixels;
    private readonly ArrayBufferWriter<byte> kept = new();
    private int at = 2;
    private int width;
    private int height;
    private int orientation = Orientation.Upright;
    private int afterJfif = 2;

    private JpegImage(ReadOnlyMemory<byte> all, long mostPixels) => (this.all, this.mostPixels) = (all, mostPixels);

    public static CleanImage Clean(ReadOnlyMemory<byte> bytes, long mostPixels) => new JpegImage(bytes, mostPixels).Clean();

    private CleanImage Clean()
    {
        Append([0xFF, 0xD8]);
        var hasScan = false;
        for (var marker = NextMarker(); marker != Marker.EndOfImage; marker = NextMarker())
        {
            var segment = Segment();
            if (marker == Marker.StartOfScan)
            {
                CleanImage.Require(width > 0);
                hasScan = true;
                Keep(marker, segment);
                KeepScan();
            }
            else
            {
                Take(marker, segment);
            }
        }

        CleanImage.Require(hasScan);
        Append([0xFF, Marker.EndOfImage]);
        return Orientation.IsTurned(orientation)
            ? new CleanImage(FileType.Jpeg, WithOrientation(), height, width)
            : new CleanImage(FileType.Jpeg, WithOrientation(), width, height);
    }

    private void Take(byte marker, ReadOnlySpan<byte> segment)
    {
        switch (marker)
        {
            case 0xC0 or 0xC1 or 0xC2:
                CleanImage.Require(width == 0 && segment.Length >= 6);
                (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(segment[1..]), BinaryPrimitives.ReadUInt16BigEndian(segment[3..]));
                CleanImage.RequireSize(width, height, mostPixels);
                Keep(marker, segment);
                break;
            case Marker.HuffmanTables or Marker.QuantizationTables or Marker.RestartInterval:
                Keep(marker, segment);
                break;
            case Marker.App0 when segment.StartsWith("JFIF\0"u8) && segment.Length >= JfifLength && kept.WrittenCount == 2:
                Append(JfifWithoutThumbnail);
                Append(segment[5..(JfifLength - 2)]);
                Append([0, 0]);
                afterJfif = kept.WrittenCount;
                break;
            case Marker.App1 when segment.StartsWith("Exif\0"u8) && segment.Length > 6 && orientation == Orientation.Upright:
                orientation = Orientation.Read(segment[6..]);
                break;
            case Marker.App2 when segment.StartsWith("ICC_PROFILE\0"u8):
                Keep(marker, segment);
                break;
            case Marker.App14 when segment.StartsWith("Adobe"u8) && segment.Length >= AdobeLength:
                Keep(marker, segment[..AdobeLength]);
                break;
            default:
                CleanImage.Require(marker is >= Marker.App0 and <= 0xEF or Marker.Comment);
                break;
        }
    }

    private byte NextMarker()
    {
        var bytes = all.Span;
        CleanImage.Require(at + 1 < bytes.Length && bytes[at] == 0xFF);
        while (at < bytes.Length && bytes[at] == 0xFF)
        {
            at++;
        }

        CleanImage.Require(at < bytes.Length);
        return bytes[at++];
    }

    private ReadOnlySpan<byte> Segment()
    {
        var bytes = all.Span;
        CleanImage.Require(at + 2 <= bytes.Length);
        var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);
        CleanImage.Require(length >= 2 && at + length <= bytes.Length);
        var segment = bytes[(at + 2)..(at + length)];
        at += length;
        return segment;
    }

    private void Append(params ReadOnlySpan<byte> more) => kept.Write(more);

    private void Keep(byte marker, ReadOnlySpan<byte> segment)
    {
        Span<byte> head = [0xFF, marker, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(head[2..], (ushort)(segment.Length + 2));
        Append(head);
        Append(segment);
    }

    /// <summary>The scan's own bytes end at the next marker; a zero after 0xFF and restarts belong to them.</summary>
    private void KeepScan()
    {
        var bytes = all.Span;
        var from = at;
        while (true)
        {
            var next = bytes[at..].IndexOf((byte)0xFF);
            CleanImage.Require(next >= 0 && at + next + 1 < bytes.Length);
            at += next;
            if (bytes[at + 1] is not (0 or >= 0xD0 and <= 0xD7))
            {
                break;
            }

            at += 2;
        }

        CleanImage.Require(at > from);
        Append(bytes[from..at]);
    }

    private byte[] WithOrientation()
    {
        var whole = kept.WrittenSpan;
        if (orientation == Orientation.Upright)
        {
            return whole.ToArray();
        }

        var tiff = Orientation.Write(orientation);
        return [.. whole[..afterJfif], 0xFF, Marker.App1, 0, (byte)(tiff.Length + 8), .. "Exif\0\0"u8, .. tiff, .. whole[afterJfif..]];
    }

    private static class Marker
    {
        public const byte HuffmanTables = 0xC4;
        public const byte EndOfImage = 0xD9;
        public const byte StartOfScan = 0xDA;
        public const byte QuantizationTables = 0xDB;
        public const byte RestartInterval = 0xDD;
        public const byte App0 = 0xE0;
        public const byte App1 = 0xE1;
        public const byte App2 = 0xE2;
        public const byte App14 = 0xEE;
        public const byte Comment = 0xFE;
    }
}
