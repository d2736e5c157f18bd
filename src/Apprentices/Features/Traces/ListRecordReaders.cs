using System.Security.Cryptography;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Traces;

/// <summary>
/// Who has read a record, which part, and when: for the apprentice whose it is. HR may see it where there is cause; the cause is
/// noted, for her to see too.
/// </summary>
public sealed class ListRecordReaders(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, AccessLog readings, TraceKeys keys)
{
    public const int PageSize = 50;

    /// <summary>One opening. A reader who was erased has no name any more.</summary>
    public sealed record Row(Guid Id, string? Name, Opened What, DateTimeOffset At, string? Purpose);

    /// <param name="IsOwn">Whether the record is the reader's own.</param>
    /// <param name="NeedsCause">Whether she has to say why she looks, before anything is shown.</param>
    /// <param name="Rows">A page of them, newest first.</param>
    /// <param name="Total">How many there are.</param>
    public sealed record View(bool IsOwn, bool NeedsCause, IReadOnlyList<Row> Rows, int Total);

    /// <param name="id">Whose record.</param>
    /// <param name="page">From 1.</param>
    /// <param name="cause">Why somebody in HR looks.</param>
    /// <param name="turns">Whether she turns to another page of what she has opened with it: that is no new opening.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Nothing where the record is not there or not the reader's to see.</returns>
    public async Task<View?> RunAsync(Guid id, int page = 1, string? cause = null, bool turns = false, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeReaders);

        await using var db = await database.CreateDbContextAsync(cancel);
        var owner = await db.Apprenticeships.VisibleTo(user).Where(a => a.Id == id).Select(a => (Guid?)a.PersonId).SingleOrDefaultAsync(cancel);
        if (owner is null || (owner != user.PersonId && !user.IsAny(Roles.Hr)))
        {
            return null;
        }

        var isOwn = owner == user.PersonId;
        if (!isOwn)
        {
            if (string.IsNullOrWhiteSpace(cause))
            {
                return new View(isOwn, NeedsCause: true, [], 0);
            }

            Rule.Require(cause.Trim().Length <= AccessTrace.LongestPurpose, TraceTexts.CauseTooLong);
            await (turns
                ? readings.NoteMoreAsync(user, id, Opened.Readers, cause.Trim(), cancel)
                : readings.NoteAsync(user, id, Opened.Readers, cause.Trim(), cancel: cancel));
        }

        var traces = db.AccessTraces.VisibleTo(user).Where(trace => trace.ApprenticeshipId == id);
        var rows = await traces.AsNoTracking().Include(trace => trace.Subject).Include(trace => trace.Reader.Person)
            .OrderByDescending(trace => trace.At).ThenByDescending(trace => trace.Id)
            .Skip(PageNumber.Skip(page, PageSize)).Take(PageSize).ToListAsync(cancel);
        return new View(
            isOwn, NeedsCause: false, [.. rows.Select(trace => new Row(trace.Id, trace.Reader.Person?.FullName, trace.What, trace.At, PurposeOf(trace)))], await traces.CountAsync(cancel));
    }

    private string? PurposeOf(AccessTrace trace)
    {
        try
        {
            return trace.Open(keys) is { Length: > 0 } purpose ? purpose : null;
        }
        catch (CryptographicException)
        {
            // What cannot be opened, verify tells; here the rest is still shown.
            return null;
        }
    }
}
