using Apprentices.Shared;
using CsvHelper;

namespace Apprentices.Features.Roster;

/// <summary>The wrong rows as a file like the one they came from, with the reasons in a last column, to be corrected and imported again.</summary>
public static class WrongRowsFile
{
    /// <summary>UTF-8 with a mark, which spreadsheets read rightly.</summary>
    public static byte[] Write(RosterReview review)
    {
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, Options(review.File.Separator), leaveOpen: true))
        {
            csv.WriteRecord([.. review.File.Headings.Select(CsvCell.Harmless), RosterTexts.Reason]);
            foreach (var row in review.Rows.Where(row => row.State == RowState.Wrong))
            {
                var values = Enumerable.Range(0, review.File.Headings.Count).Select(column => row.Line.Values.ElementAtOrDefault(column) ?? "");
                csv.WriteRecord([.. values.Select(CsvCell.Harmless), ReasonOf(row)]);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>What is wrong with a row, in one line.</summary>
    public static string ReasonOf(RosterRow row) =>
        string.Join(" ", row.Problems.Select(wrong => $"{RosterFields.NameOf(wrong.Field)}: {wrong.Problem}"));

    private static CsvWriterOptions Options(char separator) => new() { Separator = separator, WriteByteOrderMark = true };
}
