using System.Text;
using Apprentices.Domain;
using Apprentices.Features.Evaluations.Meeting;
using Apprentices.Features.Evaluations.Returns;
using Apprentices.Platform;
using Apprentices.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Apprentices.Features.Evaluations;

/// <summary>The files of this feature.</summary>
public static class EvaluationEndpoints
{
    public static IEndpointRouteBuilder MapEvaluations(this IEndpointRouteBuilder app)
    {
        app.MapList(EvaluationLinks.Talks, (DownloadTalks download, [FromQuery(Name = "filter")] string? filter, [FromQuery(Name = "kind")] string? kind) =>
            new ListDownload("samtaler", (output, cancel) => download.RunAsync(EvaluationLinks.FilterOf(filter), output, EvaluationLinks.KindOf(kind), cancel)));
        app.MapList(TalkReturnLinks.Returns, Returns);
        app.MapGet(EvaluationLinks.CalendarPattern, CalendarAsync).RequireAuthorization();
        return app;
    }

    private static ListDownload Returns(
        DownloadTalkReturns download,
        [FromQuery(Name = "filter")] string? filter,
        [FromQuery(Name = "trade")] string? trade,
        [FromQuery(Name = "workplace")] string? workplace,
        [FromQuery(Name = "supervisor")] string? supervisor) =>
        new("returkontroll", (output, cancel) => download.RunAsync(ReturnsQuery.From(filter, trade, workplace, supervisor), output, cancel));

    private static async Task<IResult> CalendarAsync(Guid id, DownloadTalkCalendar download, CancellationToken cancel)
    {
        try
        {
            return await download.RunAsync(id, cancel) is { } text
                ? Results.File(Encoding.UTF8.GetBytes(text), "text/calendar; charset=utf-8", "samtale.ics")
                : Results.NotFound();
        }
        catch (Exception refused) when (refused is NotThereException or NotAllowedException)
        {
            return Results.NotFound();
        }
    }
}
