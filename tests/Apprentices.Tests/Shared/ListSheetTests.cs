using System.Text;
using Apprentices.Shared;
using Apprentices.Tests.Support;

namespace Apprentices.Tests.Shared;

/// <summary>A list as a file, in either form: what is a date or a number is one, and what somebody has typed is worked out by nobody.</summary>
public sealed class ListSheetTests
{
    private static readonly DateOnly Day = new(2026, 3, 4);

    private static ListSheet<Row> Sheet => new ListSheet<Row>("Lærlinger [2026]: alle som er i lære nå")
        .Text("Navn", row => row.Name)
        .LongText("Tekst", row => row.Name)
        .Number("Antall", row => row.Number)
        .Amount("Kroner", row => row.Amount)
        .Date("Frist", row => row.Day)
        .YesNo("Anslag", row => row.IsSo);

    private sealed record Row(string? Name, int? Number = null, decimal? Amount = null, DateOnly? Day = null, bool? IsSo = null);

    [Fact]
    public async Task A_workbook_has_dates_that_are_dates_and_numbers_that_are_numbers()
    {
        var sheet = await ExcelAsync(new Row("Åse Ø.", -3, 1234.5m, Day, IsSo: true), new Row("007"));

        var (header, first, second) = (sheet.Rows[0], sheet.Rows[1], sheet.Rows[2]);
        Assert.Equal(["Navn", "Tekst", "Antall", "Kroner", "Frist", "Anslag"], header.Values.Select(cell => cell.Value));
        Assert.Equal(("Åse Ø.", -3d, 1234.5d, Day, "ja"), (first["A"].Value, first["C"].Number, first["D"].Number, first["E"].Day, first["F"].Value));
        Assert.Equal(("#,##0.00", "dd.mm.yyyy"), (first["D"].Format, first["E"].Format));
        Assert.Equal((true, "007"), (second["A"].IsText, second["A"].Value));
        Assert.Equal(["A", "B"], second.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Its_header_stays_in_sight_and_filters_all_rows()
    {
        var sheet = await ExcelAsync([.. Enumerable.Range(1, 40).Select(number => new Row($"Nummer {number}"))]);

        Assert.Equal(("Lærlinger 2026 alle som er i læ", 1, "A1:F41"), (sheet.Name, sheet.FrozenRows, sheet.Filter));
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://example.no\")")]
    [InlineData("+1")]
    [InlineData("-1+2")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("\n=1")]
    [InlineData("\uFF1D1+1")]
    [InlineData("\uFF0B1")]
    [InlineData("\uFF0D1")]
    [InlineData("\uFF20A")]
    public async Task Nothing_somebody_has_typed_is_a_formula(string typed)
    {
        var sheet = await ExcelAsync(new Row(typed));
        var csv = await CsvAsync(new Row(typed));

        Assert.False(sheet.HasFormula);
        Assert.All(new[] { "A", "B" }, column => Assert.Equal((true, typed.ReplaceLineEndings("\n"), "@"),
            (sheet.Rows[1][column].IsText, sheet.Rows[1][column].Value.ReplaceLineEndings("\n"), sheet.Rows[1][column].Format)));
        Assert.Contains("'" + typed[..1], csv.Split("\r\n")[1][..3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_header_somebody_has_named_is_no_formula_either_and_stands_once()
    {
        var sheet = await ListRead.ExcelAsync(output => new ListSheet<int>("Dekning").Text("=1+1", _ => "x").Text("=1+1", _ => "y").Text("", _ => "z").Text("2026", _ => "å").WriteAsync([1], output));

        Assert.False(sheet.HasFormula);
        Assert.Equal(["=1+1", "=1+1 (2)", "–", "2026"], sheet.Rows[0].Values.Select(cell => cell.Value));
        Assert.All(sheet.Rows[0].Values, cell => Assert.True(cell.IsText));
    }

    /// <summary>XML knows no control characters, and half a pair is no character at all.</summary>
    [Fact]
    public async Task What_no_document_may_hold_is_left_out()
    {
        var row = new Row("a\u0000b\u0001c\uD800d\uFFFEe 😀\nf _x000D_");

        Assert.Equal("abcde 😀\nf _x005F_x000D_", (await ExcelAsync(row)).Rows[1]["A"].Value.ReplaceLineEndings("\n"));
        Assert.StartsWith("\"abcde 😀\nf _x000D_\";", (await CsvAsync(row)).Split("\r\n")[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_longer_than_a_cell_is_cut_and_the_file_is_whole()
    {
        var sheet = await ExcelAsync(new Row(new string('x', 40_000)), new Row("etter"));

        Assert.Equal((32_766, "etter"), (sheet.Rows[1]["A"].Value.Length, sheet.Rows[2]["A"].Value));
    }

    [Fact]
    public async Task A_list_without_rows_has_its_header()
    {
        Assert.Equal((1, 1, null), ((await ExcelAsync()).Rows.Count, (await ExcelAsync()).FrozenRows, (await ExcelAsync()).Filter));
        Assert.Equal("\uFEFFNavn;Tekst;Antall;Kroner;Frist;Anslag\r\n", await CsvAsync());
    }

    [Fact]
    public async Task Text_has_a_byte_order_mark_and_a_number_below_zero_stays_one()
    {
        var file = await ListRead.FileAsync(ListFormat.Csv, output => Sheet.WriteAsync([new Row("Ås; \"IT\"", -3, -2.5m, Day, IsSo: false)], output));

        Assert.Equal(Encoding.UTF8.GetPreamble(), file[..3]);
        Assert.EndsWith($"\"Ås; \"\"IT\"\"\";\"Ås; \"\"IT\"\"\";-3;{-2.5m:0.00};04.03.2026;nei\r\n", Encoding.UTF8.GetString(file), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ListFormat.Excel)]
    [InlineData(ListFormat.Csv)]
    public async Task Rows_are_written_as_they_come_and_giving_up_stops_them(ListFormat format)
    {
        using var giveUp = new CancellationTokenSource();
        var read = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ListRead.FileAsync(format, output => Sheet.WriteAsync(EndlessAsync(), output, giveUp.Token)));

        Assert.InRange(read, 500, 501);

        async IAsyncEnumerable<Row> EndlessAsync()
        {
            while (true)
            {
                await Task.Yield();
                if (++read == 500)
                {
                    await giveUp.CancelAsync();
                }

                yield return new Row($"Nummer {read}");
            }
        }
    }

    private static Task<ListRead.Sheet> ExcelAsync(params Row[] rows) => ListRead.ExcelAsync(output => Sheet.WriteAsync(rows, output));

    private static Task<string> CsvAsync(params Row[] rows) => ListRead.CsvAsync(output => Sheet.WriteAsync(rows, output));
}
