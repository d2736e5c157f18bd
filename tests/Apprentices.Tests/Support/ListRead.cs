using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Apprentices.Shared;

namespace Apprentices.Tests.Support;

/// <summary>Takes lists away as files and reads them, the workbooks by their XML: without the library that wrote them.</summary>
public static class ListRead
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>The formats every spreadsheet has, by their numbers.</summary>
    private static readonly Dictionary<string, string> BuiltIn = new(StringComparer.Ordinal) { ["1"] = "0", ["4"] = "#,##0.00", ["49"] = "@" };

    /// <summary>A cell as the file has it.</summary>
    /// <param name="Type">The type it states: inlineStr or s for text, nothing for a number.</param>
    /// <param name="Value">Its text or number.</param>
    /// <param name="Format">How a number is shown.</param>
    public sealed record Cell(string? Type, string Value, string? Format)
    {
        public bool IsText => Type is "inlineStr" or "s";

        public bool IsNumber => Type is null or "n";

        public double Number => double.Parse(Value, CultureInfo.InvariantCulture);

        /// <summary>The day it is, where it is shown as one.</summary>
        public DateOnly? Day => IsNumber && Format?.Contains("yy", StringComparison.Ordinal) == true ? DateOnly.FromDateTime(DateTime.FromOADate(Number)) : null;
    }

    /// <param name="Name">The sheet's name.</param>
    /// <param name="Rows">The header first; empty cells are left out.</param>
    /// <param name="HasFormula">Whether any cell is worked out.</param>
    /// <param name="FrozenRows">How many rows stay in sight.</param>
    /// <param name="Filter">What filters, as a range.</param>
    public sealed record Sheet(string Name, IReadOnlyList<IReadOnlyDictionary<string, Cell>> Rows, bool HasFormula, int FrozenRows, string? Filter);

    public static async Task<byte[]> FileAsync(ListFormat format, Func<ListOutput, Task> writeAsync)
    {
        using var into = new MemoryStream();
        await writeAsync(new ListOutput(format, into));
        return into.ToArray();
    }

    public static async Task<string> CsvAsync(Func<ListOutput, Task> writeAsync) => Encoding.UTF8.GetString(await FileAsync(ListFormat.Csv, writeAsync));

    public static async Task<Sheet> ExcelAsync(Func<ListOutput, Task> writeAsync) => Excel(await FileAsync(ListFormat.Excel, writeAsync));

    public static Sheet Excel(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
        var sheet = Part(zip, "xl/worksheets/sheet1.xml");
        var shared = Part(zip, "xl/sharedStrings.xml").Descendants(Main + "si").Select(text => text.Value).ToList();
        var styles = Part(zip, "xl/styles.xml");
        var formats = styles.Descendants(Main + "numFmt").ToDictionary(format => (string)format.Attribute("numFmtId")!, format => (string)format.Attribute("formatCode")!, StringComparer.Ordinal);
        var cells = styles.Descendants(Main + "cellXfs").Elements(Main + "xf").Select(style => (string?)style.Attribute("numFmtId") ?? "0").ToList();
        return new Sheet(
            (string)Part(zip, "xl/workbook.xml").Descendants(Main + "sheet").Single().Attribute("name")!,
            [.. sheet.Descendants(Main + "row").Select(row => row.Elements(Main + "c").ToDictionary(
                cell => ((string)cell.Attribute("r")!).TrimEnd([.. "0123456789"]), Of, StringComparer.Ordinal))],
            sheet.Descendants(Main + "f").Any(),
            (int?)sheet.Descendants(Main + "pane").SingleOrDefault(pane => (string?)pane.Attribute("state") == "frozen")?.Attribute("ySplit") ?? 0,
            zip.GetEntry("xl/tables/table1.xml") is null ? null : (string?)Part(zip, "xl/tables/table1.xml").Descendants(Main + "autoFilter").SingleOrDefault()?.Attribute("ref"));

        Cell Of(XElement cell)
        {
            var (type, style) = ((string?)cell.Attribute("t"), cells[(int?)cell.Attribute("s") ?? 0]);
            var value = type == "inlineStr" ? string.Concat(cell.Descendants(Main + "t").Select(text => text.Value)) : cell.Element(Main + "v")!.Value;
            return new Cell(type, type == "s" ? shared[int.Parse(value, CultureInfo.InvariantCulture)] : value, formats.GetValueOrDefault(style) ?? BuiltIn.GetValueOrDefault(style));
        }
    }

    private static XElement Part(ZipArchive zip, string name)
    {
        using var part = zip.GetEntry(name)!.Open();
        return XElement.Load(part);
    }
}
