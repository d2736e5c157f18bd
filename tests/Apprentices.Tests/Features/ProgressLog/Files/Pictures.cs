using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Apprentices.Features.ProgressLog.Files;

namespace Apprentices.Tests.Features.ProgressLog.Files;

/// <summary>Pictures written byte by byte, with all a phone tells in them.</summary>
public static class Pictures
{
    /// <summary>What must not be left of a picture: a place, a device, its owner, its number, a text, a small version.</summary>
    public static readonly string[] Secrets = ["GPSHEMMELIG", "KAMERAMERKE", "SERIENUMMER", "EIERENSNAVN", "MINIATYR", "XMPHEMMELIG", "IPTCHEMMELIG", "KOMMENTAR", "ETTERSLEP", "JFXXMINI"];

    /// <summary>A JPEG of eight by eight grey pixels, or one that says it is larger.</summary>
    public static byte[] Jpeg(int width = 8, int height = 8, int orientation = 1, bool tells = false)
    {
        using var file = new MemoryStream();
        file.Write([0xFF, 0xD8]);
        Segment(file, 0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]);
        if (tells)
        {
            Segment(file, 0xE0, [.. "JFXX\0"u8, 0x10, .. "JFXXMINI"u8]);
            Segment(file, 0xE1, [.. "Exif\0\0"u8, .. Tiff(orientation)]);
            Segment(file, 0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. "XMPHEMMELIG"u8]);
            Segment(file, 0xE2, [.. "MPF\0"u8, .. "MINIATYR"u8]);
            Segment(file, 0xE2, [.. "ICC_PROFILE\0"u8, 1, 1, .. "FARGEPROFIL"u8]);
            Segment(file, 0xEB, "SERIENUMMER"u8);
            Segment(file, 0xED, [.. "Photoshop 3.0\0"u8, .. "IPTCHEMMELIG"u8]);
            Segment(file, 0xEE, [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, 0]);
            Segment(file, 0xFE, "KOMMENTAR"u8);
        }

        Segment(file, 0xDB, [0, .. Enumerable.Repeat((byte)1, 64)]);
        Segment(file, 0xC0, [8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0]);
        Segment(file, 0xC4, [0x00, 1, .. new byte[15], 0]);
        Segment(file, 0xC4, [0x10, 1, .. new byte[15], 0]);
        Segment(file, 0xDA, [1, 1, 0, 0, 63, 0]);
        file.Write([0x3F, 0xFF, 0x00]);
        file.Write([0xFF, 0xD9]);
        if (tells)
        {
            file.Write("ETTERSLEP"u8);
        }

        return file.ToArray();
    }

    /// <summary>A white PNG, or one that says it is larger than it is.</summary>
    public static byte[] Png(int width = 8, int height = 8, int orientation = 1, bool tells = false)
    {
        using var file = new MemoryStream();
        file.Write([0x89, .. "PNG\r\n"u8, 0x1A, 0x0A]);
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        (head[8], head[9]) = (8, 0);
        file.Write(PngImage.Chunk("IHDR"u8, head));
        if (tells)
        {
            file.Write(PngImage.Chunk("tEXt"u8, "Author\0EIERENSNAVN"u8));
            file.Write(PngImage.Chunk("iTXt"u8, "XML:com.adobe.xmp\0XMPHEMMELIG"u8));
            file.Write(PngImage.Chunk("tIME"u8, [7, 234, 11, 24, 8, 0, 0]));
            file.Write(PngImage.Chunk("eXIf"u8, Tiff(orientation)));
            file.Write(PngImage.Chunk("caBX"u8, "SERIENUMMER"u8));
        }

        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            foreach (var _ in Enumerable.Range(0, Math.Min(height, 64)))
            {
                deflate.Write([0, .. Enumerable.Repeat((byte)0xFF, Math.Min(width, 64))]);
            }
        }

        file.Write(PngImage.Chunk("IDAT"u8, packed.ToArray()));
        file.Write(PngImage.Chunk("IEND"u8, []));
        if (tells)
        {
            file.Write("ETTERSLEP"u8);
        }

        return file.ToArray();
    }

    /// <summary>A lossless WebP of one pixel's data that says how large it is; with what a phone tells it is in the extended form.</summary>
    public static byte[] WebP(int width = 8, int height = 8, int orientation = 1, bool tells = false, bool moves = false)
    {
        using var body = new MemoryStream();
        if (tells || moves)
        {
            byte[] canvas = [(byte)(moves ? 0x02 : 0x0C), 0, 0, 0, .. Three(width - 1), .. Three(height - 1)];
            WebPChunk(body, "VP8X", canvas);
        }

        var bits = (uint)(width - 1) | ((uint)(height - 1) << 14);
        WebPChunk(body, "VP8L", [0x2F, (byte)bits, (byte)(bits >> 8), (byte)(bits >> 16), (byte)(bits >> 24), 0x07, 0x10, 0x11, 0x11, 0x88, 0x88, 0x08]);
        if (tells)
        {
            WebPChunk(body, "EXIF", Tiff(orientation));
            WebPChunk(body, "XMP ", [.. "XMPHEMMELIG"u8]);
            WebPChunk(body, "junk", [.. "SERIENUMMER"u8]);
        }

        using var file = new MemoryStream();
        file.Write("RIFF"u8);
        file.Write(BitConverter.GetBytes((int)body.Length + 4));
        file.Write("WEBP"u8);
        file.Write(body.ToArray());
        if (tells)
        {
            file.Write("ETTERSLEP"u8);
        }

        return file.ToArray();
    }

    /// <summary>Exif as a phone writes it: maker, owner, number, how it was held, where, and a small version.</summary>
    public static byte[] Tiff(int orientation)
    {
        var gps = "GPSHEMMELIG\0"u8.ToArray();
        (ushort Tag, ushort Type, byte[] Value)[] rows =
        [
            (0x010F, 2, [.. "KAMERAMERKE\0"u8]), (0x0112, 3, [(byte)orientation, 0, 0, 0]), (0x013B, 2, [.. "EIERENSNAVN\0"u8]), (0x8825, 4, [0, 0, 0, 0]),
            (0xA431, 2, [.. "SERIENUMMER\0"u8]),
        ];
        using var tiff = new MemoryStream();
        tiff.Write([.. "II*\0"u8, 8, 0, 0, 0]);
        tiff.Write(BitConverter.GetBytes((ushort)rows.Length));
        var free = 8 + 2 + (rows.Length * 12) + 4;
        foreach (var (tag, type, value) in rows)
        {
            tiff.Write(BitConverter.GetBytes(tag));
            tiff.Write(BitConverter.GetBytes(type));
            tiff.Write(BitConverter.GetBytes(value.Length > 4 ? value.Length : 1));
            tiff.Write(value.Length > 4 ? BitConverter.GetBytes(free) : value);
            free += value.Length > 4 ? value.Length : 0;
        }

        tiff.Write(new byte[4]);
        foreach (var row in rows.Where(row => row.Value.Length > 4))
        {
            tiff.Write(row.Value);
        }

        tiff.Write(gps);
        tiff.Write("MINIATYR"u8);
        return tiff.ToArray();
    }

    /// <summary>What of a picture's secrets is still in it.</summary>
    public static IEnumerable<string> SecretsIn(byte[] bytes)
    {
        var text = Encoding.Latin1.GetString(bytes);
        return Secrets.Where(secret => text.Contains(secret, StringComparison.Ordinal));
    }

    private static byte[] Three(int value) => [(byte)value, (byte)(value >> 8), (byte)(value >> 16)];

    private static void Segment(MemoryStream file, byte marker, ReadOnlySpan<byte> body)
    {
        file.Write([0xFF, marker, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2)]);
        file.Write(body);
    }

    private static void WebPChunk(MemoryStream file, string type, byte[] data)
    {
        file.Write(Encoding.Latin1.GetBytes(type));
        file.Write(BitConverter.GetBytes(data.Length));
        file.Write(data);
        if (data.Length % 2 == 1)
        {
            file.WriteByte(0);
        }
    }
}
