using System.Text;

namespace Apprentices.Shared;

/// <summary>A list as text that Excel opens: UTF-8 with a byte order mark, semicolons, and no cell that is a formula.</summary>
internal static class CsvList
{
    public static async Task WriteAsync<TRow>(ListSheet<TRow> sheet, IAsyncEnumerable<TRow> rows, Stream into, CancellationToken cancel)
    {
        await using var writer = new StreamWriter(into, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        await writer.WriteLineAsync(Line(sheet.Columns.Select(column => CsvCell.Of(column.Header))), cancel);
        await foreach (var row in rows.WithCancellation(cancel))
        {
            await writer.WriteLineAsync(Line(sheet.Columns.Select(column => CsvCell.Of(column.Of(row)))), cancel);
        }
    }

    private static ReadOnlyMemory<char> Line(IEnumerable<string> cells) => string.Join(';', cells).AsMemory();
}
