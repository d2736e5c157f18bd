using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Apprentices.Tests.Support;

/// <summary>
/// A server on loopback that answers as Microsoft's sign-in and Graph do, as their reference describes: a token for the right
/// secret, and to sendMail what a test lays out.
/// </summary>
public sealed class GraphStand : IAsyncDisposable
{
    public const string Secret = "en-hemmelighet";
    private const string Token = "et-tegn";

    private readonly MadeCertificate certificate = new();
    private readonly WebApplication app;
    private readonly ConcurrentQueue<Func<HttpContext, Task>> answers = new();
    private int tokens;

    private GraphStand()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate.WithKey)));
        app = builder.Build();
        app.MapPost("/{tenant}/oauth2/v2.0/token", SignInAsync);
        app.MapPost("/v1.0/users/{from}/sendMail", SendAsync);
    }

    /// <summary>What was taken: for whom, and the MIME text.</summary>
    public ConcurrentQueue<(string From, string Mime)> Taken { get; } = new();

    public int TokensGiven => tokens;

    public string Address { get; private set; } = "";

    public Dictionary<string, string?> Settings => new()
    {
        ["Mail:Way"] = "Graph",
        ["Mail:From"] = "laerling@example.no",
        ["Mail:FromName"] = "Lærlinger",
        ["Mail:GraphTenantId"] = "c0ffee00-0000-4000-8000-000000000001",
        ["Mail:GraphClientId"] = "c0ffee00-0000-4000-8000-000000000002",
        ["Mail:GraphClientSecret"] = Secret,
        ["Mail:GraphAddress"] = $"{Address}/v1.0",
        ["Mail:GraphAuthority"] = Address,
    };

    public static async Task<GraphStand> StartAsync()
    {
        var stand = new GraphStand();
        await stand.app.StartAsync();
        stand.Address = stand.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return stand;
    }

    /// <summary>Trusts this stand's certificate and no other.</summary>
    public HttpMessageHandler Handler() => new SocketsHttpHandler
    {
        SslOptions = { RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString() == certificate.WithKey.GetCertHashString() },
    };

    /// <summary>What the next call is answered; after those, everything is taken.</summary>
    public void Next(int status, string? code = null, int? retryAfterSeconds = null) => answers.Enqueue(async context =>
    {
        context.Response.StatusCode = status;
        if (retryAfterSeconds is { } seconds)
        {
            context.Response.Headers.RetryAfter = $"{seconds}";
        }

        await context.Response.WriteAsJsonAsync(new { error = new { code, message = "At least one recipient is not valid: mottaker@example.no" } });
    });

    public void NextBreaks() => answers.Enqueue(context =>
    {
        context.Abort();
        return Task.CompletedTask;
    });

    public void NextHangs() => answers.Enqueue(context => Task.Delay(Timeout.Infinite, context.RequestAborted));

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        certificate.Dispose();
    }

    private async Task SignInAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        if (form["client_secret"] != Secret || form["scope"] != $"{Address}/.default")
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            await context.Response.WriteAsJsonAsync(new { error = "invalid_client", error_description = "AADSTS7000215: Invalid client secret provided.", error_codes = new[] { 7000215 } });
            return;
        }

        Interlocked.Increment(ref tokens);
        await context.Response.WriteAsync(JsonSerializer.Serialize(new { token_type = "Bearer", expires_in = 3599, ext_expires_in = 3599, access_token = Token }));
    }

    private async Task SendAsync(HttpContext context, string from)
    {
        if (context.Request.Headers.Authorization != $"Bearer {Token}" || context.Request.ContentType?.StartsWith("text/plain", StringComparison.Ordinal) != true)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        if (answers.TryDequeue(out var answer))
        {
            await answer(context);
            return;
        }

        using var body = new StreamReader(context.Request.Body);
        Taken.Enqueue((from, Encoding.ASCII.GetString(Convert.FromBase64String(await body.ReadToEndAsync()))));
        context.Response.StatusCode = StatusCodes.Status202Accepted;
    }
}
