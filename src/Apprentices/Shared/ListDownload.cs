using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.AspNetCore.WebUtilities;

namespace Apprentices.Shared;

/// <summary>
/// A list as the answer to a request, in the form its address ends in. It is written to a file of the server's first, so that a list
/// that cannot be made is no half file, and a slow reader holds no row of the database. Whoever may not have it is told that it is
/// not there; whoever goes away stops it.
/// </summary>
/// <param name="name">The file's name, without its ending.</param>
/// <param name="writeAsync">Asks for what is in it, and writes it.</param>
public sealed class ListDownload(string name, Func<ListOutput, CancellationToken, Task> writeAsync) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var cancel = httpContext.RequestAborted;
        var format = ListFormats.All.First(one => httpContext.Request.Path.Value!.EndsWith(one.Ending(), StringComparison.OrdinalIgnoreCase));
        await using var written = new FileBufferingWriteStream();
        try
        {
            await writeAsync(new ListOutput(format, written), cancel);
        }
        catch (Exception refused) when (refused is NotThereException or NotAllowedException)
        {
            httpContext.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var headers = httpContext.Response.GetTypedHeaders();
        httpContext.Response.ContentType = format.MediaType();
        httpContext.Response.ContentLength = written.Length;
        headers.ContentDisposition = new("attachment") { FileName = name + format.Ending() };
        headers.CacheControl = new() { NoStore = true };
        await written.DrainBufferAsync(httpContext.Response.Body, cancel);
    }
}

/// <summary>Where lists are mapped.</summary>
public static class ListDownloads
{
    /// <summary>Maps a list to its page's address with the ending of each form.</summary>
    public static void MapList(this IEndpointRouteBuilder app, string address, Delegate answer)
    {
        foreach (var format in ListFormats.All)
        {
            app.MapGet(address + format.Ending(), answer).RequireAuthorization();
        }
    }
}
