using System.Text;
using Apprentices.Shared;

namespace Apprentices.Features.Money;

/// <summary>A file that Excel opens: UTF-8 with a byte order mark, semicolons, and no cell that is a formula.</summary>
internal static class MoneyFile
{
    public static byte[] Of(IEnumerable<string> headers, IEnumerable<object?[]> lines)
    {
        var csv = new StringBuilder();
        foreach (var line in lines.Prepend([.. headers]))
        {
            csv.AppendJoin(';', line.Select(CsvCell.Of)).Append("\r\n");
        }

        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(csv.ToString())];
    }
}
