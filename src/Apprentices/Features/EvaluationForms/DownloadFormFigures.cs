using Apprentices.Platform;
using Apprentices.Shared;

namespace Apprentices.Features.EvaluationForms;

/// <summary>The figures of a question as a file: the same that are on the page.</summary>
public sealed class DownloadFormFigures(ReadFormFigures figures, CurrentUserAccessor users)
{
    public async Task RunAsync(FiguresQuery query, ListOutput output, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.ExportLists);

        var read = await figures.RunAsync(query, cancel);
        var isNumber = read.Asked?.Type == Domain.QuestionType.Number;
        var sheet = new ListSheet<ReadFormFigures.Cell>(EvaluationFormTexts.FiguresSheet)
            .LongText(EvaluationFormTexts.Question, _ => read.Asked?.Text.ToString())
            .Text(EvaluationFormTexts.Answer, cell => cell.Text)
            .Number(SharedTexts.Count, cell => cell.Count)
            .Text(EvaluationFormTexts.Told, cell => cell.Count is null ? EvaluationFormTexts.TooFew : null);
        await (isNumber ? sheet.Amount(EvaluationFormTexts.Average, cell => cell.Average) : sheet).WriteAsync(read.Cells, output, cancel);
    }
}
