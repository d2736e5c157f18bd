using Apprentices.Platform;

namespace Apprentices.Tests.Support;

/// <summary>Sends, and then the program is gone before it can say so.</summary>
internal sealed class KilledAfterSending(SmtpMailer inner) : IMailer
{
    public bool IsOn => true;

    public async Task SendAsync(Mail mail, CancellationToken cancel)
    {
        await inner.SendAsync(mail, cancel);
        inner.Dispose();
        throw new KilledException();
    }
}

internal sealed class KilledException : Exception;
