using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;

namespace Apprentices.Platform;

/// <summary>
/// What a caller sends, as an endpoint takes it: <c>(ApiBody&lt;Input&gt; body) => use.RunAsync(body.Value)</c>. JSON, at most 256 kB, read
/// strictly; what cannot be read is refused by the name of its field. Lists may still hold null.
/// </summary>
public sealed record ApiBody<T>(T Value) : IBindableFromHttpContext<ApiBody<T>>, IEndpointParameterMetadataProvider
    where T : class
{
    static async ValueTask<ApiBody<T>?> IBindableFromHttpContext<ApiBody<T>>.BindAsync(HttpContext context, ParameterInfo parameter) =>
        new(await ApiBody.ReadAsync<T>(context));

    static void IEndpointParameterMetadataProvider.PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        builder.Metadata.Add(new AcceptsMetadata([ApiBody.MediaType], typeof(T)));
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status400BadRequest, typeof(HttpValidationProblemDetails), [ApiProblem.MediaType]));
        foreach (var status in (int[])[StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType])
        {
            builder.Metadata.Add(new ProducesResponseTypeMetadata(status, typeof(Microsoft.AspNetCore.Mvc.ProblemDetails), [ApiProblem.MediaType]));
        }
    }
}

/// <summary>Reads what a caller sent, or says what is wrong with it.</summary>
internal static class ApiBody
{
    public const string MediaType = "application/json";

    /// <summary>How much a caller may send, in bytes.</summary>
    public const int Largest = 256 * 1024;

    public static async Task<T> ReadAsync<T>(HttpContext context) where T : class
    {
        if (!context.Request.HasJsonContentType())
        {
            throw new BadHttpRequestException("Not JSON.", StatusCodes.Status415UnsupportedMediaType);
        }

        var sent = await ReadBytesAsync(context.Request, context.RequestAborted);
        var options = context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        if (sent.Span.Trim(" \t\r\n"u8).IsEmpty)
        {
            throw new ApiInputException(ApiPath.Whole, ApiProblemTexts.BodyMissing);
        }

        try
        {
            return JsonSerializer.Deserialize<T>(sent.Span, options) ?? throw new ApiInputException(ApiPath.Whole, ApiProblemTexts.BodyMissing);
        }
        catch (JsonException wrong)
        {
            throw new ApiInputException([.. ApiPath.Explain(wrong, typeof(T), options)]);
        }
    }

    private static async Task<ReadOnlyMemory<byte>> ReadBytesAsync(HttpRequest request, CancellationToken cancel)
    {
        if (request.ContentLength > Largest)
        {
            throw TooLarge();
        }

        // One byte more than is taken, so that too much is seen without being read.
        var buffer = new byte[request.ContentLength is { } length ? (int)length + 1 : Largest + 1];
        var read = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancel);
        return read > Largest ? throw TooLarge() : buffer.AsMemory(0, read);
    }

    private static BadHttpRequestException TooLarge() =>
        new("Too large.", StatusCodes.Status413PayloadTooLarge);
}
