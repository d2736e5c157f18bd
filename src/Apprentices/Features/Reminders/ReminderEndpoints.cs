using Apprentices.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Apprentices.Features.Reminders;

/// <summary>The files of this feature.</summary>
public static class ReminderEndpoints
{
    public static IEndpointRouteBuilder MapReminders(this IEndpointRouteBuilder app)
    {
        app.MapList(ReminderLinks.Ahead, Download);
        return app;
    }

    private static ListDownload Download(
        DownloadForeseen download,
        [FromQuery(Name = "days")] string? days,
        [FromQuery(Name = "person")] string? person,
        [FromQuery(Name = "topic")] string? topic,
        [FromQuery(Name = "rung")] string? rung) =>
        new("paminnelser-framover", (output, cancel) => download.RunAsync(AheadQuery.From(days, person, topic, rung), output, cancel));
}
