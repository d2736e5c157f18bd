using System.Diagnostics;

namespace Apprentices.Shared;

/// <summary>What the cells of a column hold.</summary>
public enum ListValue
{
    Text,

    /// <summary>Text of several sentences: a wider column.</summary>
    LongText,
    Number,

    /// <summary>Money, with two decimals.</summary>
    Amount,
    Date,
}

/// <summary>A column: its header in the reader's language, what its cells hold, and how a row gives it.</summary>
public sealed record ListColumn<TRow>(string Header, ListValue Kind, Func<TRow, object?> Of);

/// <summary>
/// A list as a file: the name of its sheet and its columns, declared once and written in either form.
/// <code>new ListSheet&lt;Row&gt;(Texts.Sheet).Text(Texts.Name, row => row.Name).Date(Texts.Due, row => row.DueOn)</code>
/// </summary>
/// <param name="name">What the sheet is called.</param>
public sealed class ListSheet<TRow>(string name)
{
    private readonly List<ListColumn<TRow>> columns = [];

    public string Name { get; } = name;

    public IReadOnlyList<ListColumn<TRow>> Columns => columns;

    public ListSheet<TRow> Text(string header, Func<TRow, string?> of) => With(header, ListValue.Text, of);

    public ListSheet<TRow> LongText(string header, Func<TRow, string?> of) => With(header, ListValue.LongText, of);

    public ListSheet<TRow> Number(string header, Func<TRow, int?> of) => With(header, ListValue.Number, row => of(row));

    public ListSheet<TRow> Amount(string header, Func<TRow, decimal?> of) => With(header, ListValue.Amount, row => of(row));

    public ListSheet<TRow> Date(string header, Func<TRow, DateOnly?> of) => With(header, ListValue.Date, row => of(row));

    /// <summary>Yes or no, as words: a spreadsheet's own true and false are not what anybody says.</summary>
    public ListSheet<TRow> YesNo(string header, Func<TRow, bool?> of) =>
        With(header, ListValue.Text, row => of(row) switch { true => ListTexts.Yes, false => ListTexts.No, null => null });

    /// <summary>Writes the rows as they come, one at a time.</summary>
    public Task WriteAsync(IAsyncEnumerable<TRow> rows, ListOutput output, CancellationToken cancel = default) => output.Format switch
    {
        ListFormat.Excel => ExcelList.WriteAsync(this, rows, output.Into, cancel),
        ListFormat.Csv => CsvList.WriteAsync(this, rows, output.Into, cancel),
        _ => throw new UnreachableException(),
    };

    /// <summary>Writes rows that are at hand already.</summary>
    public Task WriteAsync(IReadOnlyCollection<TRow> rows, ListOutput output, CancellationToken cancel = default) =>
        WriteAsync(rows.ToAsyncEnumerable(), output, cancel);

    private ListSheet<TRow> With(string header, ListValue kind, Func<TRow, object?> of)
    {
        columns.Add(new ListColumn<TRow>(header, kind, of));
        return this;
    }
}
