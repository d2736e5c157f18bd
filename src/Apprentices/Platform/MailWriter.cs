using System.Data.Common;
using System.Linq.Expressions;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Platform;

/// <summary>Writes the mails of rows, many of them together.</summary>
/// <param name="Together">How many at most; one where each must be as true as it can be when it goes out.</param>
/// <param name="WriteAsync">The mails by row; a row that no longer holds has none, and is then called off.</param>
public sealed record MailWriter<T>(int Together, Func<IReadOnlyList<T>, CancellationToken, Task<IReadOnlyDictionary<Guid, Mail>>> WriteAsync) where T : QueuedMail
{
    /// <summary>Those of the rows that go in this run; the others wait.</summary>
    public Expression<Func<T, bool>> Which { get; init; } = _ => true;
}

/// <summary>What holds for every mail that is written ahead.</summary>
public static class MailWriter
{
    /// <summary>So long a written mail, and what it was written from, may wait: what is done in the meantime is not told of any more.</summary>
    public static TimeSpan Fresh { get; } = TimeSpan.FromSeconds(5);
}

/// <summary>What came of writing a row: its mail, none where it no longer holds, or what went wrong.</summary>
internal readonly record struct WrittenMail(Mail? Mail, Exception? Failure = null);

/// <summary>The mails of a batch, written a little ahead of the sender and anew where it has lingered.</summary>
internal sealed class MailsWritten<T>(MailWriter<T> writer, IReadOnlyList<T> rows, TimeProvider clock) where T : QueuedMail
{
    private IReadOnlyDictionary<Guid, Mail> written = new Dictionary<Guid, Mail>();
    private DateTimeOffset writtenAt;
    private int together = writer.Together;
    private int end;

    /// <summary>Whether the mail at a place is written, and has not waited too long.</summary>
    public bool IsReady(int place) => place < end && clock.GetUtcNow() <= writtenAt + MailWriter.Fresh;

    /// <summary>Writes the first of them before they are asked for; what goes wrong goes wrong, and is told, when they are.</summary>
    public async Task TryWriteAsync(CancellationToken cancel)
    {
        try
        {
            await WriteAsync(from: 0, cancel);
        }
        catch (Exception)
        {
            // None is ready.
        }
    }

    /// <summary>What comes of the row at a place; the places are asked for in their order.</summary>
    public async Task<WrittenMail> OfAsync(int place, CancellationToken cancel)
    {
        if (!IsReady(place))
        {
            try
            {
                await WriteAsync(place, cancel);
            }
            catch (Exception failure) when (!cancel.IsCancellationRequested && !IsOfTheDatabase(failure))
            {
                return new WrittenMail(null, failure);
            }
        }

        return new WrittenMail(written.GetValueOrDefault(rows[place].Id));
    }

    /// <summary>No fault of the row: the database is out of reach, or somebody else was faster. It may come wrapped.</summary>
    private static bool IsOfTheDatabase(Exception failure) =>
        failure is DbException or DbUpdateException or TimeoutException or OperationCanceledException
        || (failure.InnerException is { } inner && IsOfTheDatabase(inner));

    private async Task WriteAsync(int from, CancellationToken cancel)
    {
        (writtenAt, end) = (clock.GetUtcNow(), 0);
        try
        {
            (written, end) = (await writer.WriteAsync([.. rows.Skip(from).Take(together)], cancel), from + together);
        }
        catch (Exception) when (together > 1 && !cancel.IsCancellationRequested)
        {
            // One that cannot be written must not hold the others up: each by itself from here on, and it alone fails.
            together = 1;
            await WriteAsync(from, cancel);
        }
    }
}
