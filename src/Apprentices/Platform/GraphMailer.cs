using System.Net;
using System.Net.Http.Headers;
using System.Net.Mime;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Apprentices.Domain;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Microsoft.Extensions.Options;

namespace Apprentices.Platform;

/// <summary>
/// Mail by Microsoft 365: the message as MIME to sendMail of Graph, in the sender's mailbox, as an application that may send.
/// </summary>
public sealed class GraphMailer(IOptions<MailSettings> settings, IHttpClientFactory clients, GraphSignIn signIn, TimeProvider clock) : IMailer
{
    public const string Client = "Graph";

    /// <summary>Codes of Graph that speak of the recipient alone.</summary>
    private static readonly string[] OfTheRecipient = ["ErrorInvalidRecipients", "ErrorRecipientNotFound", "ErrorInvalidSmtpAddress", "RequestBodyRead.InvalidEmailAddress"];

    public bool IsOn => settings.Value.IsOn;

    public async Task SendAsync(Mail mail, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(TimeSpan.FromSeconds(settings.Value.TimeoutSeconds));
        try
        {
            using var request = await WriteAsync(mail, patience.Token);
            using var answer = await clients.CreateClient(Client).SendAsync(request, patience.Token);
            if (answer.StatusCode != HttpStatusCode.Accepted)
            {
                throw await FailureOfAsync(answer, patience.Token);
            }
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new MailFailedException(MailFailureKind.TimedOut, "Graph timeout", hitsEveryMail: true);
        }
        catch (AuthenticationFailedException failed)
        {
            // Away, or the secret is wrong: the sign-in says which by how it failed.
            throw failed.GetBaseException() is HttpRequestException or SocketException or IOException
                ? new MailFailedException(MailFailureKind.ServerAway, "Entra", hitsEveryMail: true)
                : new MailFailedException(MailFailureKind.RefusesUs, "Entra", hitsEveryMail: true);
        }
        catch (HttpRequestException failed)
        {
            var kind = failed.HttpRequestError switch
            {
                HttpRequestError.SecureConnectionError => MailFailureKind.NotSecure,
                HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.ProxyTunnelError => MailFailureKind.ServerAway,
                _ => MailFailureKind.Dropped,
            };
            throw new MailFailedException(kind, $"Graph {failed.HttpRequestError}", hitsEveryMail: true);
        }
    }

    private async Task<HttpRequestMessage> WriteAsync(Mail mail, CancellationToken cancel)
    {
        using var message = MimeMail.Of(mail, settings.Value, clock.GetUtcNow());
        return new HttpRequestMessage(HttpMethod.Post, $"{settings.Value.GraphAddress.TrimEnd('/')}/users/{Uri.EscapeDataString(settings.Value.From!)}/sendMail")
        {
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", await signIn.TokenAsync(cancel)) },
            Content = new StringContent(Convert.ToBase64String(message.Bytes()), Encoding.ASCII, MediaTypeNames.Text.Plain),
        };
    }

    private async Task<MailFailedException> FailureOfAsync(HttpResponseMessage answer, CancellationToken cancel)
    {
        var code = CodeOf(await answer.Content.ReadAsStringAsync(cancel));
        var said = $"Graph {(int)answer.StatusCode}";
        return answer.StatusCode switch
        {
            HttpStatusCode.TooManyRequests => new(MailFailureKind.RefusedForNow, said, hitsEveryMail: true, WaitOf(answer)),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound => new(MailFailureKind.RefusesUs, said, hitsEveryMail: true),
            HttpStatusCode.RequestEntityTooLarge => new(MailFailureKind.RefusedForGood, said, hitsEveryMail: false),
            >= HttpStatusCode.InternalServerError => new(MailFailureKind.ServerAway, said, hitsEveryMail: true, WaitOf(answer)),
            _ when OfTheRecipient.Contains(code, StringComparer.Ordinal) => new(MailFailureKind.BadAddress, $"{said} {code}", hitsEveryMail: false),
            _ => new(MailFailureKind.RefusedForNow, said, hitsEveryMail: false),
        };
    }

    private TimeSpan? WaitOf(HttpResponseMessage answer) => answer.Headers.RetryAfter switch
    {
        { Delta: { } wait } => wait,
        { Date: { } until } => until - clock.GetUtcNow(),
        _ => null,
    };

    private static string? CodeOf(string body)
    {
        try
        {
            using var said = JsonDocument.Parse(body);
            return said.RootElement.GetProperty("error").GetProperty("code").GetString();
        }
        catch (Exception unreadable) when (unreadable is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}

/// <summary>The application's sign-in with Microsoft; it lives as long as the program and keeps its token until that lapses.</summary>
public sealed class GraphSignIn(IOptions<MailSettings> settings, IHttpClientFactory clients)
{
    private readonly Lazy<ClientSecretCredential> credential = new(() => new ClientSecretCredential(
        settings.Value.GraphTenantId, settings.Value.GraphClientId, settings.Value.GraphClientSecret,
        new ClientSecretCredentialOptions
        {
            AuthorityHost = new Uri(settings.Value.GraphAuthority),

            // The authority is the setting's; that it is Microsoft's is not asked of a server elsewhere.
            DisableInstanceDiscovery = true,
            Retry = { MaxRetries = 0 },
            Transport = new HttpClientTransport(clients.CreateClient(GraphMailer.Client)),
        }));

    public async Task<string> TokenAsync(CancellationToken cancel)
    {
        var scope = new Uri(settings.Value.GraphAddress).GetLeftPart(UriPartial.Authority) + "/.default";
        return (await credential.Value.GetTokenAsync(new TokenRequestContext([scope]), cancel)).Token;
    }
}
