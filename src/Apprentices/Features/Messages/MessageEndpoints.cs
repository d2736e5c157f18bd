using Apprentices.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Apprentices.Features.Messages;

/// <summary>The files of this feature.</summary>
public static class MessageEndpoints
{
    public static IEndpointRouteBuilder MapMessages(this IEndpointRouteBuilder app)
    {
        app.MapList(MessageLinks.Messages, Download);
        return app;
    }

    private static ListDownload Download(
        DownloadMessages download,
        [FromQuery(Name = "fate")] string? fate,
        [FromQuery(Name = "kind")] string? kind,
        [FromQuery(Name = "person")] string? person,
        [FromQuery(Name = "days")] string? days) =>
        new("meldinger", (output, cancel) => download.RunAsync(MessageQuery.From(fate, kind, person, days), output, cancel));
}
