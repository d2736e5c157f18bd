namespace Apprentices.Shared;

/// <summary>In which form a list is taken away.</summary>
public enum ListFormat
{
    Excel,

    /// <summary>Text that every spreadsheet opens: UTF-8 with a byte order mark, semicolons.</summary>
    Csv,
}

/// <summary>Where a list is written to, and in which form.</summary>
public sealed record ListOutput(ListFormat Format, Stream Into);

/// <summary>What belongs to each form.</summary>
public static class ListFormats
{
    public static IReadOnlyList<ListFormat> All { get; } = [ListFormat.Excel, ListFormat.Csv];

    /// <summary>What the address of a list and the name of its file end in.</summary>
    public static string Ending(this ListFormat format) => format == ListFormat.Excel ? ".xlsx" : ".csv";

    public static string MediaType(this ListFormat format) =>
        format == ListFormat.Excel ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "text/csv; charset=utf-8";

    /// <summary>The address with an ending, before what it is narrowed to.</summary>
    public static string In(this ListFormat format, string address)
    {
        var query = address.IndexOf('?', StringComparison.Ordinal);
        return query < 0 ? address + format.Ending() : address.Insert(query, format.Ending());
    }
}
