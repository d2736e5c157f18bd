using System.Globalization;
using System.Text;
using Apprentices.Platform;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Net.Http.Headers;

namespace Apprentices.Features.CalendarFeed;

/// <summary>The calendar at its secret address, which is all that opens it.</summary>
public static class CalendarFeedEndpoints
{
    public static IEndpointRouteBuilder MapCalendarFeed(this IEndpointRouteBuilder app)
    {
        app.MapMethods(CalendarFeedLinks.Pattern, [HttpMethods.Get, HttpMethods.Head], FetchAsync).AllowAnonymous();
        return app;
    }

    private static async Task<IResult> FetchAsync(string secret, FetchFeed fetch, FeedLimits limits, HttpContext context, CancellationToken cancel)
    {
        var headers = context.Response.Headers;
        headers["X-Robots-Tag"] = "noindex";
        if (context.Features.Get<IStatusCodePagesFeature>() is { } pages)
        {
            // A calendar program reads no page about what is not there.
            pages.Enabled = false;
        }

        if (await fetch.RunAsync(secret, cancel) is not { } feed)
        {
            headers.CacheControl = "no-store";
            return limits.AdmitsMiss(context) ? Results.NotFound() : TooOften(headers);
        }

        if (feed.Text is null)
        {
            return TooOften(headers);
        }

        headers.CacheControl = "private, no-cache";
        headers.ContentLanguage = feed.Culture;
        return Results.Bytes(
            Encoding.UTF8.GetBytes(feed.Text), "text/calendar; charset=utf-8", lastModified: feed.ChangedAt, entityTag: new EntityTagHeaderValue($"\"{feed.Tag}\""));
    }

    private static IResult TooOften(IHeaderDictionary headers)
    {
        headers.RetryAfter = FeedLimits.Window.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        return Results.StatusCode(StatusCodes.Status429TooManyRequests);
    }
}
