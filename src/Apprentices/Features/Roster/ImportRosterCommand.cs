using System.Globalization;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Shared;

namespace Apprentices.Features.Roster;

/// <summary>
/// <c>import-roster FILE [--preview]</c>: imports the good rows of a file, says what is wrong with each other row in a line,
/// and sums up. It ends well only if every row is good.
/// </summary>
public sealed class ImportRosterCommand(PreviewRoster preview, ImportRoster import)
{
    /// <returns>An exit code of <see cref="Commands" />.</returns>
    public async Task<int> RunAsync(string[] arguments, CancellationToken cancel = default)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Cultures.Of(Language.Bokmal);
        var files = arguments.Where(argument => !argument.StartsWith('-')).ToList();
        var options = arguments.Where(argument => argument.StartsWith('-')).ToList();
        if (files is not [var path] || options.Exists(option => option != "--preview"))
        {
            await Console.Error.WriteLineAsync(RosterTexts.CommandUsage);
            return Commands.Misused;
        }

        try
        {
            var file = RosterFile.Read(await ReadAsync(path, cancel));
            var review = await preview.RunAsync(file, ColumnMap.Read(file.Headings), cancel);
            Rule.Require(review.Map.Missing.Count == 0, Texts.Format(
                RosterTexts.ColumnsMissing, string.Join(", ", review.Map.Missing.Select(RosterFields.NameOf))));

            foreach (var row in review.Rows.Where(row => row.State == RowState.Wrong))
            {
                Console.WriteLine(Texts.Format(RosterTexts.CommandRow, row.Number, row.Entry.FullName, WrongRowsFile.ReasonOf(row)));
            }

            if (options.Count == 0)
            {
                await import.RunAsync(review, Console.IsOutputRedirected ? null : new Line(), cancel);
            }

            Console.WriteLine(Texts.Format(
                options.Count == 0 ? RosterTexts.CommandImported : RosterTexts.CommandPreviewed,
                review.Count(RowState.New), review.Count(RowState.Changed), review.Count(RowState.Unchanged), review.Count(RowState.Wrong)));
            return review.Count(RowState.Wrong) == 0 ? Commands.Done : Commands.Refused;
        }
        catch (RuleException refused)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return Commands.Misused;
        }
    }

    private static async Task<byte[]> ReadAsync(string path, CancellationToken cancel)
    {
        try
        {
            Rule.Require(!File.Exists(path) || new FileInfo(path).Length <= RosterFile.LargestSize, RosterTexts.FileTooLarge);
            return await File.ReadAllBytesAsync(path, cancel);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new RuleException(Texts.Format(RosterTexts.FileNotRead, path));
        }
    }

    /// <summary>How far it is, on one line of a terminal.</summary>
    private sealed class Line : IProgress<ImportRoster.Progress>
    {
        public void Report(ImportRoster.Progress value) =>
            Console.Write($"\r{Texts.Format(RosterTexts.Saved, value.Done, value.Total)}{(value.Done == value.Total ? Environment.NewLine : "")}");
    }
}
