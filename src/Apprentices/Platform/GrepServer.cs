using System.Net;
using Microsoft.Extensions.Options;

namespace Apprentices.Platform;

/// <summary>Why Grep gave nothing.</summary>
public enum GrepTrouble
{
    /// <summary>Nobody answers at the address.</summary>
    NoAnswer,

    /// <summary>No whole answer within the time allowed.</summary>
    TooSlow,

    /// <summary>The answer is larger than a file may be.</summary>
    TooLarge,

    /// <summary>The answer ended too early.</summary>
    Cut,

    /// <summary>It answered that it would not, or that the element is elsewhere.</summary>
    Refused,
}

/// <summary>Grep could not be read.</summary>
public sealed class GrepServerException(GrepTrouble trouble, Uri address, int? status = null) : Exception($"{trouble} at {address}")
{
    public GrepTrouble Trouble { get; } = trouble;

    public Uri Address { get; } = address;

    /// <summary>The number of the answer, where there was one.</summary>
    public int? Status { get; } = status;
}

/// <summary>
/// Udir's Grep over the network. Addresses are made of the setting, a type and a code alone: what a file says of addresses is
/// never followed, nor is a redirection.
/// </summary>
public sealed class GrepServer(HttpClient http, IOptions<GrepSettings> options)
{
    /// <summary>The address of one element.</summary>
    public Uri AddressOf(string type, string code) =>
        new($"{options.Value.Address.TrimEnd('/')}/{Uri.EscapeDataString(type)}/{Uri.EscapeDataString(code)}");

    /// <summary>One element as Grep gives it; nothing where there is none of that code.</summary>
    /// <exception cref="GrepServerException">There was no whole answer.</exception>
    public async Task<byte[]?> ReadAsync(string type, string code, CancellationToken cancel = default)
    {
        var address = AddressOf(type, code);
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        time.CancelAfter(TimeSpan.FromSeconds(options.Value.TimeoutSeconds));
        var began = false;
        try
        {
            using var answer = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, time.Token);
            began = true;
            return answer.StatusCode switch
            {
                HttpStatusCode.OK => await ReadAsync(answer.Content, address, time.Token),
                HttpStatusCode.NotFound => null,
                var status => throw new GrepServerException(GrepTrouble.Refused, address, (int)status),
            };
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new GrepServerException(GrepTrouble.TooSlow, address);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            throw new GrepServerException(began ? GrepTrouble.Cut : GrepTrouble.NoAnswer, address);
        }
    }

    private async Task<byte[]> ReadAsync(HttpContent content, Uri address, CancellationToken cancel)
    {
        var most = options.Value.LargestFileMegabytes * 1024L * 1024;
        if (content.Headers.ContentLength > most)
        {
            throw new GrepServerException(GrepTrouble.TooLarge, address);
        }

        await using var stream = await content.ReadAsStreamAsync(cancel);
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancel)) > 0)
        {
            if (bytes.Length + read > most)
            {
                throw new GrepServerException(GrepTrouble.TooLarge, address);
            }

            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }
}

/// <summary>How the program gets at Grep.</summary>
public static class GrepConnection
{
    public static WebApplicationBuilder AddGrep(this WebApplicationBuilder builder)
    {
        builder.Services.AddHttpClient<GrepServer>(http => http.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                AutomaticDecompression = DecompressionMethods.All,
            });
        return builder;
    }
}
