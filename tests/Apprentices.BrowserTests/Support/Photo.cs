using Apprentices.Tests.Features.ProgressLog.Files;
using Microsoft.Playwright;

namespace Apprentices.BrowserTests.Support;

/// <summary>A picture drawn in the browser.</summary>
internal static class Photo
{
    /// <summary>As large as a phone's, with what a phone tells in it: where, when, with what.</summary>
    public static async Task<byte[]> AsFromAPhoneAsync(IPage page)
    {
        var drawn = Convert.FromBase64String(await page.EvaluateAsync<string>(
            """
            () => {
              const canvas = document.createElement("canvas");
              [canvas.width, canvas.height] = [4000, 3000];
              const pen = canvas.getContext("2d");
              pen.fillStyle = "teal";
              pen.fillRect(0, 0, 4000, 1500);
              return canvas.toDataURL("image/jpeg").split(",")[1];
            }
            """));
        byte[] exif = [.. "Exif\0\0"u8, .. Pictures.Tiff(orientation: 1)];
        return [.. drawn.AsSpan(0, 2), 0xFF, 0xE1, (byte)((exif.Length + 2) >> 8), (byte)(exif.Length + 2), .. exif, .. drawn.AsSpan(2)];
    }
}
