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
    public Task NoteAsync(
        CurrentUser user, Guid apprenticeshipId, Opened what, string? purpose = null, Guid? thingId = null, CancellationToken cancel = default) =>
        NoteNewAsync(user, [apprenticeshipId], what, purpose, thingId, eachTime: purpose is not null, cancel);

    /// <summary>Notes that she goes on reading what she opened for a purpose: anew, with it, only when that is no longer counted.</summary>
    /// <param name="user">Who reads; a job or command is not noted.</param>
    /// <param name="apprenticeshipId">Whose record.</param>
    /// <param name="what">Which part of it.</param>
    /// <param name="purpose">Why she opened it.</param>
    /// <param name="cancel">Gives up.</param>
    public Task NoteMoreAsync(CurrentUser user, Guid apprenticeshipId, Opened what, string purpose, CancellationToken cancel = default) =>
        NoteNewAsync(user, [apprenticeshipId], what, purpose, thingId: null, eachTime: false, cancel);

    /// <summary>Notes the same part of several records, as a list shows it: as many statements as for one.</summary>
    /// <param name="user">Who reads; a job or command is not noted.</param>
    /// <param name="apprenticeshipIds">Whose records; one that stands there several times is noted once.</param>
    /// <param name="what">Which part of them.</param>
    /// <param name="cancel">Gives up.</param>
    public Task NoteManyAsync(CurrentUser user, IEnumerable<Guid> apprenticeshipIds, Opened what, CancellationToken cancel = default) =>
        NoteNewAsync(user, [.. apprenticeshipIds.Distinct()], what, purpose: null, thingId: null, eachTime: false, cancel);

    private async Task NoteNewAsync(
        CurrentUser user, IReadOnlyList<Guid> records, Opened what, string? purpose, Guid? thingId, bool eachTime, CancellationToken cancel)
    {
        if (user.PersonId == Guid.Empty)
        {
            return;
        }

        var now = clock.GetUtcNow();
        var readings = records.Select(id => new RecentReadings.Reading(user.PersonId, id, what, thingId))
            .Where(reading => recent.IsNew(reading, now) || eachTime).ToList();
        if (readings.Count == 0)
        {
            return;
        }

        try
        {
            await AddAsync(user, readings, purpose, now, cancel);
        }
        catch
        {
            readings.ForEach(recent.Forget);
            throw;
        }
    }

    private async Task AddAsync(CurrentUser user, List<RecentReadings.Reading> readings, string? purpose, DateTimeOffset now, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var ids = readings.ConvertAll(reading => reading.ApprenticeshipId);
        var known = await (
            from a in db.Apprenticeships
            where ids.Contains(a.Id) && a.PersonId != user.PersonId
            from subject in db.TracePersons.Where(one => one.PersonId == a.PersonId).DefaultIfEmpty()
            from reader in db.TracePersons.Where(one => one.PersonId == user.PersonId).DefaultIfEmpty()
            orderby subject.Id, reader.Id
            select new { a.Id, a.PersonId, Subject = subject, Reader = reader }).ToListAsync(cancel);
        var first = known.DistinctBy(one => one.Id).ToDictionary(one => one.Id);
        Dictionary<Guid, TracePerson> unknown = [];
        List<AccessTrace> traces = [];
        foreach (var reading in readings)
        {
            if (first.TryGetValue(reading.ApprenticeshipId, out var one))
            {
                var trace = new AccessTrace(
                    one.Subject ?? NewPerson(one.PersonId), one.Id, one.Reader ?? NewPerson(user.PersonId), reading.What, reading.ThingId, CurrentAct.Now?.UseCase ?? "", now);
                trace.Lock(keys, purpose ?? "");
                traces.Add(trace);
            }
        }

        // Who the traces meet for the first time comes before them; by herself she says nothing.
        db.AddRange(unknown.Values);
        await db.SaveChangesAsync(cancel);
        await db.AddAtOnceAsync(traces, cancel);

        TracePerson NewPerson(Guid personId) =>
            unknown.TryGetValue(personId, out var person) ? person : unknown[personId] = new TracePerson(personId, keys);
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
