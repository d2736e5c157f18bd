using Apprentices.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Apprentices.Features.People;

/// <summary>The files of this feature.</summary>
public static class PeopleEndpoints
{
    public static IEndpointRouteBuilder MapPeople(this IEndpointRouteBuilder app)
    {
        app.MapList(PeopleLinks.List, (DownloadPeople download, [FromQuery(Name = "q")] string? text) =>
            new ListDownload("personer", (output, cancel) => download.RunAsync(text, output, cancel)));
        return app;
    }
}
