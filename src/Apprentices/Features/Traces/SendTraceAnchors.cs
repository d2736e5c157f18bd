using System.Net;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Shared;
using Microsoft.Extensions.Options;

namespace Apprentices.Features.Traces;

/// <summary>
/// Each night: mails the heads that were anchored since the last time to the archive (Traces:ArchiveAddress), and where there are none the
/// last one once more, so that no night is without a mail. Whoever comes to write both in the database and in the file of anchors cannot
/// take back a mail. Killed half-way, it mails some of them again and forgets none.
/// </summary>
public sealed class SendTraceAnchors(IMailer mailer, TraceAnchors anchors, IOptions<TraceSettings> settings, TimeProvider clock)
{
    /// <summary>So many in one mail.</summary>
    private const int Most = 2_000;

    /// <returns>How many heads were mailed.</returns>
    /// <exception cref="JobFailedException">The mail server did not take them; the next run mails them.</exception>
    public async Task<int> RunAsync(CancellationToken cancel = default)
    {
        if (!mailer.IsOn || settings.Value.ArchiveAddress?.Trim() is not { Length: > 0 } archive)
        {
            return 0;
        }

        var sent = 0;
        foreach (var some in anchors.ToMailOn(clock.Today()).Chunk(Most))
        {
            try
            {
                await mailer.SendAsync(Write(archive, some), cancel);
            }
            catch (MailFailedException failed)
            {
                throw new JobFailedException(failed.Message);
            }

            anchors.MarkMailed(some[^1].Number, clock.Today());
            sent += some.Length;
        }

        return sent;
    }

    private static Mail Write(string archive, (int Number, string Line)[] heads)
    {
        using var _ = Speaking.In(Language.Bokmal);
        var lines = string.Join('\n', heads.Select(head => head.Line));
        return new Mail(
            Guid.CreateVersion7(), archive, archive, Cultures.NameOf(Language.Bokmal), Texts.Format(TraceTexts.AnchorsSubject, heads[0].Number, heads[^1].Number),
            $"{TraceTexts.AnchorsText}\n\n{lines}\n", $"<p>{WebUtility.HtmlEncode(TraceTexts.AnchorsText)}</p><pre>{WebUtility.HtmlEncode(lines)}</pre>");
    }
}
