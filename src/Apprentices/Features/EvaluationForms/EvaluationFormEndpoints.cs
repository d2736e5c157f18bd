using Apprentices.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Apprentices.Features.EvaluationForms;

/// <summary>The files of this feature.</summary>
public static class EvaluationFormEndpoints
{
    public static IEndpointRouteBuilder MapEvaluationForms(this IEndpointRouteBuilder app)
    {
        app.MapList(EvaluationFormLinks.Figures, Download);
        return app;
    }

    private static ListDownload Download(
        DownloadFormFigures download,
        [FromQuery(Name = "form")] string? form,
        [FromQuery(Name = "question")] string? question,
        [FromQuery(Name = "party")] string? party,
        [FromQuery(Name = "goal")] string? goal,
        [FromQuery(Name = "period")] string? period,
        [FromQuery(Name = "trade")] string? trade,
        [FromQuery(Name = "workplace")] string? workplace) =>
        new("tall-fra-samtaler", (output, cancel) => download.RunAsync(FiguresQuery.From(form, question, party, goal, period, trade, workplace), output, cancel));
}
