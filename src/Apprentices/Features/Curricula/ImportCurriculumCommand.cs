using System.Globalization;
using Apprentices.Domain;
using Apprentices.Features.Curricula.Grep;
using Apprentices.Platform;
using Apprentices.Shared;

namespace Apprentices.Features.Curricula;

/// <summary>
/// <c>import-curriculum FILE... [--preview]</c>: imports curricula from Grep's files, JSON or zip, as they are proposed: a line for
/// each, what it lacks below it, and a sum. It ends well only if nothing is lacking.
/// </summary>
public sealed class ImportCurriculumCommand(ReadGrepFiles read, PreviewCurricula preview, ImportCurricula import)
{
    /// <returns>An exit code of <see cref="Commands" />.</returns>
    public async Task<int> RunAsync(string[] arguments, CancellationToken cancel = default)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Cultures.Of(Language.Bokmal);
        var paths = arguments.Where(argument => !argument.StartsWith('-')).ToList();
        var options = arguments.Where(argument => argument.StartsWith('-')).ToList();
        if (paths.Count == 0 || options.Exists(option => option != "--preview"))
        {
            await Console.Error.WriteLineAsync(CurriculaTexts.CommandUsage);
            return Commands.Misused;
        }

        List<GrepFile> files = [];
        try
        {
            files.AddRange(paths.Select(Open));
            var review = await preview.RunAsync(await read.RunAsync(files, progress: null, cancel), cancel);
            return await ImportAsync(review, isPreview: options.Count > 0, cancel);
        }
        catch (RuleException refused)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return Commands.Misused;
        }
        finally
        {
            files.ForEach(file => file.Content.Dispose());
        }
    }

    private async Task<int> ImportAsync(CurriculaReview review, bool isPreview, CancellationToken cancel)
    {
        var proposed = review.Changes.Where(change => change.IsProposed).ToList();
        foreach (var change in proposed)
        {
            Console.WriteLine(Texts.Format(CurriculaTexts.CommandLine, change.Read.Code, change.Trade, CurriculaWords.Of(change), CurriculaWords.Counts(change.Goals)).TrimEnd());
            foreach (var lack in CurriculaWords.Lacks(change.Read))
            {
                Console.WriteLine($"  {lack}");
            }
        }

        if (review.Changes.Count > proposed.Count)
        {
            Console.WriteLine(Texts.Format(CurriculaTexts.CommandNotProposed, review.Changes.Count - proposed.Count));
        }

        var chosen = proposed.Where(change => change.CanBeSaved).Select(ImportCurricula.Choice.Of).ToList();
        if (chosen.Count == 0 && review.Apart.Count == 0)
        {
            Console.WriteLine(CurriculaTexts.CommandNothing);
        }
        else if (isPreview)
        {
            Console.WriteLine(Texts.Format(CurriculaTexts.CommandPreviewed, chosen.Count, review.Apart.Count));
        }
        else
        {
            var result = await import.RunAsync(review, chosen, cancel);
            Console.WriteLine(Texts.Format(CurriculaTexts.CommandDone, result.Curricula.Count, result.Elements));
        }

        return proposed.TrueForAll(change => change.Read.IsWhole) ? Commands.Done : Commands.Refused;
    }

    private static GrepFile Open(string path)
    {
        try
        {
            return new GrepFile(Path.GetFileName(path), File.OpenRead(path));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new RuleException(Texts.Format(CurriculaTexts.FileNotRead, GrepFiles.Shown(path)));
        }
    }
}
