using System.Buffers.Binary;

namespace Apprentices.Features.ProgressLog.Files;

/// <summary>
/// How a camera was held, as Exif says it: phones store the picture as the sensor saw it and note the turn. Nothing else of Exif is read, and
/// nothing else is written.
/// </summary>
public static class Orientation
{
    public const int Upright = 1;

    private const int Tag = 0x0112;
    private const int Short = 3;
    private const int EntrySize = 12;

    /// <summary>Whether width and height change places when it is shown.</summary>
    public static bool IsTurned(int orientation) => orientation is >= 5 and <= 8;

    /// <summary>The turn, from the TIFF part of Exif; upright where it does not say, or says nonsense.</summary>
    public static int Read(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8 || !(tiff.StartsWith("II*\0"u8) || tiff.StartsWith("MM\0*"u8)))
        {
            return Upright;
        }

        var little = tiff[0] == 'I';
        var at = Whole(tiff[4..], little);
        if (at > (uint)tiff.Length - 2)
        {
            return Upright;
        }

        var entries = tiff[((int)at + 2)..];
        for (var left = Half(tiff[(int)at..], little); left > 0 && entries.Length >= EntrySize; left--, entries = entries[EntrySize..])
        {
            if (Half(entries, little) == Tag && Half(entries[2..], little) == Short && Half(entries[8..], little) is >= 1 and <= 8 and var found)
            {
                return found;
            }
        }

        return Upright;
    }

    /// <summary>A TIFF part that holds the turn and nothing else.</summary>
    public static byte[] Write(int orientation) =>
        [(byte)'M', (byte)'M', 0, 42, 0, 0, 0, 8, 0, 1, Tag >> 8, Tag & 0xFF, 0, Short, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0];

    private static ushort Half(ReadOnlySpan<byte> at, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);

    private static uint Whole(ReadOnlySpan<byte> at, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(at) : BinaryPrimitives.ReadUInt32BigEndian(at);
}
