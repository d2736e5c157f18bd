using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Radzen.Documents.Spreadsheet;

namespace Apprentices.Shared;

/// <summary>
/// A list as a workbook of one sheet: the header stays in sight and filters, dates are dates and numbers numbers. A text is a
/// text whatever it begins with, also after somebody has edited its cell. Rows are written as they come
/// (docs/decisions/0013).
/// </summary>
internal static partial class ExcelList
{
    /// <summary>The most characters of a sheet's name.</summary>
    private const int LongestName = 31;

    /// <summary>A character's width on a sheet, in pixels.</summary>
    private const double Character = 7.5;

    private static readonly Format Plain = new() { NumberFormat = "@" };
    private static readonly Format Whole = new() { NumberFormat = "0" };
    private static readonly Format Money = new() { NumberFormat = "#,##0.00" };
    private static readonly Format Day = new() { NumberFormat = "dd.mm.yyyy" };

    public static async Task WriteAsync<TRow>(ListSheet<TRow> sheet, IAsyncEnumerable<TRow> rows, Stream into, CancellationToken cancel)
    {
        await using var coming = rows.GetAsyncEnumerator(cancel);
        var isEmpty = !await coming.MoveNextAsync();
        await Workbook(sheet, isEmpty).SaveToStreamAsync(into, isEmpty ? None() : CellsAsync(sheet, coming, cancel), useInlineStrings: true, cancel);
    }

    private static Workbook Workbook<TRow>(ListSheet<TRow> sheet, bool isEmpty)
    {
        var book = new Workbook();
        var page = book.AddSheet(SheetName(sheet.Name), 1, sheet.Columns.Count);
        var headers = Headers(sheet.Columns.Select(column => column.Header));
        foreach (var (column, header) in headers.Index())
        {
            var cell = page.Cells[0, column];
            cell.SetValue($"'{header}"); // As text, whatever it looks like.
            cell.Format = new Format { Bold = true };
            page.Columns[column] = Character * (CharactersOf(sheet.Columns[column].Kind, header) + 3);
        }

        page.Rows.Frozen = 1;
        if (!isEmpty)
        {
            // A table filters, and grows with the rows that are written below it; one without rows Excel takes for damaged.
            page.AddTable("List", new RangeRef(new CellRef(0, 0), new CellRef(0, headers.Count - 1)), hasHeaders: true, totalsRowShown: false);
        }

        return book;
    }

    /// <summary>A table wants each header once, and none empty.</summary>
    private static List<string> Headers(IEnumerable<string> given)
    {
        HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);
        List<string> headers = [];
        foreach (var one in given.Select(header => Cell(header).ReplaceLineEndings(" ")).Select(header => header.Length == 0 ? "–" : header))
        {
            var header = one;
            for (var number = 2; !taken.Add(header); number++)
            {
                header = $"{one} ({number})";
            }

            headers.Add(header);
        }

        return headers;
    }

    private static int CharactersOf(ListValue kind, string header) => Math.Max(kind switch
    {
        ListValue.LongText => 60,
        ListValue.Text => 22,
        ListValue.Number => 6,
        _ => 11,
    }, Math.Min(header.Length, 40));

    private static async IAsyncEnumerable<(CellData? Data, Format? Format)[]> CellsAsync<TRow>(
        ListSheet<TRow> sheet, IAsyncEnumerator<TRow> rows, [EnumeratorCancellation] CancellationToken cancel)
    {
        do
        {
            cancel.ThrowIfCancellationRequested();
            yield return [.. sheet.Columns.Select(column => CellOf(column.Of(rows.Current)))];
        }
        while (await rows.MoveNextAsync());
    }

    private static (CellData? Data, Format? Format) CellOf(object? value) => value switch
    {
        null => (null, null),
        DateOnly day => (CellData.FromDate(day.ToDateTime(TimeOnly.MinValue)), Day),
        int number => (CellData.FromNumber(number), Whole),
        decimal amount => (CellData.FromNumber((double)amount), Money),
        _ => (CellData.FromString(Cell(value.ToString())), Plain),
    };

    /// <summary>Excel reads _x000D_ in a text as a character; what only looks like that is written so that it is read as it stands.</summary>
    private static string Cell(string? text) => LikeACode().Replace(CellText.Of(text), "_x005F_$1");

    private static string SheetName(string name)
    {
        var plain = string.Concat(CellText.Of(name).Where(letter => !"[]:*?/\\".Contains(letter, StringComparison.Ordinal))).Trim(' ', '\'');
        return plain.Length <= LongestName ? plain : plain[..LongestName].TrimEnd();
    }

#pragma warning disable CS1998 // Nothing to wait for
    private static async IAsyncEnumerable<(CellData? Data, Format? Format)[]> None()
    {
        yield break;
    }
#pragma warning restore CS1998

    [GeneratedRegex("_(x[0-9A-Fa-f]{4}_)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LikeACode();
}
