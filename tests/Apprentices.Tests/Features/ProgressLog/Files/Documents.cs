using System.IO.Compression;
using System.Text;
using Apprentices.Features.ProgressLog.Files;

namespace Apprentices.Tests.Features.ProgressLog.Files;

/// <summary>Documents of office programs, and zips that only look like them.</summary>
public static class Documents
{
    public static byte[] Pdf { get; } = [.. "%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"u8];

    public static byte[] Word(params (string Name, string Text)[] more) => Office(FileType.Word, "word/document.xml", more);

    public static byte[] Excel { get; } = Office(FileType.Excel, "xl/workbook.xml");

    public static byte[] PowerPoint { get; } = Office(FileType.PowerPoint, "ppt/presentation.xml");

    public static byte[] OpenText { get; } = Zip(("mimetype", FileType.OpenText.MediaType), ("content.xml", "<office/>"));

    public static byte[] Macros { get; } = Zip(
        ("[Content_Types].xml", Types("application/vnd.ms-word.document.macroEnabled.main+xml", "word/document.xml")), ("word/document.xml", "<w/>"), ("word/vbaProject.bin", "x"));

    public static byte[] Office(FileType type, string main, params (string Name, string Text)[] more) =>
        Zip([("[Content_Types].xml", Types($"{type.MediaType}.main+xml", main)), (main, "<w/>"), .. more]);

    public static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return file.ToArray();
    }

    /// <summary>A document with parts of so many megabytes of nothing, but for so many bytes of noise in every 65536.</summary>
    public static byte[] Bomb(int megabytes, int parts = 1, int noise = 0)
    {
        var random = new Random(1);
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var types = zip.CreateEntry("[Content_Types].xml").Open())
            {
                types.Write(Encoding.UTF8.GetBytes(Types($"{FileType.Word.MediaType}.main+xml", "word/document.xml")));
            }

            var nothing = new byte[1024 * 1024];
            for (var number = 0; number < parts; number++)
            {
                using var part = zip.CreateEntry(number == 0 ? "word/document.xml" : $"word/{number}.xml").Open();
                for (var left = megabytes; left > 0; left--)
                {
                    for (var at = 0; at < nothing.Length; at += 65_536)
                    {
                        random.NextBytes(nothing.AsSpan(at, noise));
                    }

                    part.Write(nothing);
                }
            }
        }

        return file.ToArray();
    }

    /// <summary>The same zip with another size written for its largest part, in its table and at the part.</summary>
    public static byte[] Lying(byte[] zip, uint says)
    {
        var copy = zip.ToArray();
        for (var at = 0; at + 30 < copy.Length; at++)
        {
            var offset = copy.AsSpan(at).StartsWith("PK\u0001\u0002"u8) ? 24 : copy.AsSpan(at).StartsWith("PK\u0003\u0004"u8) ? 22 : 0;
            if (offset > 0 && BitConverter.ToUInt32(copy, at + offset) is > 100_000)
            {
                BitConverter.GetBytes(says).CopyTo(copy, at + offset);
            }
        }

        return copy;
    }

    private static string Types(string main, string part) =>
        $"""<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/{part}" ContentType="{main}"/></Types>""";
}
