using Apprentices.Domain;

namespace Apprentices.Features.ProgressLog.Files;

/// <summary>The small version of a picture that the browser makes. One that is none, or is not small, is not kept: the picture itself is what counts.</summary>
internal static class Thumbnail
{
    /// <summary>The longest side, in pixels.</summary>
    public const int LongestSide = 320;

    /// <summary>The largest, in bytes: a picture of that size without any loss is smaller.</summary>
    public const int Largest = 512 * 1024;

    public static byte[]? Of(byte[]? bytes)
    {
        if (bytes is null or { Length: > Largest })
        {
            return null;
        }

        try
        {
            return CleanImage.Of(bytes, mostPixels: LongestSide * LongestSide).Bytes;
        }
        catch (RuleException)
        {
            return null;
        }
    }
}
