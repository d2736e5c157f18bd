using System.Xml;
using Apprentices.Domain;

namespace Apprentices.Features.ProgressLog.Files;

/// <summary>Tells which office document a zip is, by its own list of contents. One that carries macros is none that is taken.</summary>
internal static class OfficeFile
{
    private const string Contents = "[Content_Types].xml";
    private const string OpenType = "mimetype";
    private const int LargestList = 1024 * 1024;

    private static readonly Dictionary<string, FileType> MainParts = new(StringComparer.Ordinal)
    {
        [$"{FileType.Word.MediaType}.main+xml"] = FileType.Word,
        [$"{FileType.Excel.MediaType}.main+xml"] = FileType.Excel,
        [$"{FileType.PowerPoint.MediaType}.main+xml"] = FileType.PowerPoint,
    };

    /// <exception cref="RuleException">It is no document that is taken, carries macros, or unpacks to more than it may.</exception>
    public static FileType Read(ReadOnlyMemory<byte> bytes)
    {
        var zip = ZipReading.Of(bytes);
        return zip.Find(Contents) is { } list ? ReadMicrosoft(zip, list)
            : zip.Find(OpenType) is { } type ? ReadOpen(zip, type)
            : throw new RuleException(FileTexts.OnlyAZip);
    }

    private static FileType ReadMicrosoft(ZipReading zip, ZipPart list)
    {
        var parts = ContentTypes(zip.Unpack(list, LargestList) ?? throw new RuleException(FileTexts.DocumentDamaged));
        Rule.Require(
            !parts.Any(part => Has(part.Type, "macroEnabled") || Has(part.Type, "vbaProject"))
            && !zip.Parts.Any(part => part.Name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)),
            FileTexts.Macros);
        var main = parts.Where(part => MainParts.ContainsKey(part.Type)).ToList();
        Rule.Require(main.Count == 1 && zip.Find(main[0].Name.TrimStart('/')) is not null, FileTexts.OnlyAZip);
        return MainParts[main[0].Type];
    }

    private static FileType ReadOpen(ZipReading zip, ZipPart type)
    {
        var said = zip.Unpack(type, 200) is { } bytes ? System.Text.Encoding.ASCII.GetString(bytes).Trim() : "";
        var known = FileType.All.FirstOrDefault(one => one.MediaType == said && one.MediaType.Contains("opendocument", StringComparison.Ordinal));
        Rule.Require(known is not null && zip.Find("content.xml") is not null, FileTexts.OnlyAZip);
        Rule.Require(
            !zip.Parts.Any(part => part.Name.StartsWith("Basic/", StringComparison.OrdinalIgnoreCase) || part.Name.StartsWith("Scripts/", StringComparison.OrdinalIgnoreCase)),
            FileTexts.Macros);
        return known!;
    }

    private static List<(string Name, string Type)> ContentTypes(byte[] list)
    {
        try
        {
            List<(string, string)> parts = [];
            using var reader = XmlReader.Create(new MemoryStream(list), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Element && reader.LocalName is "Override" or "Default")
                {
                    parts.Add((reader.GetAttribute("PartName") ?? "", reader.GetAttribute("ContentType") ?? ""));
                }
            }

            return parts;
        }
        catch (XmlException)
        {
            throw new RuleException(FileTexts.DocumentDamaged);
        }
    }

    private static bool Has(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);
}
