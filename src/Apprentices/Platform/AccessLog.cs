using System.Collections.Concurrent;
using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Apprentices.Platform;

/// <summary>
/// Notes that somebody opened another's record, for the apprentice to see: one question and one insert, and neither while the same
/// is still counted. What cannot be noted is not shown. One's own record is nobody's business.
/// </summary>
public sealed class AccessLog(IDbContextFactory<AppDbContext> database, TraceKeys keys, RecentReadings recent, TimeProvider clock)
{
    /// <summary>Notes it, where it is another's and not just noted.</summary>
    /// <param name="user">Who reads; a job or command is not noted.</param>
    /// <param name="apprenticeshipId">Whose record.</param>
    /// <param name="what">Which part of it.</param>
    /// <param name="purpose">Why, where that was asked for; it is then noted each time.</param>
    /// <param name="thingId">The talk or file, where it is one of several.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task NoteAsync(
        CurrentUser user, Guid apprenticeshipId, Opened what, string? purpose = null, Guid? thingId = null, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        var reading = new RecentReadings.Reading(user.PersonId, apprenticeshipId, what, thingId);
        if (user.PersonId == Guid.Empty || (!recent.IsNew(reading, now) && purpose is null))
        {
            return;
        }

        try
        {
            await AddAsync(user, apprenticeshipId, what, purpose, thingId, now, cancel);
        }
        catch
        {
            recent.Forget(reading);
            throw;
        }
    }

    private async Task AddAsync(CurrentUser user, Guid apprenticeshipId, Opened what, string? purpose, Guid? thingId, DateTimeOffset now, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var known = await (
            from a in db.Apprenticeships
            where a.Id == apprenticeshipId
            from subject in db.TracePersons.Where(one => one.PersonId == a.PersonId).DefaultIfEmpty()
            from reader in db.TracePersons.Where(one => one.PersonId == user.PersonId).DefaultIfEmpty()
            orderby subject.Id, reader.Id
            select new { a.PersonId, Subject = subject, Reader = reader }).FirstOrDefaultAsync(cancel);
        if (known is null || known.PersonId == user.PersonId)
        {
            return;
        }

        var trace = new AccessTrace(
            known.Subject ?? new TracePerson(known.PersonId, keys), apprenticeshipId, known.Reader ?? new TracePerson(user.PersonId, keys),
            what, thingId, CurrentAct.Now?.UseCase ?? "", now);
        trace.Lock(keys, purpose ?? "");
        db.Add(trace);
        await db.SaveChangesAsync(cancel);
    }
}

/// <summary>What was noted in the last minutes, by this instance.</summary>
public sealed class RecentReadings(IOptions<TraceSettings> settings)
{
    /// <summary>Beyond so many, those whose time is over are forgotten.</summary>
    private const int Many = 10_000;

    private readonly ConcurrentDictionary<Reading, DateTimeOffset> noted = new();

    public readonly record struct Reading(Guid ReaderId, Guid ApprenticeshipId, Opened What, Guid? ThingId);

    /// <summary>Whether it is not counted already; from now on it is.</summary>
    public bool IsNew(Reading reading, DateTimeOffset now)
    {
        var window = TimeSpan.FromMinutes(settings.Value.CountsOnceMinutes);
        if (noted.Count > Many)
        {
            foreach (var (old, at) in noted)
            {
                _ = now - at >= window && noted.TryRemove(KeyValuePair.Create(old, at));
            }
        }

        while (!noted.TryAdd(reading, now))
        {
            if (!noted.TryGetValue(reading, out var at))
            {
                continue;
            }

            if (now - at < window && now >= at)
            {
                return false;
            }

            if (noted.TryUpdate(reading, now, at))
            {
                return true;
            }
        }

        return true;
    }

    public void Forget(Reading reading) => noted.TryRemove(reading, out _);
}
